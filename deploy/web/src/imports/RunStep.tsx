import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Progress, Skeleton } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { post } from '../api/client';
import { moment, number } from '../api/formats';
import { isFinished, jobQuery } from '../api/records';
import type { Job, RecordKind } from '../api/types';
import { Failure } from '../frame/Failure';
import { useLanguage } from '../frame/language';
import { KINDS } from '../record/kinds';
import { readAgain } from '../record/saving';
import { Counts, RefusedRows } from './Counts';
import { flow } from './flow';
import { useReason } from '../frame/useReason';
import styles from './imports.module.css';

/** How far an import is, and what came of it. */
export function RunStep({ kind, job: id }: { kind: RecordKind; job: string }) {
  const { t } = useTranslation('imports');
  const language = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const reason = useReason();
  const { message, modal } = App.useApp();
  const { data: job, error, refetch } = useQuery(jobQuery(id));
  const finished = isFinished(job);

  useEffect(() => {
    // The file has been handed over.
    flow.set(null);
  }, []);
  useEffect(() => {
    if (finished) readAgain(client, kind);
  }, [client, finished, kind]);

  if (error && !job) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!job) return <Skeleton active />;

  async function ask(step: 'stop' | 'resume' | 'undo') {
    try {
      const answer = await post<Job | { jobId: string }>(`/api/jobs/${encodeURIComponent(id)}/${step}`);
      if ('jobId' in answer.body) {
        void navigate(`/imports/${kind}?job=${encodeURIComponent(answer.body.jobId)}`);
      } else {
        await refetch();
      }
    } catch (failed) {
      message.error(reason(failed), 6);
    }
  }

  return (
    <section className={styles.step}>
      <p role="status"><strong>{t(`states.${job.state}`)}</strong></p>
      {!finished && (
        <>
          <Progress percent={job.total > 0 ? Math.floor((100 * job.done) / job.total) : 0} aria-label={t(`states.${job.state}`)} />
          <p>
            {t('progress', { done: number(job.done, language), total: number(job.total, language) })}
            {job.etaSeconds !== null && job.etaSeconds > 0 && ` · ${t('eta', { time: duration(job.etaSeconds) })}`}
          </p>
          <p className={styles.muted}>{t('leave')}</p>
        </>
      )}
      {job.state === 'FAILED' && <Alert type="error" showIcon role="alert" title={t('failed')} />}
      {job.done > 0 && <Counts job={job} />}
      {finished && <RefusedRows job={job} />}
      <div className={styles.buttons}>
        {finished && <Link to={KINDS[kind].path}><Button type="primary">{t('toList')}</Button></Link>}
        {finished && <Link to={`/imports/${kind}`}><Button>{t('again')}</Button></Link>}
        {!finished && <Button onClick={() => void ask('stop')}>{t('stop')}</Button>}
        {(job.state === 'STOPPED' || job.state === 'FAILED') && <Button onClick={() => void ask('resume')}>{t('resume')}</Button>}
        {job.undoUntil && (
          <Button danger onClick={() => modal.confirm({
            title: t('undo'), content: t('undoAsk'), okText: t('undo'), onOk: () => ask('undo'),
          })}>{t('undo')}</Button>
        )}
      </div>
      {job.undoUntil && <p className={styles.muted}>{t('undoUntil', { until: moment(job.undoUntil, language) })}</p>}
    </section>
  );

  function duration(seconds: number): string {
    return seconds < 90 ? t('seconds', { count: seconds }) : t('minutes', { count: Math.ceil(seconds / 60) });
  }
}
