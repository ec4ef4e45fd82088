import { storeOf } from '../api/store';
import type { RecordKind } from '../api/types';

/** Kinds of record that files can be imported for. */
export const IMPORTED: readonly RecordKind[] = ['customer', 'opportunity', 'order'];

export type Step = 'file' | 'mapping' | 'check' | 'run';
export const STEPS: readonly Step[] = ['file', 'mapping', 'check', 'run'];

/** What the service understood of a file. */
export interface Preview {
  encoding: string | null;
  separator: string | null;
  sheet: string | null;
  rows: number;
  headers: string[];
  /** Field for each header; null where the column is left out. */
  mapping: Record<string, string | null>;
  fields: string[];
  /** Those of them that some column has to go to. */
  required: string[];
  /** What rows can be recognised by, such as `number` or `name+phone`. */
  keys: string[];
  first: string[][];
}

/** How far an import is prepared; kept over a reload, so that neither that nor going back loses anything. */
export interface Flow {
  kind: RecordKind;
  file: File;
  preview: Preview;
  mapping: Record<string, string | null>;
  /** Null for what is usual. */
  key: string | null;
  /** The dry run for exactly this mapping and key; null when there is none. */
  checkJob: string | null;
}

export const flow = storeOf<Flow | null>(null);

/** The required fields that no column goes to. */
export function missingFields(preview: Preview, mapping: Flow['mapping']): string[] {
  const used = new Set(Object.values(mapping));
  return preview.required.filter((field) => !used.has(field));
}

/** Fields that more than one column goes to. */
export function doubledFields(mapping: Flow['mapping']): string[] {
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for (const field of Object.values(mapping)) {
    if (field !== null && seen.has(field)) doubled.add(field);
    if (field !== null) seen.add(field);
  }
  return [...doubled];
}

/** Up to three different examples of what a column holds. */
export function samples(preview: Preview, column: number): string[] {
  return [...new Set(preview.first.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== ''))].slice(0, 3);
}

/** Keys that the mapped columns can fill. */
export function usableKeys(preview: Preview, mapping: Flow['mapping']): string[] {
  const used = new Set(Object.values(mapping));
  return preview.keys.filter((key) => key.split('+').every((field) => used.has(field)));
}

/** The form that previews, tries or starts an import. */
export function importForm(file: File, mapping: Flow['mapping'] | null): FormData {
  const form = new FormData();
  form.append('file', file, file.name);
  if (mapping) form.append('mapping', new Blob([JSON.stringify(mapping)], { type: 'application/json' }));
  return form;
}

export const SEPARATOR_NAMES: Record<string, 'comma' | 'semicolon' | 'tab' | 'pipe'> = {
  ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe',
};
