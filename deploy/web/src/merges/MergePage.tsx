import { SwapOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Radio, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { post } from '../api/client';
import { Problem } from '../api/problem';
import { useRecord } from '../api/records';
import type { AnyRecord } from '../api/types';
import { Failure } from '../frame/Failure';
import { useLanguage } from '../frame/language';
import { useReason } from '../frame/useReason';
import { FieldValue } from '../record/FieldValue';
import { KINDS, pageOf } from '../record/kinds';
import { readAgain } from '../record/saving';
import { useChoices, useFieldLabel, useFields } from '../record/useFields';
import { differences, taken, type Choice } from './choices';
import styles from './merges.module.css';

/** Two customers side by side, with the choice of every field that they hold differently. */
export default function MergePage() {
  const { id = '', from = '' } = useParams();
  const survivor = useRecord('customer', id);
  const other = useRecord('customer', from);
  const failed = survivor.error ?? other.error;
  if (failed) return <Failure error={failed} onRetry={() => { void survivor.refetch(); void other.refetch(); }} />;
  if (!survivor.data || !other.data) return <Skeleton active className={styles.page} />;
  return <SideBySide key={id + from} survivor={survivor.data} other={other.data} />;
}

function SideBySide({ survivor, other }: { survivor: AnyRecord; other: AnyRecord }) {
  const { t } = useTranslation('merges');
  const language = useLanguage();
  const navigate = useNavigate();
  const reasonOf = useReason();
  const client = useQueryClient();
  const fields = useFields(KINDS.customer);
  const labelOf = useFieldLabel('customer');
  const choicesOf = useChoices();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const [merging, setMerging] = useState(false);
  const found = useMemo(() => differences(fields, survivor, other), [fields, survivor, other]);

  async function merge() {
    setMerging(true);
    setRefused(null);
    try {
      await post(`/api/customers/${survivor.id}/merge`, { from: other.id, take: taken(found, chosen) },
        { version: survivor.version, reason: reason || undefined });
      readAgain(client, 'customer', survivor.id);
      // It answers for nothing any more: whoever looks at it next asks anew.
      void client.invalidateQueries({ queryKey: ['record', 'customer', other.id], refetchType: 'none' });
      void client.invalidateQueries({ queryKey: ['duplicates'] });
      void navigate(`/merges/${survivor.id}`, { replace: true });
    } catch (failed) {
      setMerging(false);
      if (failed instanceof Problem && failed.status === 412) {
        readAgain(client, 'customer', survivor.id);
        setRefused(t('changed'));
      } else {
        setRefused(reasonOf(failed));
      }
    }
  }

  const sides = [{ choice: 'this', record: survivor, title: t('survivor') }, { choice: 'from', record: other, title: t('absorbed') }] as const;
  return (
    <div className={styles.page}>
      <h1>{t('merge')}</h1>
      <p>{t('hint')}</p>
      {refused && <Alert type="error" showIcon role="alert" title={refused} />}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            {sides.map(({ record, title }) => (
              <th key={record.id} scope="col">
                <span className={styles.muted}>{title}</span><br />
                <Link to={pageOf('customer', record.id)}><bdi>{String(record.name)}</bdi></Link>{' '}
                <span className={styles.muted}>{String(record.number ?? '')}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.map(({ field, name, list, proposed }) => {
            const choice = chosen.get(name) ?? proposed;
            const label = name === field.name ? labelOf(field) : labelOf({ ...field, name, label: field.label });
            const choose = (next: Choice) => setChosen(new Map(chosen).set(name, next));
            return (
              <tr key={name}>
                <th scope="row">
                  {label}
                  {list && <div><Radio name={`merge-${name}`} checked={choice === 'both'} onChange={() => choose('both')}>{t('both')}</Radio></div>}
                </th>
                {sides.map((side) => (
                  <td key={side.choice} className={choice === side.choice || choice === 'both' ? styles.chosen : undefined}>
                    <Radio name={`merge-${name}`} checked={choice === side.choice} onChange={() => choose(side.choice)}
                      aria-label={`${label}: ${side.choice === 'this' ? t('keepThis') : t('takeFrom')}`}>
                      <FieldValue field={field} record={side.record} choices={choicesOf(field)} language={language} />
                    </Radio>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.muted}>{found.length === 0 ? t('same') : t('onlyDifferent')}</p>
      <Input aria-label={t('reason')} placeholder={t('reason')} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
      <div className={styles.buttons}>
        <Button type="primary" loading={merging} onClick={() => void merge()}>{t('confirm')}</Button>
        <Button icon={<SwapOutlined />} onClick={() => void navigate(`/merges/${other.id}/${survivor.id}`, { replace: true })}>{t('swap')}</Button>
      </div>
    </div>
  );
}
