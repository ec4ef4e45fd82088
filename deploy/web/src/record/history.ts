import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../api/client';
import { recordPath } from '../api/records';
import type { RecordKind } from '../api/types';

/** One field that one event changed. */
export interface Change {
  field: string;
  old: unknown;
  new: unknown;
  who: string | null;
  when: string;
  why: string | null;
  /** `request`, or `import <job> row <n>`, or `undo <job>`, … */
  source: string | null;
}

interface HistoryAnswer {
  items: Change[];
  nextCursor?: string;
}

const PAGE = 50;
const MOST_MOMENTS = 200;

/** Changes of a record, of one field or of all, newest first. Its key begins as that of the record. */
export const historyQuery = (kind: RecordKind, id: string, field?: string) => infiniteQueryOptions({
  queryKey: ['record', kind, id, 'history', field ?? 'all'],
  queryFn: ({ pageParam, signal }) =>
    get<HistoryAnswer>(`${recordPath(kind, id)}/history`, { field, size: PAGE, cursor: pageParam }, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.nextCursor,
});

/** When the record changed, newest first, in milliseconds; the latest of them. */
export const momentsQuery = (kind: RecordKind, id: string) => queryOptions({
  queryKey: ['record', kind, id, 'history', 'moments'],
  queryFn: async ({ signal }) => {
    const { items } = await get<HistoryAnswer>(`${recordPath(kind, id)}/history`, { size: MOST_MOMENTS }, signal);
    return [...new Set(items.map((change) => Date.parse(change.when)))];
  },
});

export type Source = { kind: 'request' | 'none' } | { kind: 'import'; row: string } | { kind: 'other'; text: string };

/** What the source of a change names. */
export function sourceOf(source: string | null): Source {
  if (!source) return { kind: 'none' };
  if (source === 'request') return { kind: 'request' };
  const row = /^import \S+ row (\d+)$/.exec(source);
  return row ? { kind: 'import', row: row[1]! } : { kind: 'other', text: source };
}
