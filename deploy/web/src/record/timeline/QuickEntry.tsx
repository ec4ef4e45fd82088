import { Alert, Button, DatePicker, Input, InputNumber, Select, type InputRef } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import dayjs from 'dayjs';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/client';
import { useTouch } from '../../frame/appearance';
import { isTyping } from '../../frame/keys';
import { interaction } from '../../interactions/interaction';
import { useDraft } from '../drafts';
import { fieldOf } from '../kind';
import { useChoices } from '../useFields';
import type { Entry } from './entry';
import { ICONS, QUICK, quickKind, type InteractionKind } from './kinds';
import styles from './QuickEntry.module.css';

export interface QuickEntryProperties {
  /** Keeps drafts of different records apart. */
  draftKey: string;
  contacts: ReadonlyArray<{ id: string; name: string }>;
  /** Whom it is probably with. */
  guess?: string;
  /** Sends it; answers why not, or null when it is saved. The same key means the same entry. */
  onSave: (entry: Entry, idempotencyKey: string) => Promise<string | null>;
}

/** Notes what just happened: one key for the kind, a sentence, Enter. */
export function QuickEntry({ draftKey, contacts, guess, onSave }: QuickEntryProperties) {
  const { t } = useTranslation('record');
  const { draft, change, clear } = useDraft<Partial<Entry>>(`entry.${draftKey}`, {});
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const once = useRef({ body: '', key: '' });
  const text = useRef<TextAreaRef>(null);
  const { kind } = draft;
  const start = (chosen: InteractionKind) => change({ ...draft, kind: chosen });

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const chosen = quickKind(event.key);
      if (!chosen) return;
      event.preventDefault();
      start(chosen);
      text.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });

  const save = async () => {
    if (!kind || sending) return;
    const entry: Entry = { ...draft, kind, text: draft.text ?? '', contactId: draft.contactId ?? guess };
    if (!entry.text.trim() && !entry.subject?.trim()) {
      setProblem(t('entry.empty'));
      text.current?.focus();
      return;
    }
    const body = JSON.stringify(entry);
    if (once.current.body !== body) once.current = { body, key: newKey() };
    setSending(true);
    const refused = await onSave(entry, once.current.key);
    setSending(false);
    setProblem(refused);
    if (refused === null) clear();
  };

  return (
    <div className={styles.entry}>
      <div className={styles.kinds} role="group" aria-label={t('entry.label')}>
        {QUICK.map((quick, at) => {
          const Icon = ICONS[quick];
          return (
            <button key={quick} type="button" className={kind === quick ? `${styles.kind} ${styles.chosen}` : styles.kind}
              aria-pressed={kind === quick} aria-keyshortcuts={String(at + 1)} onClick={() => {
                start(quick);
                text.current?.focus();
              }}>
              <Icon aria-hidden />
              <span>{t(`codes.interactionKind.${quick}`)}</span>
              <kbd className={styles.key} aria-hidden>{at + 1}</kbd>
            </button>
          );
        })}
      </div>
      {kind && (
        <EntryForm text={text} draft={draft} contacts={contacts} guess={guess} problem={problem} sending={sending} onChange={change}
          onSave={() => void save()} onCancel={() => {
            clear();
            setProblem(null);
          }} />
      )}
    </div>
  );
}

const OUTCOME = fieldOf(interaction, 'outcome')!;

interface EntryFormProperties {
  text: React.RefObject<TextAreaRef | null>;
  draft: Partial<Entry>;
  contacts: QuickEntryProperties['contacts'];
  guess?: string;
  problem: string | null;
  sending: boolean;
  onChange: (draft: Partial<Entry>) => void;
  onSave: () => void;
  onCancel: () => void;
}

function EntryForm({ text, draft, contacts, guess, problem, sending, onChange, onSave, onCancel }: EntryFormProperties) {
  const { t } = useTranslation('record');
  const touch = useTouch();
  const outcomes = useChoices()(OUTCOME) ?? [];
  const [named, setNamed] = useState(draft.subject !== undefined);
  const subject = useRef<InputRef>(null);
  const id = useId();
  return (
    <form className={styles.form} onSubmit={(event) => {
      event.preventDefault();
      onSave();
    }} onKeyDown={(event) => {
      if (event.key === 'Escape' && !draft.text?.trim() && !draft.subject) onCancel();
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSave();
    }}>
      {problem && <Alert type="error" showIcon role="alert" title={problem} id={`${id}-problem`} />}
      {named && (
        <Input ref={subject} aria-label={t('entry.subject')} placeholder={t('entry.subject')} value={draft.subject ?? ''} maxLength={200}
          onChange={(event) => onChange({ ...draft, subject: event.target.value })} />
      )}
      <Input.TextArea ref={text} autoFocus aria-label={t('entry.text')} placeholder={t('entry.text')} autoSize={{ minRows: 2, maxRows: 10 }}
        value={draft.text ?? ''} aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => onChange({ ...draft, text: event.target.value })} />
      <div className={styles.row}>
        {contacts.length > 0 && (
          <Select className={styles.contact} aria-label={t('entry.contact')} placeholder={t('entry.contact')} allowClear showSearch={{ optionFilterProp: 'label' }}
            value={draft.contactId ?? guess} options={contacts.map((contact) => ({ value: contact.id, label: contact.name }))}
            onChange={(contactId) => onChange({ ...draft, contactId: contactId ?? '' })} />
        )}
        {touch
          ? <input type="datetime-local" className={styles.time} aria-label={t('entry.time')} value={dayjs(draft.time).format('YYYY-MM-DDTHH:mm')}
              onChange={(event) => onChange({ ...draft, time: event.target.value ? dayjs(event.target.value).toISOString() : undefined })} />
          : <DatePicker className={styles.time} aria-label={t('entry.time')} showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" placeholder={t('entry.now')}
              value={draft.time ? dayjs(draft.time) : null} onChange={(time) => onChange({ ...draft, time: time?.toISOString() })} />}
        <Select className={styles.outcome} aria-label={t('entry.outcome')} placeholder={t('entry.outcome')} allowClear value={draft.outcome}
          options={outcomes.filter((outcome) => !outcome.retired).map((outcome) => ({ value: outcome.code, label: outcome.label }))}
          onChange={(outcome) => onChange({ ...draft, outcome })} />
        <InputNumber className={styles.minutes} aria-label={t('entry.minutes')} placeholder={t('entry.minutes')} min={0} max={44_640} value={draft.minutes ?? null}
          onChange={(minutes) => onChange({ ...draft, minutes: minutes ?? undefined })} />
        {!named && <Button type="text" onClick={() => {
          setNamed(true);
          requestAnimationFrame(() => subject.current?.focus());
        }}>{t('entry.addSubject')}</Button>}
        <span className={styles.buttons}>
          <Button onClick={onCancel}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={sending} title={t('entry.shortcut')}>{t('save')}</Button>
        </span>
      </div>
    </form>
  );
}
