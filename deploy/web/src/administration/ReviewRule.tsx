import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../frame/Failure';
import { customer } from '../customers/customer';
import { fieldOf } from '../record/kind';
import { useChoices, useFieldLabel, useIsOpen } from '../record/useFields';
import { Failed } from './Failed';
import { ROLES } from './roles';
import { loadSetting, useDoing } from './setting';
import styles from './administration.module.css';

interface Case {
  name: string;
  entry?: 'REQUEST' | 'IMPORT';
  roles?: string[];
  where?: Record<string, string[]>;
}

const PATH = '/api/review-rules/customer';
const FACTS = ['type', 'level', 'industry', 'country', 'province', 'city', 'region', 'source'] as const;

/** Which new customers wait until a second person has looked at them. */
export default function ReviewRule() {
  const { t } = useTranslation(['administration', 'record']);
  const nameOf = useFieldLabel('customer');
  const choicesOf = useChoices();
  const isOpen = useIsOpen();
  const stored = useQuery({ queryKey: ['setting', 'review-rule'], queryFn: () => loadSetting<{ cases: Case[] }>(PATH), staleTime: Infinity, gcTime: 0 });
  const [cases, setCases] = useState<readonly Case[]>([]);
  const [tried, setTried] = useState(false);
  const doing = useDoing(['setting', 'review-rule']);
  useEffect(() => {
    if (stored.data) setCases(stored.data.body.cases);
  }, [stored.data]);
  if (stored.isError) return <Failure error={stored.error} onRetry={() => void stored.refetch()} />;
  if (!stored.data) return <Skeleton active />;
  const change = (at: number, changes: Partial<Case>) => setCases(cases.map((one, index) => (index === at ? { ...one, ...changes } : one)));
  const save = () => {
    setTried(true);
    if (cases.every(({ name }) => name.trim() !== '')) void doing.save(PATH, { cases }, stored.data.version);
  };
  return (
    <>
      <Failed failed={doing.failed} onReload={() => {
        doing.forget();
        void stored.refetch();
      }} />
      {cases.length === 0 && <p>{t('administration:noCases')}</p>}
      {cases.map((one, at) => (
        <fieldset key={at} className={styles.case}>
          <legend>{t('administration:case', { count: at + 1 })}</legend>
          <div className={styles.labels}>
            <label className={styles.field}>
              <span>{t('administration:caseName')}</span>
              <Input value={one.name} maxLength={200} status={tried && one.name.trim() === '' ? 'error' : undefined}
                aria-invalid={(tried && one.name.trim() === '') || undefined} onChange={(event) => change(at, { name: event.target.value })} />
              {tried && one.name.trim() === '' && <span role="alert" className={styles.fault}>{t('administration:faults.caseName')}</span>}
            </label>
            <label className={styles.field}>
              <span>{t('administration:entry')}</span>
              <Select aria-label={t('administration:entry')} value={one.entry ?? ''} options={['', 'REQUEST', 'IMPORT'].map((entry) => ({ value: entry, label: t(`administration:entryOf.${(entry || 'ANY') as 'ANY'}`) }))}
                onChange={(entry) => change(at, { entry: entry === '' ? undefined : entry as Case['entry'] })} />
            </label>
            <label className={styles.field}>
              <span>{t('administration:enteredBy')}</span>
              <Select mode="multiple" aria-label={t('administration:enteredBy')} placeholder={t('administration:anyRole')} value={one.roles ?? []}
                options={ROLES.map((role) => ({ value: role, label: t(`administration:roles.${role}`) }))} onChange={(roles) => change(at, { roles })} />
            </label>
            {FACTS.map((fact) => {
              const field = fieldOf(customer, fact)!;
              return (
                <label key={fact} className={styles.field}>
                  <span>{nameOf(field)}</span>
                  <Select mode={isOpen(field) ? 'tags' : 'multiple'} aria-label={nameOf(field)} placeholder={t('administration:anyValue')} value={one.where?.[fact] ?? []}
                    options={(choicesOf(field) ?? []).map(({ code, label }) => ({ value: code, label }))}
                    onChange={(values: string[]) => {
                      const where = { ...one.where, [fact]: values };
                      if (values.length === 0) delete where[fact];
                      change(at, { where });
                    }} />
                </label>
              );
            })}
          </div>
          <Button danger icon={<DeleteOutlined aria-hidden />} onClick={() => setCases(cases.filter((_, index) => index !== at))}>{t('administration:removeCase')}</Button>
        </fieldset>
      ))}
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => setCases([...cases, { name: '' }])}>{t('administration:addCase')}</Button>
      <div className={styles.save}><Button type="primary" loading={doing.busy} onClick={save}>{t('record:save')}</Button></div>
    </>
  );
}
