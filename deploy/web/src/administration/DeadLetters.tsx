import { CheckCircleOutlined, ReloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Pagination, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get, post } from '../api/client';
import { ago, moment } from '../api/formats';
import { Failure } from '../frame/Failure';
import { useLanguage } from '../frame/language';
import { Notice } from '../frame/Notice';
import { Failed } from './Failed';
import { useDoing } from './setting';
import styles from './administration.module.css';

interface DeadLetter {
  id: string;
  kind: string;
  recordId?: string;
  type?: string;
  cause: string;
  detail?: string;
  at: string;
  attempts: number;
  retrying: boolean;
  topic: string;
  partition: number;
  offset: number;
}

const SIZE = 50;
const EVERY_MS = 5_000;

/** Events that could not become part of their record, and their retry. */
export default function DeadLetters() {
  const { t } = useTranslation('administration');
  const language = useLanguage();
  const [page, setPage] = useState(1);
  const doing = useDoing(['dead-letters']);
  const letters = useQuery({
    queryKey: ['dead-letters', page],
    queryFn: ({ signal }) => get<{ items: DeadLetter[]; total: number }>('/api/admin/dead-letters', { page, size: SIZE }, signal),
    refetchInterval: EVERY_MS,
  });
  if (letters.isError) return <Failure error={letters.error} onRetry={() => void letters.refetch()} />;
  if (!letters.data) return <Skeleton active />;
  if (letters.data.total === 0) return <Notice title={t('noLetters')}><CheckCircleOutlined aria-hidden style={{ fontSize: 32, color: 'var(--rapport-won)' }} /></Notice>;
  return (
    <>
      <div className={styles.tools}>
        <b role="status">{t('letters', { count: letters.data.total })}</b>
        <Button type="primary" icon={<ReloadOutlined aria-hidden />} loading={doing.busy}
          onClick={() => void doing.run(() => post('/api/admin/dead-letters/retry-all'), t('retrying'))}>{t('retryAll')}</Button>
      </div>
      <Failed failed={doing.failed} />
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('sections.dead-letters')}>
        <table className={styles.table}>
          <thead><tr>
            <th scope="col">{t('event')}</th><th scope="col">{t('record')}</th><th scope="col">{t('cause')}</th><th scope="col">{t('when')}</th>
            <th scope="col">{t('attempts')}</th><th scope="col"><span className="unseen">{t('actions')}</span></th>
          </tr></thead>
          <tbody>
            {letters.data.items.map((letter) => (
              <tr key={letter.id}>
                <th scope="row"><code>{letter.type ?? letter.kind}</code><div className={styles.hint}>{letter.topic} {letter.partition}:{letter.offset}</div></th>
                <td><code>{letter.recordId ?? '–'}</code></td>
                <td>{letter.cause}{letter.detail && <div className={styles.hint}>{letter.detail}</div>}</td>
                <td><time dateTime={letter.at} title={moment(letter.at, language)}>{ago(letter.at, language)}</time></td>
                <td>{letter.attempts}</td>
                <td className={styles.actions}>
                  {letter.retrying ? <Tag>{t('retrying')}</Tag> : (
                    <Button size="small" disabled={doing.busy} aria-label={t('retryOf', { what: letter.type ?? letter.id })}
                      onClick={() => void doing.run(() => post(`/api/admin/dead-letters/${encodeURIComponent(letter.id)}/retry`), t('retrying'))}>{t('retry')}</Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {letters.data.total > SIZE && <Pagination current={page} pageSize={SIZE} total={letters.data.total} showSizeChanger={false} onChange={setPage} />}
    </>
  );
}
