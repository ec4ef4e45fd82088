import { CopyOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get } from '../api/client';
import { recordPath } from '../api/records';
import type { AnyRecord } from '../api/types';
import { Card } from '../record/Card';
import { pageOf } from '../record/kinds';
import type { RecordView } from '../record/view';
import styles from './Cards.module.css';

interface Candidate {
  /** From 0 to 1. */
  score: number;
  reasons: string[];
  customer: AnyRecord;
}

/** Says that the customer may have been entered twice. */
export function Duplicates({ view }: { view: RecordView }) {
  const { t } = useTranslation('customers');
  const { id } = view.record;
  const candidates = useQuery({
    queryKey: ['record', 'customer', id, 'duplicates'],
    queryFn: async ({ signal }) => (await get<{ items: Candidate[] }>(`${recordPath('customer', id)}/duplicates`, {}, signal)).items,
    enabled: !view.asOf && !view.now.archived,
    staleTime: 60_000,
  }).data ?? [];
  if (view.asOf || candidates.length === 0) return null;
  return (
    <Card title={t('duplicates.title')} count={candidates.length} tone="waiting">
      <ul className={styles.list}>
        {candidates.slice(0, 3).map(({ customer, score }) => (
          <li key={customer.id}>
            <div className={styles.line}>
              <Link className={styles.name} to={pageOf('customer', customer.id)}><bdi>{String(customer.name ?? '')}</bdi></Link>
              <span className={styles.score}>{t('duplicates.score', { percent: Math.round(score * 100) })}</span>
            </div>
            {!view.readOnly && <Link className={styles.compare} to={`/merges/${encodeURIComponent(id)}/${encodeURIComponent(customer.id)}`}><CopyOutlined aria-hidden /> {t('duplicates.compare')}</Link>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
