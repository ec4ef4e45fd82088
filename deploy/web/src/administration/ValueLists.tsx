import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Select, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ValueList } from '../api/types';
import { Failure } from '../frame/Failure';
import { Entries } from './Entries';
import { faultsOf, trimmed, type Entry } from './entries';
import { Failed } from './Failed';
import { loadSetting, useDoing } from './setting';
import styles from './administration.module.css';

const LISTS = ['type', 'level', 'salesStatus', 'industry', 'region', 'source', 'outcome'] as const;
type Name = (typeof LISTS)[number];

/** The values that people choose from. */
export default function ValueLists() {
  const { t } = useTranslation(['administration', 'record']);
  const [parameters, setParameters] = useSearchParams();
  const list = LISTS.find((one) => one === parameters.get('list')) ?? 'type';
  return (
    <>
      <div className={styles.tools}>
        <Select aria-label={t('administration:list')} value={list} style={{ minWidth: 160 }}
          options={LISTS.map((one) => ({ value: one, label: one === 'outcome' ? t('record:fields.interaction.outcome') : t(`record:fields.customer.${one}`) }))}
          onChange={(chosen: Name) => setParameters({ list: chosen }, { replace: true })} />
      </div>
      <Editor key={list} list={list} />
    </>
  );
}

function Editor({ list }: { list: Name }) {
  const { t } = useTranslation(['administration', 'record']);
  const path = `/api/value-lists/${list}`;
  const stored = useQuery({ queryKey: ['setting', 'value-list', list], queryFn: () => loadSetting<ValueList>(path), staleTime: Infinity, gcTime: 0 });
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [open, setOpen] = useState(false);
  const [tried, setTried] = useState(false);
  const doing = useDoing(['value-lists'], ['setting', 'value-list', list]);

  useEffect(() => {
    if (!stored.data) return;
    setEntries(stored.data.body.entries.map((entry) => ({ ...entry, stored: true })));
    setOpen(stored.data.body.open);
  }, [stored.data]);

  if (stored.isError) return <Failure error={stored.error} onRetry={() => void stored.refetch()} />;
  if (!stored.data) return <Skeleton active />;
  const save = async () => {
    setTried(true);
    if (faultsOf(entries).size > 0) return;
    if (await doing.save(path, { open, entries: entries.map(trimmed) }, stored.data.version)) setTried(false);
  };
  return (
    <>
      <Failed failed={doing.failed} onReload={() => {
        doing.forget();
        void stored.refetch();
      }} />
      <Checkbox checked={open} onChange={(event) => setOpen(event.target.checked)}>{t('administration:openList')}</Checkbox>
      <Entries entries={entries} onChange={setEntries} tried={tried} />
      <div className={styles.save}><Button type="primary" loading={doing.busy} onClick={() => void save()}>{t('record:save')}</Button></div>
    </>
  );
}
