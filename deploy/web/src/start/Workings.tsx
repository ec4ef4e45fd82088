import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get } from '../api/client';
import type { Job } from '../api/types';
import styles from './StartPage.module.css';

const EVERY_MS = 15_000;

/** For administrators: whether something is stuck. */
export default function Workings() {
  const { t } = useTranslation('start');
  const letters = useQuery({
    queryKey: ['dead-letters', 'count'],
    refetchInterval: EVERY_MS,
    queryFn: ({ signal }) => get<{ total: number }>('/api/admin/dead-letters', { size: 1 }, signal),
  });
  const jobs = useQuery({
    queryKey: ['jobs', 'newest'],
    refetchInterval: EVERY_MS,
    queryFn: ({ signal }) => get<{ items: Job[] }>('/api/jobs', { size: 50 }, signal),
  });
  const running = jobs.data?.items.filter(({ state }) => state === 'RUNNING' || state === 'QUEUED').length ?? 0;
  const failed = jobs.data?.items.filter(({ state }) => state === 'FAILED').length ?? 0;
  const stuck = letters.data?.total ?? 0;
  return (
    <section className={styles.card} aria-labelledby="start-workings">
      <h2 id="start-workings">{t('workings.title')}</h2>
      <ul className={styles.legend}>
        <li>
          <Link to="/administration/dead-letters">{t('workings.deadLetters')}</Link>
          <span className={stuck > 0 ? styles.danger : styles.fine}>
            {stuck > 0 ? <WarningOutlined aria-hidden /> : <CheckCircleOutlined aria-hidden />} {letters.isError ? t('unavailable') : t('workings.stuck', { count: stuck })}
          </span>
        </li>
        <li>
          <Link to="/administration/jobs">{t('workings.jobs')}</Link>
          <span className={failed > 0 ? styles.danger : undefined}>
            {failed > 0 && <WarningOutlined aria-hidden />} {jobs.isError ? t('unavailable') : t('workings.running', { running, failed })}
          </span>
        </li>
      </ul>
    </section>
  );
}
