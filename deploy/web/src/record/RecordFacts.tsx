import { useCallback, useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FieldHistory } from './FieldHistory';
import { Facts } from './Facts';
import { valueOf, type Field, type Group } from './kind';
import { KINDS } from './kinds';
import { useShow } from './useShow';
import { useChoices, useFieldLabel } from './useFields';
import type { RecordView } from './view';
import { Card } from './Card';
import { FieldValue } from './FieldValue';
import { useLanguage } from '../frame/language';
import styles from './RecordFacts.module.css';

/** The facts of a record's page: changed in place, each with its history, in the past beside what they are now. */
export function RecordFacts({ view, groups }: { view: RecordView; groups: readonly Group[] }) {
  const { t } = useTranslation('record');
  const [all, setAll] = useState(false);
  const { kind, record, now, asOf, marked } = view;
  const nameOf = useFieldLabel(kind);
  const extra = useCallback((field: Field) => (
    <>
      <FieldHistory kind={kind} id={record.id} field={field} label={nameOf(field)} />
      {marked.has(field.name) && <NowValue field={field} view={view} />}
    </>
  ), [kind, record.id, nameOf, marked, view]);
  return (
    <Card title={t('page.facts')} action={(
      <Button size="small" type="text" aria-pressed={all} onClick={() => setAll(!all)}>{t(all ? 'page.filledOnly' : 'page.allFields')}</Button>
    )}>
      <Facts kind={kind} record={asOf ? record : now} readOnly={view.readOnly} groups={groups} filledOnly={!all} extra={extra} marked={marked} />
    </Card>
  );
}

/** What a field of the past holds now. */
function NowValue({ field, view }: { field: Field; view: RecordView }) {
  const { t } = useTranslation('record');
  const language = useLanguage();
  const choices = useChoices();
  return (
    <span className={styles.now}>
      {t('asOf.now')} <FieldValue field={field} record={view.now} choices={choices(field)} language={language} />
    </span>
  );
}

/** A chip in the head of a page for each of these fields that says something. */
export function Chips({ view, fields }: { view: RecordView; fields: readonly string[] }) {
  const { show, nameOf } = useShow(view.kind);
  return fields.filter((field) => {
    const value = valueOf(view.record, field);
    return value !== undefined && value !== null && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0) && KINDS[view.kind].fields.some(({ name }) => name === field);
  }).map((field) => (
    <span key={field} className={view.marked.has(field) ? `${styles.chip} ${styles.changed}` : styles.chip} title={nameOf(field)}>
      {show(view.record, field)}
    </span>
  ));
}
