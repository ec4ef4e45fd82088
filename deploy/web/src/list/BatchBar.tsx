import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Modal, Progress, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { number } from '../api/formats';
import { may, useMe } from '../api/me';
import { COLLECTIONS, isFinished, jobQuery } from '../api/records';
import type { AnyRecord } from '../api/types';
import { useLanguage } from '../frame/language';
import { useReason } from '../frame/useReason';
import { FieldEditor } from '../record/FieldEditor';
import { fieldOf, patchOf, type Field, type KindDescription } from '../record/kind';
import { readAgain } from '../record/saving';
import { useFieldLabel } from '../record/useFields';
import styles from './BatchBar.module.css';

type Act = 'assign' | 'set' | 'addTags' | 'removeTags' | 'archive';

export interface BatchBarProperties {
  description: KindDescription;
  fields: readonly Field[];
  ticked: ReadonlySet<string> | 'all';
  records: readonly AnyRecord[];
  total: number;
  q: string;
  filter: string;
  onTickAll: () => void;
  onClear: () => void;
}

/** What can be done to many records at once: as a job with progress, which can be taken back. */
export default function BatchBar({ description, fields, ticked, records, total, q, filter, onTickAll, onClear }: BatchBarProperties) {
  const { t } = useTranslation(['list', 'frame']);
  const reasonOf = useReason();
  const me = useMe();
  const language = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [act, setAct] = useState<Act | null>(null);
  const [job, setJob] = useState<string | null>(null);
  const count = ticked === 'all' ? total : ticked.size;
  const loaded = ticked === 'all' || ticked.size >= records.length;
  const tags = fieldOf({ fields }, 'tags');
  const settable = fields.filter((field) => field.writable && !['name', 'number', 'owner', 'tags'].includes(field.name)
    && field.type !== 'reference' && field.type !== 'references' && field.name !== description.title);
  const acts: Act[] = [
    ...(may(me, description.kind, 'assign') ? ['assign' as const] : []), 'set',
    ...(tags ? ['addTags' as const, 'removeTags' as const] : []), 'archive',
  ];
  const selection = ticked !== 'all'
    ? { ids: [...ticked], versions: Object.fromEntries(records.filter(({ id }) => ticked.has(id)).map(({ id, version }) => [id, version])) }
    : { q: q || undefined, filter: filter || (q ? undefined : 'id exists') };

  const run = async (change: object) => {
    try {
      const { body } = await post<{ jobId: string }>(`${COLLECTIONS[description.kind]}/batch`, { ...selection, ...change });
      setAct(null);
      setJob(body.jobId);
    } catch (failed) {
      void message.error(reasonOf(failed), 6);
    }
  };
  return (
    <div className={styles.bar} role="region" aria-label={t('list:batch.label')}>
      <strong aria-live="polite">{t('list:batch.ticked', { number: number(count, language) })}</strong>
      {ticked !== 'all' && loaded && total > ticked.size && (
        <Button type="link" size="small" onClick={onTickAll}>{t('list:batch.allMatching', { total: number(total, language) })}</Button>
      )}
      {acts.map((each) => (
        <Button key={each} size="small" danger={each === 'archive'} onClick={() => setAct(each)}>{t(`list:batch.${each}`)}</Button>
      ))}
      <Button size="small" type="text" onClick={onClear}>{t('list:batch.clear')}</Button>
      {act && <ActDialog act={act} fields={act === 'set' ? settable : fields} description={description} count={count} onRun={run} onClose={() => setAct(null)} />}
      {job && <JobDialog id={job} onFinished={() => readAgain(client, description.kind)} onClose={() => {
        setJob(null);
        onClear();
        readAgain(client, description.kind);
      }} onUndo={setJob} />}
    </div>
  );
}

function ActDialog({ act, fields, description, count, onRun, onClose }: {
  act: Act; fields: readonly Field[]; description: KindDescription; count: number; onRun: (change: object) => Promise<void>; onClose: () => void;
}) {
  const { t } = useTranslation('list');
  const nameOf = useFieldLabel(description.kind);
  const language = useLanguage();
  const [name, setName] = useState(act === 'assign' ? 'owner' : act === 'set' ? '' : 'tags');
  const [value, setValue] = useState<unknown>(null);
  const [reason, setReason] = useState('');
  const [running, setRunning] = useState(false);
  const field = fieldOf({ fields }, name);
  const given = act === 'archive' ? reason.trim() !== '' : act === 'set' ? field !== undefined
    : Array.isArray(value) ? value.length > 0 : !!value;
  const change = () => {
    switch (act) {
      case 'assign':
        return { assignTo: value };
      case 'set':
        return { set: patchOf(name, value) };
      case 'addTags':
      case 'removeTags':
        return { [act]: value };
      case 'archive':
        return { archive: true };
    }
  };
  const run = async () => {
    setRunning(true);
    await onRun({ ...change(), reason: reason.trim() || undefined });
    setRunning(false);
  };
  return (
    <Modal open title={t(`batch.${act}`)} onCancel={onClose} cancelText={t('batch.cancel')} confirmLoading={running}
      okText={t('batch.run', { number: number(count, language) })} okButtonProps={{ disabled: !given, danger: act === 'archive' }} onOk={() => void run()}>
      <div className={styles.form}>
        {act === 'set' && (
          <Select aria-label={t('batch.field')} placeholder={t('batch.field')} value={name || undefined} showSearch={{ optionFilterProp: 'label' }}
            options={fields.map((each) => ({ value: each.name, label: nameOf(each) }))} onChange={(chosen) => {
              setName(chosen);
              setValue(null);
            }} />
        )}
        {act !== 'archive' && field && <FieldEditor key={name} field={field} value={value} onChange={setValue} label={`${nameOf(field)} ${t('batch.value')}`} autoFocus={act !== 'set'} />}
        <Input aria-label={t('batch.reason')} placeholder={t('batch.reason')} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
    </Modal>
  );
}

function JobDialog({ id, onFinished, onClose, onUndo }: { id: string; onFinished: () => void; onClose: () => void; onUndo: (job: string) => void }) {
  const { t } = useTranslation('list');
  const language = useLanguage();
  const { data: job } = useQuery(jobQuery(id));
  const finished = isFinished(job);
  const count = (value: number) => number(value, language);
  const tell = useRef(onFinished);
  tell.current = onFinished;
  useEffect(() => {
    if (finished) tell.current();
  }, [finished]);
  const undo = async () => onUndo((await post<{ jobId: string }>(`/api/jobs/${encodeURIComponent(id)}/undo`)).body.jobId);
  return (
    <Modal open title={t('batch.label')} onCancel={onClose} mask={{ closable: false }} footer={[
      ...(finished && job && job.refused > 0 ? [<Button key="refused" href={`/api/jobs/${encodeURIComponent(id)}/refused`}>{t('batch.refused')}</Button>] : []),
      ...(finished && job?.undoUntil && job.updated > 0 ? [<Button key="undo" onClick={() => void undo()}>{t('batch.undo')}</Button>] : []),
      <Button key="close" type="primary" onClick={onClose}>{t('batch.close')}</Button>,
    ]}>
      <Progress percent={job && job.total > 0 ? Math.floor((job.done / job.total) * 100) : finished ? 100 : 0} status={job?.state === 'FAILED' ? 'exception' : undefined}
        aria-label={t('batch.label')} />
      <p role="status">
        {!job || !finished ? [t('batch.running', { done: count(job?.done ?? 0), total: count(job?.total ?? 0) }),
          job?.etaSeconds ? t('batch.eta', { seconds: count(job.etaSeconds) }) : null].filter(Boolean).join(' · ')
          : job.state === 'DONE' || job.state === 'UNDONE'
            ? t('batch.done', { updated: count(job.updated), unchanged: count(job.unchanged), refused: count(job.refused) }) : null}
      </p>
      {job?.state === 'FAILED' && <Alert type="error" title={t('batch.failed')} />}
    </Modal>
  );
}
