import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get } from '../api/client';
import { ago, number } from '../api/formats';
import { may, useMe } from '../api/me';
import { isFinished } from '../api/records';
import type { Job, RecordKind } from '../api/types';
import { Failure } from '../frame/Failure';
import { useLanguage } from '../frame/language';
import { IMPORTED } from './flow';
import styles from './imports.module.css';

interface ListedJob extends Job {
  recordKind: RecordKind;
  task: 'IMPORT' | 'BATCH' | 'UNDO';
  creator: string;
  queuedAt: string;
}

/** What can be imported, and the jobs of late. */
export default function ImportsPage() {
  const { t } = useTranslation(['imports', 'record']);
  const language = useLanguage();
  const me = useMe();
  const { data, error, refetch } = useQuery({
    queryKey: ['jobs'],
    queryFn: async ({ signal }) => (await get<{ items: ListedJob[] }>('/api/jobs', { size: 30 }, signal)).items,
    refetchInterval: (query) => (query.state.data?.every((job) => isFinished(job)) ? false : 2000),
  });
  return (
    <div className={styles.page}>
      <h1>{t('title')}</h1>
      <h2>{t('choose')}</h2>
      <div className={styles.buttons}>
        {IMPORTED.filter((kind) => may(me, kind, 'write')).map((kind) => (
          <Link key={kind} to={`/imports/${kind}`}><Button>{t(`record:kinds.${kind}`)}</Button></Link>
        ))}
      </div>
      <h2>{t('recent')}</h2>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton active />}
      {data?.length === 0 && <Empty description={t('noneYet')} />}
      {data && data.length > 0 && (
        <ul className={styles.jobs}>
          {data.map((job) => (
            <li key={job.id}>
              <Link to={`/imports/${job.recordKind}?job=${encodeURIComponent(job.id)}`}>
                {t(job.dryRun ? 'tasks.CHECK' : `tasks.${job.task}`)} · {t(`record:kinds.${job.recordKind}`)}
              </Link>
              <span>{t(`states.${job.state}`)}</span>
              <span className={styles.muted}>
                {t('progress', { done: number(job.done, language), total: number(job.total, language) })}
                {' · '}<time dateTime={job.queuedAt}>{ago(job.queuedAt, language)}</time>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
