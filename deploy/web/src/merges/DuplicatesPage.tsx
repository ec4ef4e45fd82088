import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Empty, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get, post } from '../api/client';
import { ago, number } from '../api/formats';
import { may, useMe } from '../api/me';
import type { AnyRecord } from '../api/types';
import { Failure } from '../frame/Failure';
import { useLanguage } from '../frame/language';
import { useReason } from '../frame/useReason';
import { Reasons, type Reason } from './Reasons';
import styles from './merges.module.css';

interface Pair {
  score: number;
  reasons: Reason[];
  customers: [AnyRecord, AnyRecord];
}

interface Pairs {
  items: Pair[];
  total: number;
  nextCursor?: string;
  sweep: { running: boolean; at?: string; customers?: number };
}

const QUERY = ['duplicates'];

/** Customers that may be one, the likeliest first. */
export default function DuplicatesPage() {
  const { t } = useTranslation('merges');
  const language = useLanguage();
  const me = useMe();
  const client = useQueryClient();
  const reason = useReason();
  const { message } = App.useApp();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: QUERY,
    queryFn: ({ pageParam, signal }) => get<Pairs>('/api/customers/duplicates', { cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: (query) => (query.state.data?.pages[0]?.sweep.running ? 2000 : false),
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className={styles.page} />;
  const pairs = data.pages.flatMap((page) => page.items);
  const sweep = data.pages[0]!.sweep;

  async function tellApart([first, second]: [AnyRecord, AnyRecord]) {
    try {
      await post(`/api/customers/${first.id}/tell-apart`, { from: second.id });
      message.success(t('toldApart'));
    } catch (failed) {
      message.error(reason(failed), 6);
    }
    void client.invalidateQueries({ queryKey: QUERY });
  }

  return (
    <div className={styles.page}>
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <p role="status" className={styles.muted}>
        {sweep.running ? t('running') : sweep.at && t('swept', { at: ago(sweep.at, language), customers: number(sweep.customers ?? 0, language) })}
        {!sweep.running && (
          <Button type="link" onClick={() => void post('/api/customers/duplicates/sweep').then(() => refetch())}>{t('again')}</Button>
        )}
      </p>
      {pairs.length === 0 && !sweep.running && <Empty description={t('none')} />}
      <ul className={styles.pairs}>
        {pairs.map(({ score, reasons, customers: [first, second] }) => (
          <li key={first.id + second.id} className={styles.pair}>
            <div className={styles.names}>
              {[first, second].map((customer) => (
                <span key={customer.id}>
                  <Link to={`/customers/${customer.id}`}><bdi>{String(customer.name)}</bdi></Link>{' '}
                  <span className={styles.muted}>{String(customer.number ?? '')}</span>
                </span>
              ))}
            </div>
            <div className={styles.muted}>{t('likely', { percent: Math.round(score * 100) })} · <Reasons reasons={reasons} /></div>
            {may(me, 'customer', 'write') && (
              <div className={styles.buttons}>
                <Link to={`/merges/${first.id}/${second.id}`}><Button type="primary">{t('compare')}</Button></Link>
                <Button onClick={() => void tellApart([first, second])}>{t('apart')}</Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {hasNextPage && <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('more')}</Button>}
    </div>
  );
}
