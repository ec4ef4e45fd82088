import { CheckOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { label } from '../api/formats';
import { usePipelines } from '../api/settings';
import { useLanguage } from '../frame/language';
import { Card } from '../record/Card';
import { historyQuery } from '../record/history';
import { useAct } from '../record/useAct';
import type { RecordView } from '../record/view';
import { timeInStages, wholeDays } from './stages';
import styles from './StagePath.module.css';

/** The way of a sale through its stages, with the time it spent in each; a click moves it. */
export function StagePath({ view }: { view: RecordView }) {
  const { t } = useTranslation('pipeline');
  const language = useLanguage();
  const pipelines = usePipelines();
  const act = useAct('opportunity');
  const [moving, setMoving] = useState<string | null>(null);
  const { record, now, asOf, readOnly } = view;
  const stages = useInfiniteQuery(historyQuery('opportunity', record.id, 'stage')).data?.pages.flatMap((page) => page.items) ?? [];
  const statuses = useInfiniteQuery(historyQuery('opportunity', record.id, 'status')).data?.pages.flatMap((page) => page.items) ?? [];
  const pipeline = pipelines?.find(({ key }) => key === record.pipeline);
  const at = pipeline?.stages.findIndex(({ key }) => key === record.stage) ?? -1;
  const until = asOf ? Date.parse(asOf) : Date.now();
  const before = (changes: typeof stages) => (asOf ? changes.filter(({ when }) => Date.parse(when) <= until) : changes);
  const spent = timeInStages(before(stages), before(statuses), until);
  const movable = !readOnly && now.status === 'OPEN';
  if (!pipeline) return null;
  return (
    <Card title={label(pipeline.label, language, pipeline.key)}>
      <ol className={styles.path}>
        {pipeline.stages.filter(({ key, retired }) => !retired || key === record.stage).map((stage, index) => {
          const current = index === at;
          const name = label(stage.label, language, stage.key);
          const days = spent.has(stage.key) ? wholeDays(spent.get(stage.key)!) : null;
          return (
            <li key={stage.key} className={current ? `${styles.stage} ${styles.current}` : index < at ? `${styles.stage} ${styles.passed}` : styles.stage}>
              <button type="button" aria-current={current ? 'step' : undefined} disabled={!movable || moving !== null}
                title={movable && !current ? t('page.path.moveTo', { stage: name }) : undefined}
                aria-busy={moving === stage.key || undefined} onClick={() => {
                  if (current) return;
                  setMoving(stage.key);
                  void act(now, { path: 'stage', body: { stage: stage.key }, done: t('page.path.moved', { stage: name }) }).then(() => setMoving(null));
                }}>
                <span className={styles.name}>{index < at && <CheckOutlined aria-label={t('page.path.passed')} />} {name}</span>
                <span className={styles.time}>{days === null ? t('page.path.probability', { percent: stage.probability }) : days === 0 ? t('page.path.today') : t('page.path.days', { count: days })}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
