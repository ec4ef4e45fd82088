import type { CustomField, CustomFieldType, Label, RecordKind } from '../api/types';
import { trimmed, type Entry } from './entries';

/** A custom field while it is defined. */
export interface FieldDraft {
  key: string;
  type: CustomFieldType;
  label: Label;
  required: boolean;
  unique: boolean;
  fieldClass: string;
  deprecated: boolean;
  preset: string;
  options: readonly Entry[];
  minLength: string;
  maxLength: string;
  pattern: string;
  min: string;
  max: string;
}

export const TYPES: readonly CustomFieldType[] = ['text', 'number', 'date', 'boolean', 'choice', 'choices', 'link'];
export const hasOptions = (type: CustomFieldType) => type === 'choice' || type === 'choices';

/** Kinds of record whose owner keeps the values of a field to one record each. */
export const mayBeUnique = (kind: RecordKind, type: CustomFieldType) =>
  (kind === 'customer' || kind === 'opportunity' || kind === 'order') && (type === 'text' || type === 'number' || type === 'date' || type === 'link');

/** By which rights values are seen. */
export const FIELD_CLASSES = ['facts', 'contactData', 'money', 'text'] as const;

const KEY = /^[a-z][A-Za-z0-9_]{0,49}$/;
export const isKey = (key: string) => KEY.test(key);

export function draftOf(field: (CustomField & { unique?: boolean }) | null): FieldDraft {
  return {
    key: field?.key ?? '',
    type: field?.type ?? 'text',
    label: field?.label ?? {},
    required: field?.required ?? false,
    unique: field?.unique ?? false,
    fieldClass: field?.fieldClass ?? 'facts',
    deprecated: field?.deprecated ?? false,
    preset: field?.default === undefined || field.default === null ? ''
      : Array.isArray(field.default) ? field.default.join(', ') : String(field.default),
    options: (field?.options ?? []).map((option) => ({ ...option, stored: true })),
    minLength: text(field?.validation?.minLength),
    maxLength: text(field?.validation?.maxLength),
    pattern: field?.validation?.pattern ?? '',
    min: text(field?.validation?.min),
    max: text(field?.validation?.max),
  };
}

const text = (value: unknown) => (value === undefined || value === null ? '' : String(value));

/** A key made of the English name, such as `contractEnd` of "Contract end"; the administrator may choose another. */
export function keyFrom(label: Label, taken: readonly string[]): string {
  const words = (label.en ?? '').normalize('NFKD').replaceAll(/[^A-Za-z0-9 _-]/g, '').split(/[ _-]+/).filter(Boolean);
  const made = words.map((word, at) => (at === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1)).join('')
    .replace(/^[^a-z]+/, '').slice(0, 48);
  const base = made || 'field';
  if (made && !taken.includes(base)) return base;
  for (let number = 1; ; number++) {
    if (!taken.includes(base + number)) return base + number;
  }
}

/** What is sent. */
export function requestOf(draft: FieldDraft, kind: RecordKind): object {
  const lengths = draft.type === 'text';
  const bounds = draft.type === 'number' || draft.type === 'date';
  const validation = Object.fromEntries(Object.entries({
    minLength: lengths && draft.minLength !== '' ? Number(draft.minLength) : undefined,
    maxLength: lengths && draft.maxLength !== '' ? Number(draft.maxLength) : undefined,
    pattern: lengths ? draft.pattern || undefined : undefined,
    min: bounds ? draft.min || undefined : undefined,
    max: bounds ? draft.max || undefined : undefined,
  }).filter(([, value]) => value !== undefined));
  return {
    type: draft.type,
    label: draft.label,
    required: draft.required,
    ...(mayBeUnique(kind, draft.type) && draft.fieldClass === 'facts' ? { unique: draft.unique } : {}),
    fieldClass: draft.fieldClass,
    deprecated: draft.deprecated,
    ...(draft.preset.trim() === '' ? {} : { default: presetOf(draft) }),
    ...(hasOptions(draft.type) ? { options: draft.options.map(trimmed) } : {}),
    ...(Object.keys(validation).length > 0 ? { validation } : {}),
  };
}

function presetOf({ type, preset }: FieldDraft): unknown {
  if (type === 'boolean') return preset === 'true';
  if (type === 'choices') return preset.split(/[,，、]/).map((code) => code.trim()).filter(Boolean);
  return preset.trim();
}
