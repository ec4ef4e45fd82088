import { CheckOutlined, EditOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../frame/language';
import { day } from '../api/formats';
import { Card } from '../record/Card';
import { EditedFact } from '../record/Facts';
import { fieldOf, mayWrite, type Field } from '../record/kind';
import { KINDS } from '../record/kinds';
import { useAct } from '../record/useAct';
import { useFieldLabel, useFields } from '../record/useFields';
import type { RecordView } from '../record/view';
import styles from './Cards.module.css';

/** How much the profile can be relied on, what is missing, each entered where it is named, and the yearly look at it. */
export function Quality({ view }: { view: RecordView }) {
  const { t } = useTranslation('customers');
  const language = useLanguage();
  const fields = useFields(KINDS.customer);
  const nameOf = useFieldLabel('customer');
  const act = useAct('customer');
  const [editing, setEditing] = useState<Field | null>(null);
  const { record, readOnly } = view;
  const score = typeof record.qualityScore === 'number' ? record.qualityScore : null;
  const names = (list: unknown) => (Array.isArray(list) ? (list as string[]) : []);
  const invalid = names(record.invalidFacts);
  const stale = record.stale === true;
  if (score === null && !stale) return null;
  /** An address is entered part by part. */
  const entered = (name: string) => fieldOf({ fields }, name === 'address' ? 'address.registered' : name);
  return (
    <Card title={t('quality.title')} tone={stale ? 'risk' : undefined}>
      {score !== null && (
        <div className={styles.row}>
          <span className={styles.figure}>{score}</span>
          <span className={styles.meter} role="meter" aria-label={t('quality.title')} aria-valuenow={score} aria-valuemin={0} aria-valuemax={100}>
            <span style={{ inlineSize: `${score}%` }} />
          </span>
        </div>
      )}
      {invalid.length > 0 && (
        <p className={`${styles.text} ${styles.risk}`}>
          <WarningOutlined aria-hidden /> {t('quality.invalid', { fields: invalid.map((name) => labelled(name)).join('、') })}
        </p>
      )}
      {names(record.missingFacts).length > 0 && (
        <div className={styles.missing}>
          <span className={styles.muted}>{t('quality.missing')}</span>
          {names(record.missingFacts).map((name) => {
            const field = entered(name);
            return !readOnly && field && mayWrite(field, view.now)
              ? <Button key={name} size="small" icon={<EditOutlined aria-hidden />} onClick={() => setEditing(field)}>{labelled(name)}</Button>
              : <span key={name}>{labelled(name)}</span>;
          })}
        </div>
      )}
      {editing && !readOnly && (
        <div>
          <div className={styles.muted}>{nameOf(editing)}</div>
          <EditedFact key={editing.name} kind="customer" record={view.now} field={editing} label={nameOf(editing)} onClose={() => setEditing(null)} />
        </div>
      )}
      <div className={styles.row}>
        {typeof record.reviewDue === 'string' && (
          <span className={stale ? styles.risk : styles.muted}>
            {stale && <WarningOutlined aria-hidden />} {t(stale ? 'quality.overdue' : 'quality.due', { day: day(record.reviewDue, language) })}
          </span>
        )}
        {!readOnly && (
          <Button size="small" icon={<CheckOutlined aria-hidden />} title={t('quality.confirmHint')}
            onClick={() => void act(view.now, { path: 'confirm', body: {}, done: t('quality.confirmed') })}>{t('quality.confirm')}</Button>
        )}
      </div>
    </Card>
  );

  function labelled(name: string): string {
    const field = fieldOf({ fields }, name) ?? entered(name);
    return field ? nameOf(field) : name;
  }
}
