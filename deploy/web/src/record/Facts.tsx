import { EditOutlined, EyeInvisibleOutlined, LoadingOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNames } from '../api/records';
import type { AnyRecord, RecordKind } from '../api/types';
import { useLanguage } from '../frame/language';
import { useReason } from '../frame/useReason';
import { useDraft } from './drafts';
import { FieldEditor } from './FieldEditor';
import { FieldValue } from './FieldValue';
import { mayWrite, patchOf, valueOf, type Field, type Group } from './kind';
import { KINDS, pageOf } from './kinds';
import { useSave } from './saving';
import { useChoices, useFieldLabel, useFields, useIsOpen } from './useFields';
import styles from './Facts.module.css';

export interface FactsProperties {
  kind: RecordKind;
  record: AnyRecord;
  /** Nothing can be changed: the record as it was at a past moment. */
  readOnly?: boolean;
  /** Only these groups, in this order. */
  groups?: readonly Group[];
  /** Leaves fields without a value out until somebody asks for them. */
  filledOnly?: boolean;
  /** Put behind each value: what shows a field's history, say. */
  extra?: (field: Field) => ReactNode;
  /** Fields to mark: those that differ between then and now. */
  marked?: ReadonlySet<string>;
}

const GROUPS: readonly Group[] = ['basics', 'contact', 'sales', 'content', 'place', 'business', 'purchases', 'custom', 'quality', 'record'];

/** The fields of a record in groups, each changed where it stands. */
export function Facts({ kind, record, readOnly, groups = GROUPS, filledOnly, extra, marked }: FactsProperties) {
  const { t } = useTranslation('record');
  const fields = useFields(KINDS[kind]);
  const nameOf = useFieldLabel(kind);
  const choices = useChoices();
  const language = useLanguage();
  const customers = useNames('customer', referred(fields, record, 'customer'));
  const contacts = useNames('contact', referred(fields, record, 'contact'));
  const opportunities = useNames('opportunity', referred(fields, record, 'opportunity'));
  const names = { customer: customers, contact: contacts, opportunity: opportunities, order: undefined, interaction: undefined };
  const writable = !readOnly && record.access?.write !== false && !record.archived;
  return (
    <div className={styles.facts}>
      {groups.map((group) => {
        const shown = fields.filter((field) => field.group === group && field.listed !== false
          && !record.access?.hidden?.includes(rootOf(field)) && (!filledOnly || !isEmpty(valueOf(record, field.name))));
        if (shown.length === 0) return null;
        return (
          <section key={group} className={styles.group}>
            <h3>{t(`groups.${group}`)}</h3>
            <dl>
              {shown.map((field) => (
                <div key={field.name} className={marked?.has(field.name) ? `${styles.fact} ${styles.marked}` : styles.fact}>
                  <dt>{nameOf(field)}</dt>
                  <dd>
                    <Fact kind={kind} record={record} field={field} label={nameOf(field)}
                      writable={writable && mayWrite(field, record)}>
                      {field.type === 'reference' && typeof valueOf(record, field.name) === 'string'
                        ? <Link to={pageOf(field.refersTo!, String(valueOf(record, field.name)))}>
                            <FieldValue field={field} record={record} choices={undefined} language={language} names={names[field.refersTo!]} />
                          </Link>
                        : <FieldValue field={field} record={record} choices={choices(field)} language={language}
                            names={field.refersTo && names[field.refersTo]} />}
                    </Fact>
                    {record.access?.masked?.includes(rootOf(field)) && !isEmpty(valueOf(record, field.name)) && (
                      <span className={styles.masked}><EyeInvisibleOutlined aria-hidden /> {t('masked')}</span>
                    )}
                    {extra?.(field)}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
}

function Fact({ kind, record, field, label, writable, children }:
  { kind: RecordKind; record: AnyRecord; field: Field; label: string; writable: boolean; children: ReactNode }) {
  const { t } = useTranslation('record');
  const [editing, setEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const close = () => {
    setEditing(false);
    requestAnimationFrame(() => pencil.current?.focus());
  };
  if (editing) return <EditedFact kind={kind} record={record} field={field} label={label} shown={children} onClose={close} />;
  return (
    <span className={styles.value}>
      {children}
      {writable && (
        <button ref={pencil} type="button" className={styles.edit} aria-label={t('edit', { field: label })} onClick={() => setEditing(true)}>
          <EditOutlined aria-hidden />
        </button>
      )}
    </span>
  );
}

export interface EditedFactProperties {
  kind: RecordKind;
  record: AnyRecord;
  field: Field;
  label: string;
  /** The field's value, which stands for the input while it is being saved. */
  shown?: ReactNode;
  onClose: () => void;
}

/**
 * The input of one field in place of its value: Enter saves, Escape leaves it as it was. The new value shows at once;
 * the input comes back, with what was typed, where it was refused.
 */
export function EditedFact({ kind, record, field, label, shown, onClose }: EditedFactProperties) {
  const { t } = useTranslation('record');
  const reasonOf = useReason();
  // What is overwritten is what was there when the input was opened, not what others may have made of it since.
  const [base] = useState(record);
  const before = valueOf(base, field.name);
  const { draft: { value }, change, clear } = useDraft<{ value: unknown }>(`fact.${kind}.${record.id}.${field.name}`, { value: before });
  const [error, setError] = useState<string>();
  const [saving, setSaving] = useState(false);
  const id = useId();
  const save = useSave(kind);
  // Choosing one of a few is the whole decision.
  const isOpen = useIsOpen()(field);
  const immediate = (field.type === 'choice' || field.type === 'user') && !isOpen;
  const close = () => {
    clear();
    onClose();
  };
  const submit = async (wanted: unknown) => {
    if (same(before, wanted)) return close();
    setSaving(true);
    try {
      await save(base, patchOf(field.name, wanted), { quiet: true });
      close();
    } catch (failed) {
      setError(reasonOf(failed));
      setSaving(false);
    }
  };
  if (saving && shown) {
    return <span className={styles.value} aria-busy>{shown} <LoadingOutlined className={styles.saving} aria-label={t('saving')} /></span>;
  }
  return (
    <form className={styles.form} onSubmit={(event) => {
      event.preventDefault();
      void submit(value);
    }} onKeyDown={(event) => {
      // A list of choices that is open is what Escape closes first.
      if (event.key === 'Escape' && (event.target as HTMLElement).getAttribute('aria-expanded') !== 'true') {
        event.stopPropagation();
        close();
      }
    }}>
      <FieldEditor field={field} value={value} label={label} autoFocus opened={immediate} invalid={error !== undefined}
        onChange={(next) => {
          change({ value: next });
          if (immediate) void submit(next);
        }}
        describedBy={error ? id : undefined} customerId={typeof base.customerId === 'string' ? base.customerId : undefined} />
      {error && <div id={id} role="alert" className={styles.error}>{error}</div>}
      <div className={styles.buttons}>
        <Button type="primary" size="small" htmlType="submit" loading={saving}>{t('save')}</Button>
        <Button size="small" onClick={close}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

/** Rights speak of whole fields: of an address, not of its parts. */
const rootOf = (field: Field) => field.name.split('.')[0]!;

function referred(fields: readonly Field[], record: AnyRecord, kind: RecordKind): string[] {
  return fields.filter((field) => field.refersTo === kind).flatMap((field) => {
    const value = valueOf(record, field.name);
    return Array.isArray(value) ? (value as string[]) : typeof value === 'string' ? [value] : [];
  });
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function same(first: unknown, second: unknown): boolean {
  return (isEmpty(first) && isEmpty(second)) || JSON.stringify(first) === JSON.stringify(second);
}
