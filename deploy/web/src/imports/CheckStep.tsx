import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Progress } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { upload } from '../api/client';
import { COLLECTIONS, isFinished, jobQuery } from '../api/records';
import { Counts, RefusedRows } from './Counts';
import { Differences } from './Differences';
import { flow, importForm, type Flow } from './flow';
import { useReason } from '../frame/useReason';
import styles from './imports.module.css';

/** Tries the file out without changing anything, shows what would happen, and starts the import. */
export function CheckStep({ flow: present, back, onStarted }: { flow: Flow; back: ReactNode; onStarted: (job: string) => void }) {
  const { t } = useTranslation('imports');
  const reason = useReason();
  const [refused, setRefused] = useState<string | null>(null);
  const [starting, setStarting] = useState(false);
  const asked = useRef(false);
  const job = useQuery({ ...jobQuery(present.checkJob ?? ''), enabled: present.checkJob !== null }).data;

  const send = async (dryRun: boolean) => (await upload<{ jobId: string }>(`${COLLECTIONS[present.kind]}/import`,
    importForm(present.file, present.mapping), { query: { dryRun, key: present.key } })).body.jobId;

  useEffect(() => {
    if (present.checkJob !== null || asked.current) return;
    asked.current = true;
    send(true).then((checkJob) => flow.set({ ...present, checkJob }), (failed: unknown) => setRefused(reason(failed)));
  });

  async function start() {
    setStarting(true);
    try {
      onStarted(await send(false));
    } catch (failed) {
      setRefused(reason(failed));
      setStarting(false);
    }
  }

  if (refused) {
    return (
      <section className={styles.step}>
        <Alert type="error" showIcon role="alert" title={refused} />
        <div className={styles.buttons}>{back}</div>
      </section>
    );
  }
  if (!job || !isFinished(job)) {
    return (
      <section className={styles.step}>
        <p role="status">{t('checking')}</p>
        <Progress percent={job && job.total > 0 ? Math.floor((100 * job.done) / job.total) : 0} aria-label={t('checking')} />
        <div className={styles.buttons}>{back}</div>
      </section>
    );
  }
  const rows = job.created + job.updated;
  return (
    <section className={styles.step}>
      <p role="status">{t('checkHint')}</p>
      <Counts job={job} />
      <RefusedRows job={job} />
      <Differences kind={present.kind} job={job} />
      {rows + job.unchanged === 0 && <Alert type="warning" showIcon title={t('nothing')} />}
      <div className={styles.buttons}>
        <Button type="primary" loading={starting} disabled={rows === 0} onClick={() => void start()}>
          {starting ? t('starting') : t('start', { count: rows })}
        </Button>
        {back}
      </div>
    </section>
  );
}
