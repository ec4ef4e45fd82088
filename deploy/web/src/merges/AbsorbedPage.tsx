import { useQueries, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Empty, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { post } from '../api/client';
import { recordQuery, useRecord } from '../api/records';
import { Failure } from '../frame/Failure';
import { useReason } from '../frame/useReason';
import { KINDS, pageOf } from '../record/kinds';
import { fieldOf } from '../record/kind';
import { readAgain } from '../record/saving';
import { useFieldLabel, useFields } from '../record/useFields';
import styles from './merges.module.css';

interface Unmerged {
  restored: string[];
  kept: string[];
}

/** The customers that became part of one, each of which can be made a customer of its own again. */
export default function AbsorbedPage() {
  const { t } = useTranslation('merges');
  const { id = '' } = useParams();
  const client = useQueryClient();
  const reason = useReason();
  const { message, modal } = App.useApp();
  const { data: survivor, error, refetch } = useRecord('customer', id);
  const fields = useFields(KINDS.customer);
  const labelOf = useFieldLabel('customer');
  const [result, setResult] = useState<Unmerged | null>(null);
  const absorbed = (survivor?.absorbed as string[] | undefined) ?? [];
  // A merged customer answers for nothing any more, but tells what it was.
  const now = useMemo(() => new Date().toISOString(), []);
  const past = useQueries({ queries: absorbed.map((other) => recordQuery('customer', other, now)) });
  if (error && !survivor) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!survivor) return <Skeleton active className={styles.page} />;

  async function unmerge(from: string) {
    try {
      const { body } = await post<Unmerged>(`/api/customers/${id}/unmerge`, { from });
      setResult(body);
      readAgain(client, 'customer', id);
      void client.invalidateQueries({ queryKey: ['record', 'customer', from] });
    } catch (failed) {
      message.error(reason(failed), 6);
    }
  }

  const named = (names: readonly string[]) => names.map((name) => {
    const field = fieldOf({ fields }, name);
    return field ? labelOf(field) : name;
  }).join('、');

  return (
    <div className={styles.page}>
      <h1>{t('history')}</h1>
      <p><Link to={pageOf('customer', id)}><bdi>{String(survivor.name)}</bdi></Link></p>
      {result && (
        <Alert type="success" showIcon role="status" title={t('unmerged')} description={<>
          {result.restored.length > 0 && <p>{t('restored', { fields: named(result.restored) })}</p>}
          {result.kept.length > 0 && <p>{t('kept', { fields: named(result.kept) })}</p>}
        </>} />
      )}
      {absorbed.length === 0 && <Empty description={t('nothingAbsorbed')} />}
      <ul className={styles.pairs}>
        {absorbed.map((other, at) => {
          const name = String(past[at]?.data?.name ?? other);
          return (
            <li key={other} className={styles.pair}>
              <span>{t('mergedInto', { from: name, into: String(survivor.name) })}</span>
              <div className={styles.buttons}>
                <Button danger onClick={() => modal.confirm({
                  title: t('unmerge'), content: t('unmergeAsk'), okText: t('unmerge'), onOk: () => unmerge(other),
                })}>{t('unmerge')}</Button>
              </div>
            </li>
          );
        })}
      </ul>
      <div className={styles.buttons}>
        <Link to={pageOf('customer', id)}><Button type="primary">{t('toCustomer')}</Button></Link>
      </div>
    </div>
  );
}
