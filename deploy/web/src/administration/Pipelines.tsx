import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { label as named } from '../api/formats';
import { pipelinesQuery } from '../api/settings';
import type { Label, Pipeline } from '../api/types';
import { Failure } from '../frame/Failure';
import { useLanguage } from '../frame/language';
import { Entries } from './Entries';
import { faultsOf, trimmed, type Entry } from './entries';
import { Failed } from './Failed';
import { Labels } from './Labels';
import { loadSetting, useDoing, type Setting } from './setting';
import styles from './administration.module.css';

const KEY = /^[a-z][a-z0-9-]{0,39}$/;
const EMPTY: Setting<Pipeline> = { body: { key: '', label: {}, isDefault: false, stages: [] }, version: null };

/** The ways in which this company sells, and their stages. */
export default function Pipelines() {
  const { t } = useTranslation('administration');
  const language = useLanguage();
  const [parameters, setParameters] = useSearchParams();
  const pipelines = useQuery(pipelinesQuery);
  if (pipelines.isError) return <Failure error={pipelines.error} onRetry={() => void pipelines.refetch()} />;
  if (!pipelines.data) return <Skeleton active />;
  const asked = parameters.get('pipeline');
  const key = asked === '' ? null : pipelines.data.find((one) => one.key === asked)?.key ?? pipelines.data[0]?.key ?? null;
  return (
    <>
      <div className={styles.tools}>
        <Select aria-label={t('pipeline')} value={key ?? undefined} placeholder={t('newPipeline')} style={{ minWidth: 160 }}
          options={pipelines.data.map((one) => ({ value: one.key, label: named(one.label, language, one.key) }))}
          onChange={(chosen) => setParameters({ pipeline: chosen }, { replace: true })} />
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => setParameters({ pipeline: '' }, { replace: true })}>{t('newPipeline')}</Button>
      </div>
      <Editor key={key ?? 'new'} pipeline={key} taken={pipelines.data.map((one) => one.key)}
        onSaved={(saved) => setParameters({ pipeline: saved }, { replace: true })} />
    </>
  );
}

function Editor({ pipeline, taken, onSaved }: { pipeline: string | null; taken: readonly string[]; onSaved: (key: string) => void }) {
  const { t } = useTranslation(['administration', 'record']);
  const pathOf = (key: string) => `/api/pipelines/${encodeURIComponent(key)}`;
  const stored = useQuery({
    queryKey: ['setting', 'pipeline', pipeline], staleTime: Infinity, gcTime: 0,
    queryFn: () => (pipeline === null ? Promise.resolve(EMPTY) : loadSetting<Pipeline>(pathOf(pipeline))),
  });
  const [key, setKey] = useState('');
  const [label, setLabel] = useState<Label>({});
  const [isDefault, setDefault] = useState(false);
  const [stages, setStages] = useState<readonly Entry[]>([]);
  const [tried, setTried] = useState(false);
  const doing = useDoing(['pipelines'], ['setting', 'pipeline', pipeline]);

  useEffect(() => {
    if (!stored.data) return;
    const { body } = stored.data;
    setKey(body.key);
    setLabel(body.label);
    setDefault(body.isDefault);
    setStages(body.stages.map(({ key: code, ...stage }) => ({ ...stage, code, stored: true })));
  }, [stored.data]);

  if (stored.isError) return <Failure error={stored.error} onRetry={() => void stored.refetch()} />;
  if (!stored.data) return <Skeleton active />;
  const wrongKey = !KEY.test(key) || (pipeline === null && taken.includes(key));
  const nameless = Object.keys(label).length === 0;
  const save = async () => {
    setTried(true);
    if (wrongKey || nameless || stages.length === 0 || faultsOf(stages).size > 0) return;
    const sent = stages.map((stage) => {
      const { code, ...rest } = trimmed(stage);
      return { key: code, ...rest, probability: stage.probability, stalledAfterDays: stage.stalledAfterDays };
    });
    if (await doing.save(pathOf(key), { label, isDefault, stages: sent }, stored.data.version)) {
      setTried(false);
      onSaved(key);
    }
  };
  return (
    <>
      <Failed failed={doing.failed} onReload={() => {
        doing.forget();
        void stored.refetch();
      }} />
      <Labels label={label} onChange={setLabel} what={t('administration:name')} />
      {tried && nameless && <div role="alert" className={styles.fault}>{t('administration:faults.label')}</div>}
      {pipeline === null && (
        <label className={styles.field}>
          <span>{t('administration:key')}</span>
          <Input value={key} maxLength={40} style={{ maxWidth: 240 }} status={tried && wrongKey ? 'error' : undefined} onChange={(event) => setKey(event.target.value)} />
          {tried && wrongKey && <span role="alert" className={styles.fault}>{t('administration:faults.pipelineKey')}</span>}
        </label>
      )}
      <Checkbox checked={isDefault} disabled={stored.data.body.isDefault} onChange={(event) => setDefault(event.target.checked)}>{t('administration:isDefault')}</Checkbox>
      <h2>{t('administration:stages')}</h2>
      {tried && stages.length === 0 && <div role="alert" className={styles.fault}>{t('administration:faults.stages')}</div>}
      <Entries entries={stages} onChange={setStages} stages tried={tried} />
      <div className={styles.save}><Button type="primary" loading={doing.busy} onClick={() => void save()}>{t('record:save')}</Button></div>
    </>
  );
}
