import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal, Popconfirm, Select, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomField, CustomFieldType, RecordKind } from '../api/types';
import { Failure } from '../frame/Failure';
import { draftOf, FIELD_CLASSES, hasOptions, isKey, keyFrom, mayBeUnique, requestOf, TYPES, type FieldDraft } from './customField';
import { Entries } from './Entries';
import { faultsOf } from './entries';
import { Failed } from './Failed';
import { Labels } from './Labels';
import { loadSetting, useDoing } from './setting';
import styles from './administration.module.css';

/** Defines a field, renames it, or takes it out of use. */
export function CustomFieldDialog({ kind, field, taken, onClose }:
  { kind: RecordKind; field: CustomField | null; taken: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation(['administration', 'record']);
  const path = (key: string) => `/api/custom-fields/${kind}/${encodeURIComponent(key)}`;
  const stored = useQuery({
    queryKey: ['setting', 'custom-field', kind, field?.key], enabled: field !== null, gcTime: 0, staleTime: Infinity,
    queryFn: () => loadSetting<CustomField>(path(field!.key)),
  });
  const [draft, setDraft] = useState<FieldDraft | null>(field ? null : draftOf(null));
  const [keyed, setKeyed] = useState(false);
  const [tried, setTried] = useState(false);
  const doing = useDoing(['custom-fields']);

  useEffect(() => {
    if (stored.data) setDraft(draftOf(stored.data.body));
  }, [stored.data]);

  const change = (changes: Partial<FieldDraft>) => setDraft((before) => {
    const next = { ...before!, ...changes };
    return !field && !keyed && changes.label ? { ...next, key: keyFrom(next.label, taken) } : next;
  });
  const wrong = draft && {
    label: Object.keys(draft.label).length === 0,
    key: !isKey(draft.key) || (!field && taken.includes(draft.key)),
    options: hasOptions(draft.type) && (draft.options.length === 0 || faultsOf(draft.options).size > 0),
  };
  const submit = async () => {
    setTried(true);
    if (!draft || !wrong || wrong.label || wrong.key || wrong.options) return;
    if (await doing.save(path(draft.key), requestOf(draft, kind), field ? stored.data!.version : null)) onClose();
  };
  return (
    <Modal open width={760} title={field ? t('administration:editField') : t('administration:newField')} onCancel={onClose} destroyOnHidden
      okText={t('record:save')} cancelText={t('record:cancel')} onOk={() => void submit()} okButtonProps={{ loading: doing.busy, disabled: !draft }}>
      {stored.isError ? <Failure error={stored.error} onRetry={() => void stored.refetch()} /> : !draft ? <Skeleton active /> : (
        <form onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}>
          <Failed failed={doing.failed} />
          <Labels label={draft.label} what={t('administration:name')} autoFocus onChange={(label) => change({ label })} />
          {tried && wrong!.label && <div role="alert" className={styles.fault}>{t('administration:faults.label')}</div>}
          <div className={styles.labels}>
            <label className={styles.field}>
              <span>{t('administration:type')}</span>
              <Select aria-label={t('administration:type')} value={draft.type} disabled={field !== null}
                options={TYPES.map((type) => ({ value: type, label: t(`administration:types.${type}`) }))}
                onChange={(type: CustomFieldType) => change({ type })} />
            </label>
            <label className={styles.field}>
              <span>{t('administration:key')}</span>
              <Input value={draft.key} disabled={field !== null} maxLength={50} status={tried && wrong!.key ? 'error' : undefined} onChange={(event) => {
                setKeyed(true);
                change({ key: event.target.value });
              }} />
              {tried && wrong!.key && <span role="alert" className={styles.fault}>{t('administration:faults.key')}</span>}
            </label>
            <label className={styles.field}>
              <span>{t('administration:fieldClass')}</span>
              <Select aria-label={t('administration:fieldClass')} value={draft.fieldClass}
                options={FIELD_CLASSES.map((one) => ({ value: one, label: t(`administration:fieldClasses.${one}`) }))}
                onChange={(fieldClass: string) => change({ fieldClass })} />
            </label>
            <label className={styles.field}>
              <span>{t('administration:preset')}</span>
              {draft.type === 'boolean'
                ? <Select aria-label={t('administration:preset')} value={draft.preset || undefined} allowClear onChange={(preset) => change({ preset: preset ?? '' })}
                    options={[{ value: 'true', label: t('record:yes') }, { value: 'false', label: t('record:no') }]} />
                : <Input value={draft.preset} type={draft.type === 'date' ? 'date' : 'text'} onChange={(event) => change({ preset: event.target.value })} />}
            </label>
          </div>
          {hasOptions(draft.type) && (
            <section>
              <h3>{t('administration:options')}</h3>
              {tried && draft.options.length === 0 && <div role="alert" className={styles.fault}>{t('administration:faults.options')}</div>}
              <Entries entries={draft.options} tried={tried} onChange={(options) => change({ options })} />
            </section>
          )}
          {draft.type === 'text' && (
            <div className={styles.labels}>
              <Bound name="minLength" draft={draft} onChange={change} numeric />
              <Bound name="maxLength" draft={draft} onChange={change} numeric />
              <Bound name="pattern" draft={draft} onChange={change} />
            </div>
          )}
          {(draft.type === 'number' || draft.type === 'date') && (
            <div className={styles.labels}>
              <Bound name="min" draft={draft} onChange={change} date={draft.type === 'date'} />
              <Bound name="max" draft={draft} onChange={change} date={draft.type === 'date'} />
            </div>
          )}
          <div className={styles.checks}>
            <Checkbox checked={draft.required} onChange={(event) => change({ required: event.target.checked })}>{t('administration:requiredHint')}</Checkbox>
            {mayBeUnique(kind, draft.type) && draft.fieldClass === 'facts' && (
              <Checkbox checked={draft.unique} disabled={field !== null && !draft.unique} onChange={(event) => change({ unique: event.target.checked })}>{t('administration:unique')}</Checkbox>
            )}
            {field && <Checkbox checked={draft.deprecated} onChange={(event) => change({ deprecated: event.target.checked })}>{t('administration:deprecatedHint')}</Checkbox>}
          </div>
          {field && (
            <Popconfirm title={t('administration:removeAsk')} okText={t('administration:remove')} cancelText={t('record:cancel')}
              onConfirm={async () => {
                if (await doing.remove(path(field.key), stored.data?.version ?? null, t('administration:removed'))) onClose();
              }}>
              <Button danger disabled={doing.busy}>{t('administration:remove')}</Button>
            </Popconfirm>
          )}
          <button type="submit" hidden />
        </form>
      )}
    </Modal>
  );
}

function Bound({ name, draft, onChange, numeric, date }: {
  name: 'minLength' | 'maxLength' | 'pattern' | 'min' | 'max'; draft: FieldDraft; onChange: (changes: Partial<FieldDraft>) => void;
  numeric?: boolean; date?: boolean;
}) {
  const { t } = useTranslation('administration');
  return (
    <label className={styles.field}>
      <span>{t(`bounds.${name}`)}</span>
      <Input value={draft[name]} type={date ? 'date' : 'text'} inputMode={numeric ? 'numeric' : undefined}
        onChange={(event) => onChange({ [name]: numeric ? event.target.value.replaceAll(/\D/g, '') : event.target.value })} />
    </label>
  );
}
