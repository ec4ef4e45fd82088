import type { Label } from '../api/types';

/** A line of a list while it is edited: a value, an option, a stage. */
export interface Entry {
  code: string;
  label: Label;
  retired: boolean;
  /** Stands in records already: it keeps its code, and is retired rather than removed. */
  stored: boolean;
  probability?: number | null;
  stalledAfterDays?: number | null;
}

export function moved(entries: readonly Entry[], from: number, by: -1 | 1): readonly Entry[] {
  const to = from + by;
  if (to < 0 || to >= entries.length) return entries;
  const next = [...entries];
  [next[from], next[to]] = [next[to]!, next[from]!];
  return next;
}

export function changed(entries: readonly Entry[], at: number, change: Partial<Entry>): readonly Entry[] {
  return entries.map((entry, index) => (index === at ? { ...entry, ...change } : entry));
}

/** What is wrong before it is sent, by line; empty when nothing is. */
export function faultsOf(entries: readonly Entry[]): ReadonlyMap<number, 'code' | 'label' | 'twice'> {
  const faults = new Map<number, 'code' | 'label' | 'twice'>();
  entries.forEach((entry, at) => {
    if (entry.code.trim() === '') faults.set(at, 'code');
    else if (entries.findIndex(({ code }) => code.trim() === entry.code.trim()) !== at) faults.set(at, 'twice');
    else if (!Object.values(entry.label).some((text) => text.trim() !== '')) faults.set(at, 'label');
  });
  return faults;
}

/** Without the spaces around, as it is sent. */
export function trimmed(entry: Entry): { code: string; label: Label; retired: boolean } {
  return {
    code: entry.code.trim(),
    label: Object.fromEntries(Object.entries(entry.label).map(([language, text]) => [language, text.trim()]).filter(([, text]) => text !== '')),
    retired: entry.retired,
  };
}
