import type { ReactNode } from 'react';
import { label } from '../api/formats';
import { usePipelines } from '../api/settings';
import type { AnyRecord } from '../api/types';
import { useLanguage } from '../frame/language';
import styles from './Board.module.css';

interface NextBestAction {
  rule: string;
  facts: Record<string, string>;
  text: string;
}

/** What the platform suggests to do next about an opportunity, and why. */
export function useNextAction(record: AnyRecord | undefined): string | null {
  const language = useLanguage();
  const pipelines = usePipelines();
  const action = record?.nextBestAction as NextBestAction | undefined;
  if (!action?.text) return null;
  // The sentence names a stage by its key; what it is called is settled by administrators.
  const { stage } = action.facts;
  const labels = stage && pipelines?.find(({ key }) => key === record?.pipeline)?.stages.find(({ key }) => key === stage)?.label;
  return labels ? action.text.replace(stage, label(labels, language, stage)) : action.text;
}

export function NextAction({ record, icon }: { record: AnyRecord; icon?: ReactNode }) {
  const text = useNextAction(record);
  return text && <p className={styles.next}>{icon} {text}</p>;
}
