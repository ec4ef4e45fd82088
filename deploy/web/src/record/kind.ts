import type record from './texts/zh-CN.json';
import type { AnyRecord, Label, ListValue, RecordKind } from '../api/types';

/** Sets of codes whose names are in `record/texts`, `codes.…`. */
export type CodeSet = keyof typeof record.codes;

export type Group = keyof typeof record.groups;

/** What a field holds: how it is shown, entered, and which conditions make sense. */
export type FieldType =
  | 'text' | 'lines' | 'code' | 'phone' | 'email' | 'website'
  | 'choice' | 'texts' | 'user' | 'team' | 'reference' | 'references'
  | 'date' | 'instant' | 'money' | 'number' | 'boolean';

/** Where the values of a choice come from. */
export type Values =
  | { list: 'type' | 'level' | 'salesStatus' | 'industry' | 'region' | 'source' | 'outcome' }
  | { codes: CodeSet; of: readonly string[] }
  | { stages: true } | { pipelines: true }
  | { options: readonly ListValue[] };

export interface Field {
  /** As in JSON, filters and sorting; a part of another as `address.delivery`. */
  name: string;
  type: FieldType;
  group: Group;
  values?: Values;
  refersTo?: RecordKind;
  /** Whether it is entered; others are derived. */
  writable?: boolean;
  required?: boolean;
  /** Whether the list sorts by it; texts of many lines and references do not. */
  sortable?: boolean;
  /** Whether lists answer it and filter by it; true unless said. */
  listed?: boolean;
  filterable?: boolean;
  /** Whether its values can be counted. */
  counted?: boolean;
  /** Width of its column in pixels until somebody drags it. */
  width?: number;
  /** Names of a field that an administrator added. */
  label?: Label;
}

/** A view that every list begins with; its filter may name the reader as `{me}`. */
export interface BuiltInView {
  id: 'all' | 'mine' | 'open' | 'attention';
  filter?: string;
  sort?: readonly string[];
}

/** Everything that lists and forms need to know of a kind of record. */
export interface KindDescription {
  kind: RecordKind;
  /** Its room in the page; records have pages below it where the room has such. */
  path: string;
  /** The field that names a record. */
  title: string;
  fields: readonly Field[];
  /** Columns of a list until somebody chooses others. */
  columns: readonly string[];
  /** The three facts that a phone shows below the name. */
  card: readonly [string, string, string];
  sort: readonly string[];
  views: readonly BuiltInView[];
  /** What is changed in the list itself. */
  inline: readonly string[];
  /** Fields of the short form for a new record, and of its second part. */
  form: readonly string[];
  moreForm: readonly string[];
  /** Whether many can be changed at once. */
  batch: boolean;
  /** Whether files of such records can be imported. */
  imported?: boolean;
  /** Whether two of them can be merged into one. */
  merged?: boolean;
  /** Whether the room has a page for each record. */
  hasPage: boolean;
}

export function fieldOf(description: { fields: readonly Field[] }, name: string): Field | undefined {
  return description.fields.find((field) => field.name === name);
}

/** The value of a field in a record: `custom.budget` and `address.delivery` are parts. */
export function valueOf(record: object, name: string): unknown {
  return name.split('.').reduce<unknown>(
    (holder, part) => (holder && typeof holder === 'object' ? (holder as Record<string, unknown>)[part] : undefined), record);
}

/** Whether this reader may change this field: what he sees masked or not at all he does not overwrite. */
export function mayWrite(field: Field, record: AnyRecord): boolean {
  const { access } = record;
  const root = field.name.split('.')[0]!;
  return !!field.writable && access?.write !== false && !access?.masked?.includes(root) && !access?.hidden?.includes(root)
    && (field.name !== 'owner' || access?.assign !== false);
}

/** The merge patch that sets one field; null where the value is empty. */
export function patchOf(name: string, value: unknown): Record<string, unknown> {
  const given = value === '' || value === undefined ? null : value;
  return name.split('.').reduceRight<unknown>((inner, part) => ({ [part]: inner }), given) as Record<string, unknown>;
}

/** Puts parts together that patches of several fields hold. */
export function mergePatches(first: Record<string, unknown>, second: Record<string, unknown>): Record<string, unknown> {
  const merged = { ...first };
  for (const [name, value] of Object.entries(second)) {
    const before = merged[name];
    merged[name] = isObject(before) && isObject(value) && !('currency' in value)
      ? mergePatches(before, value) : value;
  }
  return merged;
}

/** The record as it will be after a merge patch (RFC 7396). */
export function patched<T extends object>(record: T, patch: Record<string, unknown>): T {
  const result = { ...record } as Record<string, unknown>;
  for (const [name, value] of Object.entries(patch)) {
    const before = result[name];
    if (value === null) delete result[name];
    else result[name] = isObject(before) && isObject(value) ? patched(before, value) : value;
  }
  return result as T;
}

/** Whether somebody else's version still holds what the fields of a patch held before. */
export function untouched(before: object, theirs: object, patch: Record<string, unknown>): boolean {
  return Object.keys(patch).every((name) => JSON.stringify(valueOf(before, name)) === JSON.stringify(valueOf(theirs, name)));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
