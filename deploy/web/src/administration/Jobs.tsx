import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Popconfirm, Progress, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { get, post } from '../api/client';
import { ago, moment, number } from '../api/formats';
import { useUsers } from '../api/settings';
import type { Job, RecordKind } from '../api/types';
import { Failure } from '../frame/Failure';
import { useLanguage } from '../frame/language';
import { Notice } from '../frame/Notice';
import { Failed } from './Failed';
import { useDoing } from './setting';
import styles from './administration.module.css';

interface ListedJob extends Job {
  task: 'IMPORT' | 'BATCH' | 'UNDO';
  recordKind: RecordKind;
  creator: string;
  queuedAt: string;
}

interface Page {
  items: ListedJob[];
  nextCursor?: string | null;
}

const EVERY_MS = 3_000;

/** What is done in the background, by whomever; with stop, resume and undo. */
export default function Jobs() {
  const { t } = useTranslation(['administration', 'record', 'imports']);
  const language = useLanguage();
  const users = useUsers();
  const doing = useDoing(['jobs']);
  const jobs = useInfiniteQuery({
    queryKey: ['jobs', 'all'],
    queryFn: ({ pageParam, signal }) => get<Page>('/api/jobs', { size: 50, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    refetchInterval: (query) => (query.state.data?.pages.length === 1 ? EVERY_MS : false),
  });
  if (jobs.isError) return <Failure error={jobs.error} onRetry={() => void jobs.refetch()} />;
  if (!jobs.data) return <Skeleton active />;
  const items = jobs.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Notice title={t('administration:noJobs')} />;
  const step = (job: ListedJob, what: 'stop' | 'resume' | 'undo', said: string) => void doing.run(() => post(`/api/jobs/${encodeURIComponent(job.id)}/${what}`), said);
  return (
    <>
      <Failed failed={doing.failed} />
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('administration:sections.jobs')}>
        <table className={styles.table}>
          <thead><tr>
            <th scope="col">{t('administration:job')}</th><th scope="col">{t('administration:who')}</th><th scope="col">{t('administration:when')}</th>
            <th scope="col">{t('administration:progress')}</th><th scope="col">{t('administration:result')}</th>
            <th scope="col"><span className="unseen">{t('administration:actions')}</span></th>
          </tr></thead>
          <tbody>
            {items.map((job) => {
              const name = `${job.dryRun ? t('imports:tasks.CHECK') : t(`imports:tasks.${job.task}`)} · ${t(`record:kinds.${job.recordKind}`)}`;
              return (
                <tr key={job.id}>
                  <th scope="row">{name}</th>
                  <td>{users?.find((user) => user.name === job.creator)?.displayName ?? job.creator}</td>
                  <td><time dateTime={job.queuedAt} title={moment(job.queuedAt, language)}>{ago(job.queuedAt, language)}</time></td>
                  <td>
                    {t(`imports:states.${job.state}`)}
                    {(job.state === 'RUNNING' || job.state === 'STOPPED') && job.total > 0 && (
                      <Progress percent={Math.floor((100 * job.done) / job.total)} size="small" aria-label={name} />
                    )}
                  </td>
                  <td>{t('administration:counts', { created: number(job.created, language), updated: number(job.updated, language), refused: number(job.refused, language) })}</td>
                  <td className={styles.actions}>
                    {(job.state === 'RUNNING' || job.state === 'QUEUED') && <Button size="small" disabled={doing.busy} onClick={() => step(job, 'stop', t('administration:stopped'))}>{t('imports:stop')}</Button>}
                    {(job.state === 'STOPPED' || job.state === 'FAILED') && <Button size="small" disabled={doing.busy} onClick={() => step(job, 'resume', t('administration:resumed'))}>{t('imports:resume')}</Button>}
                    {job.undoUntil && Date.parse(job.undoUntil) > Date.now() && job.state !== 'RUNNING' && job.state !== 'QUEUED' && (
                      <Popconfirm title={t('administration:undoAsk')} okText={t('administration:undo')} cancelText={t('record:cancel')}
                        onConfirm={() => step(job, 'undo', t('administration:undoing'))}>
                        <Button size="small" disabled={doing.busy}>{t('administration:undo')}</Button>
                      </Popconfirm>
                    )}
                    {job.refused > 0 && <a href={`/api/jobs/${encodeURIComponent(job.id)}/refused`} download>{t('administration:refusedRows')}</a>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {jobs.hasNextPage && <Button loading={jobs.isFetchingNextPage} onClick={() => void jobs.fetchNextPage()}>{t('administration:more')}</Button>}
    </>
  );
}
