import { ArrowRightOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ago, moment } from '../api/formats';
import { useNames } from '../api/records';
import type { AnyRecord, RecordKind } from '../api/types';
import { Failure } from '../frame/Failure';
import { useLanguage } from '../frame/language';
import { FieldValue } from './FieldValue';
import { historyQuery, sourceOf, type Change } from './history';
import { fieldOf, patchOf, type Field } from './kind';
import { KINDS } from './kinds';
import { useChoices, useFieldLabel, useFields } from './useFields';
import { useUserName } from './useUserName';
import styles from './Changes.module.css';

/** What was changed, newest first: who, when, from what to what, why, and where it came from. */
export function Changes({ kind, id, field }: { kind: RecordKind; id: string; field?: Field }) {
  const { t } = useTranslation('record');
  const history = useInfiniteQuery(historyQuery(kind, id, field?.name));
  if (history.isPending) return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  if (history.isError) return <Failure error={history.error} onRetry={() => void history.refetch()} />;
  const changes = history.data.pages.flatMap((page) => page.items);
  return (
    <>
      {changes.length === 0 && !history.hasNextPage && <p className={styles.none}>{t('history.none')}</p>}
      <ChangeList kind={kind} changes={changes} only={field} />
      {history.hasNextPage && (
        <Button size="small" loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>{t('page.more')}</Button>
      )}
    </>
  );
}

function ChangeList({ kind, changes, only }: { kind: RecordKind; changes: readonly Change[]; only?: Field }) {
  const { t } = useTranslation('record');
  const language = useLanguage();
  const fields = useFields(KINDS[kind]);
  const nameOf = useFieldLabel(kind);
  const choices = useChoices();
  const userName = useUserName();
  const described = (name: string): Field => only ?? fieldOf({ fields }, name) ?? { name, type: 'text', group: 'record', label: { en: name } };
  const referred = useMemo(() => changes.flatMap((change) => {
    const { refersTo } = fieldOf({ fields }, change.field) ?? {};
    return refersTo ? [change.old, change.new].flat().filter((value) => typeof value === 'string')
      .map((value) => ({ kind: refersTo, id: value })) : [];
  }), [changes, fields]);
  const idsOf = (wanted: RecordKind) => referred.filter((reference) => reference.kind === wanted).map((reference) => reference.id);
  const customers = useNames('customer', idsOf('customer'));
  const contacts = useNames('contact', idsOf('contact'));
  const opportunities = useNames('opportunity', idsOf('opportunity'));
  const names = { customer: customers, contact: contacts, opportunity: opportunities, order: undefined, interaction: undefined };
  return (
    <ol className={styles.changes}>
      {changes.map((change) => {
        const field = described(change.field);
        const value = (given: unknown) => (
          <FieldValue field={field} language={language} choices={choices(field)} names={field.refersTo && names[field.refersTo]}
            record={{ id: '', version: 0, ...patchOf(field.name, given) } as AnyRecord} />
        );
        const source = sourceOf(change.source);
        return (
          <li key={`${change.when} ${change.field}`}>
            <div className={styles.values}>
              {!only && <strong>{nameOf(field)}</strong>}
              {change.old !== null && (
                <><span className={styles.old}>{value(change.old)}</span><ArrowRightOutlined aria-label={t('history.to')} /></>
              )}
              <span>{value(change.new)}</span>
            </div>
            <div className={styles.who}>
              <span>{change.who ? userName(change.who) : t('history.somebody')}</span>
              <time dateTime={change.when} title={moment(change.when, language)}>{ago(change.when, language)}</time>
              {source.kind === 'request' ? <span>{t('history.request')}</span>
                : source.kind === 'import' ? <span>{t('history.import', { row: source.row })}</span>
                  : source.kind === 'other' ? <span>{source.text}</span> : null}
            </div>
            {change.why && <div className={styles.why}>{t('history.why', { why: change.why })}</div>}
          </li>
        );
      })}
    </ol>
  );
}
