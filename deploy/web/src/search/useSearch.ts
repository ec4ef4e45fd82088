import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { get } from '../api/client';
import { may, useMe } from '../api/me';
import { COLLECTIONS } from '../api/records';
import type { AnyRecord, ListAnswer, RecordKind } from '../api/types';

const KINDS: readonly RecordKind[] = ['customer', 'contact', 'opportunity', 'order', 'interaction'];

/** How many of each kind are shown at once. */
const MOST = 5;

export interface Group {
  kind: RecordKind;
  records: readonly AnyRecord[];
  total: number;
}

export interface Found {
  groups: readonly Group[];
  searching: boolean;
  /** Kinds that did not answer; the others are shown all the same. */
  failed: readonly RecordKind[];
}

/** Looks in every kind of record at once; typing on ends what is still being looked for. */
export function useSearch(q: string): Found {
  const me = useMe();
  const kinds = KINDS.filter((kind) => may(me, kind, 'read'));
  return useQueries({
    queries: kinds.map((kind) => ({
      queryKey: ['search', kind, q],
      enabled: q !== '',
      staleTime: 5_000,
      gcTime: 30_000,
      placeholderData: keepPreviousData,
      queryFn: ({ signal }: { signal: AbortSignal }) => get<ListAnswer>(COLLECTIONS[kind], { q, size: MOST }, signal),
    })),
    combine: (answers) => ({
      groups: q === '' ? [] : answers.flatMap((answer, at) => answer.data && answer.data.items.length > 0
        ? [{ kind: kinds[at]!, records: answer.data.items, total: answer.data.total }] : []),
      searching: answers.some((answer) => answer.isFetching),
      failed: answers.flatMap((answer, at) => (answer.isError ? [kinds[at]!] : [])),
    }),
  });
}
