/** Kinds of record that have lists. */
export type RecordKind = 'customer' | 'contact' | 'opportunity' | 'order' | 'interaction';

/** A decimal as text, never a binary number, with its ISO 4217 currency. */
export interface Money {
  amount: string;
  currency: string;
}

/** What the reader may do with this record, and what of it he sees only in part. */
export interface Access {
  write?: boolean;
  assign?: boolean;
  /** Fields that are shown masked. */
  masked?: string[];
  /** Fields that are not shown. */
  hidden?: string[];
}

/** Any record as lists and single reads answer it; fields that nobody has set are missing. */
export interface AnyRecord {
  id: string;
  version: number;
  custom?: Record<string, unknown>;
  access?: Access;
  archived?: boolean;
  [field: string]: unknown;
}

export interface ListAnswer<T = AnyRecord> {
  items: T[];
  total: number;
  nextCursor?: string;
}

/** A name in several languages. */
export type Label = Record<string, string>;

export interface ListValue {
  code: string;
  label: Label;
  retired: boolean;
}

/** An administered list of values. */
export interface ValueList {
  list: string;
  /** Whether other texts may stand in records too. */
  open: boolean;
  entries: ListValue[];
}

export type CustomFieldType = 'text' | 'number' | 'date' | 'boolean' | 'choice' | 'choices' | 'link';

export interface CustomField {
  recordKind: RecordKind;
  key: string;
  type: CustomFieldType;
  label: Label;
  required: boolean;
  default?: unknown;
  options?: ListValue[];
  validation?: { minLength?: number; maxLength?: number; pattern?: string; min?: string; max?: string };
  deprecated: boolean;
  fieldClass?: string;
}

export interface PipelineStage {
  key: string;
  label: Label;
  probability: number;
  stalledAfterDays: number | null;
  retired: boolean;
}

export interface Pipeline {
  key: string;
  label: Label;
  isDefault: boolean;
  stages: PipelineStage[];
}

export interface SavedView {
  id: string;
  name: string;
  recordKind: RecordKind;
  q?: string;
  columns: string[];
  filter?: string;
  sort: string[];
  shared: boolean;
  owner: string;
  version: number;
}

export interface Job {
  id: string;
  state: 'QUEUED' | 'RUNNING' | 'STOPPED' | 'DONE' | 'FAILED' | 'UNDONE';
  dryRun: boolean;
  total: number;
  done: number;
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
  etaSeconds: number | null;
  undoUntil: string | null;
}

export interface DirectoryUser {
  name: string;
  displayName?: string;
  team?: string;
  active: boolean;
  roles?: string[];
}

export interface DirectoryTeam {
  path: string;
  label?: Label;
  active: boolean;
}
