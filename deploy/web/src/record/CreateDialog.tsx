import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Modal } from 'antd';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { newKey, post } from '../api/client';
import { may, useMe } from '../api/me';
import { Problem } from '../api/problem';
import { COLLECTIONS } from '../api/records';
import type { Creation } from '../frame/creating';
import { useReason } from '../frame/useReason';
import { useDraft } from './drafts';
import { FieldEditor } from './FieldEditor';
import { fieldOf, mergePatches, patchOf, valueOf, type Field } from './kind';
import { KINDS, pageOf } from './kinds';
import { readAgain } from './saving';
import { useFieldLabel, useFields } from './useFields';
import styles from './CreateDialog.module.css';

/** The form for a new record: few fields first, all others on demand; what is typed survives anything but throwing it away. */
export default function CreateDialog({ creation, onClose }: { creation: Creation; onClose: () => void }) {
  const { kind, preset } = creation;
  const { t } = useTranslation('record');
  const reasonOf = useReason();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const description = KINDS[kind];
  const me = useMe();
  const every = useFields(description);
  // Whoever may not assign owns what he enters.
  const fields = may(me, kind, 'assign') ? every : every.filter((field) => field.name !== 'owner');
  const nameOf = useFieldLabel(kind);
  const { draft, change, clear, wasRestored } = useDraft<Record<string, unknown>>(`new.${kind}.${String(preset.customerId ?? '')}`,
    initial(kind, fieldOf(description, 'owner') ? { owner: me.user, ...preset } : preset));
  const [more, setMore] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  // The same record is not entered twice, however often the button is pressed or the network fails.
  const once = useRef({ body: '', key: newKey() });
  const prefix = useId();

  const custom = fields.filter((field) => field.group === 'custom' && field.writable);
  const shown = [...description.form, ...(more ? description.moreForm : [])].map((name) => fieldOf({ fields }, name))
    .filter((field): field is Field => field !== undefined)
    .concat(custom.filter((field) => more || field.required));
  const kindName = t(`kinds.${kind}`);
  const missing = shown.filter((field) => field.required && isEmpty(valueOf(draft, field.name)));
  const errors = problem instanceof Problem ? problem.document.errors ?? [] : [];
  const elsewhere = errors.filter((error) => !shown.some((field) => concerns(error.field, field.name)));
  const general = problem === null || (errors.length > 0 && elsewhere.length === 0) ? null
    : elsewhere.length > 0 ? elsewhere.map((error) => error.message).join(' ') : reasonOf(problem);

  const send = async () => {
    if (missing.length > 0) {
      setProblem(new Problem({
        status: 422, title: '',
        errors: missing.map((field) => ({ field: field.name, code: 'required', message: t('required', { field: nameOf(field) }) })),
      }));
      document.getElementById(`${prefix}${missing[0]!.name}`)?.focus();
      return;
    }
    setSending(true);
    setProblem(null);
    const body = withoutEmpty(draft);
    const text = JSON.stringify(body);
    if (once.current.body !== text) once.current = { body: text, key: newKey() };
    try {
      const { body: created } = await post<{ id: string }>(COLLECTIONS[kind], body, { idempotencyKey: once.current.key });
      clear();
      readAgain(client, kind);
      onClose();
      message.success({
        content: <>{t('created', { kind: kindName })} <Button type="link" size="small" onClick={() => navigate(pageOf(kind, created.id))}>{t('open')}</Button></>,
        duration: 6,
      });
      creation.onCreated?.(created.id);
    } catch (failed) {
      setProblem(failed);
      const first = failed instanceof Problem ? shown.find((field) => failed.document.errors?.some((error) => concerns(error.field, field.name))) : undefined;
      if (first) document.getElementById(`${prefix}${first.name}`)?.focus();
    } finally {
      setSending(false);
    }
  };

  return (
    <Modal open title={t('create', { kind: kindName })} okText={t('save')} cancelText={t('cancel')}
      onOk={() => void send()} onCancel={onClose} confirmLoading={sending} mask={{ closable: false }} width={560}>
      <form className={styles.form} onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}>
        {wasRestored && (
          <Alert type="info" showIcon title={t('draftKept')}
            action={<Button size="small" onClick={clear}>{t('discard')}</Button>} />
        )}
        {general && <Alert type="error" showIcon role="alert" title={general} />}
        {shown.map((field, at) => {
          const error = errors.find((item) => concerns(item.field, field.name))?.message;
          const id = `${prefix}${field.name}`;
          return (
            <div key={field.name} className={styles.field}>
              <label htmlFor={id}>{nameOf(field)}{field.required && <span aria-hidden className={styles.required}> *</span>}</label>
              <FieldEditor field={field} value={valueOf(draft, field.name)} id={id} label={nameOf(field)} autoFocus={at === 0}
                customerId={typeof draft.customerId === 'string' ? draft.customerId : undefined} invalid={error !== undefined} describedBy={error ? `${id}-error` : undefined}
                onChange={(value) => change(mergePatches(draft, patchOf(field.name, value)))} />
              {error && <div id={`${id}-error`} className={styles.error}>{error}</div>}
            </div>
          );
        })}
        {!more && (description.moreForm.length > 0 || custom.length > 0) && (
          <Button type="link" onClick={() => setMore(true)} className={styles.more}>{t('more')}</Button>
        )}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Modal>
  );
}

function initial(kind: Creation['kind'], preset: Record<string, unknown>): Record<string, unknown> {
  return kind === 'interaction' ? { kind: 'CALL', time: new Date().toISOString(), ...preset }
    : kind === 'order' ? { orderedAt: new Date().toLocaleDateString('sv'), ...preset } : preset;
}

function concerns(reported: string, name: string): boolean {
  return reported === name || reported.startsWith(`${name}.`) || reported.startsWith(`${name}[`);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function withoutEmpty(draft: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => !isEmpty(value)).map(([name, value]) =>
    [name, value && typeof value === 'object' && !Array.isArray(value) ? withoutEmpty(value as Record<string, unknown>) : value]));
}
