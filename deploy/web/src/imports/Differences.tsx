import { ArrowRightOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get } from '../api/client';
import { number } from '../api/formats';
import { useNames } from '../api/records';
import type { AnyRecord, Job, RecordKind } from '../api/types';
import { Failure } from '../frame/Failure';
import { useLanguage } from '../frame/language';
import { patchOf } from '../record/kind';
import { pageOf } from '../record/kinds';
import { useShow } from '../record/useShow';
import { useFieldNames } from './useFieldNames';
import styles from './imports.module.css';

interface Difference {
  line: number;
  recordId: string;
  number: string | null;
  name: string | null;
  fields: ReadonlyArray<{ field: string; old: unknown; new: unknown }>;
}

interface Page {
  items: Difference[];
  nextCursor: string | null;
}

/** What the rows that would change a record would change of it; nothing where none does. */
export function Differences({ kind, job }: { kind: RecordKind; job: Job }) {
  const { t } = useTranslation(['imports', 'record']);
  const language = useLanguage();
  const { show } = useShow(kind);
  const nameOf = useFieldNames(kind);
  const found = useInfiniteQuery({
    queryKey: ['job', job.id, 'changes'],
    queryFn: ({ pageParam, signal }) => get<Page>(`/api/jobs/${encodeURIComponent(job.id)}/changes`, { size: 20, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    enabled: job.updated > 0,
    staleTime: Infinity,
  });
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  const customers = useNames('customer', rows.flatMap(({ fields }) => fields.filter(({ field }) => field === 'customerId')
    .flatMap((change) => [change.old, change.new]).filter((id) => typeof id === 'string')));
  if (job.updated === 0) return null;
  if (found.isError) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  if (found.isPending) return <Skeleton active title={false} />;
  const value = (field: string, given: unknown) => show({ id: '', version: 0, ...patchOf(field, given) } as AnyRecord, field, customers) ?? String(given ?? '–');
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('imports:differences.title')}>
      <table className={`${styles.table} ${styles.differences}`}>
        <caption>{t('imports:differences.title')}</caption>
        <thead><tr><th scope="col">{t('imports:differences.line')}</th><th scope="col">{t(`record:kinds.${kind}`)}</th><th scope="col">{t('imports:differences.changes')}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.line} ${row.recordId}`}>
              <td>{number(row.line, language)}</td>
              <th scope="row">
                <Link to={pageOf(kind, row.recordId)} target="_blank"><bdi>{row.name ?? row.number ?? t('record:none')}</bdi></Link>
                {row.name && row.number && <div className={styles.muted}><bdi>{row.number}</bdi></div>}
              </th>
              <td>
                <ul>
                  {row.fields.map((change) => (
                    <li key={change.field}>
                      <b>{nameOf(change.field)}</b> <span className={styles.old}>{value(change.field, change.old)}</span>
                      {' '}<ArrowRightOutlined aria-label={t('record:history.to')} /> <span>{value(change.field, change.new)}</span>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.hasNextPage
        ? <Button type="link" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('record:page.more')}</Button>
        : rows.length < job.updated && <p className={styles.muted}>{t('imports:differences.rest', { shown: number(rows.length, language), total: number(job.updated, language) })}</p>}
    </div>
  );
}
