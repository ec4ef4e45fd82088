import { infiniteQueryOptions, queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { read, type Query } from './client';
import type { AnyRecord, Job, ListAnswer, RecordKind } from './types';

/** The part of the API that holds the records of a kind. */
export const COLLECTIONS: Record<RecordKind, string> = {
  customer: '/api/customers',
  contact: '/api/contacts',
  opportunity: '/api/opportunities',
  order: '/api/orders',
  interaction: '/api/interactions',
};

export const recordPath = (kind: RecordKind, id: string) => `${COLLECTIONS[kind]}/${encodeURIComponent(id)}`;

export interface FreshList extends ListAnswer {
  lag: number | null;
  at: number;
}

/** What a list shows: parameters of its address. */
export interface ListQuery extends Query {
  q?: string;
  filter?: string;
  sort?: string;
  archived?: string;
  segment?: string;
}

export const PAGE_SIZE = 50;

/** A list, page by page as it is scrolled; `path` for lists that belong to a record. */
export const listQuery = (kind: RecordKind, parameters: ListQuery, path: string = COLLECTIONS[kind]) =>
  infiniteQueryOptions({
    queryKey: ['list', kind, path, parameters],
    queryFn: async ({ pageParam, signal }): Promise<FreshList> => {
      const answer = await read<ListAnswer>(path, { size: PAGE_SIZE, ...parameters, cursor: pageParam }, signal);
      return { ...answer.body, lag: answer.lag, at: answer.at };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
  });

/** One record, today or as it was at a moment. Its key begins with `record`, kind and id. */
export const recordQuery = (kind: RecordKind, id: string, asOf?: string) => queryOptions({
  queryKey: ['record', kind, id, asOf ?? 'now'],
  queryFn: async ({ signal }): Promise<AnyRecord> => {
    const answer = await read<AnyRecord>(recordPath(kind, id), { asOf }, signal);
    return { ...answer.body, version: answer.version ?? answer.body.version };
  },
});

export const useRecord = (kind: RecordKind, id: string, asOf?: string) => useQuery(recordQuery(kind, id, asOf));

const UNFINISHED = new Set(['QUEUED', 'RUNNING']);

/** A job, asked for every second while it runs. */
export const jobQuery = (id: string) => queryOptions({
  queryKey: ['job', id],
  queryFn: async ({ signal }) => (await read<Job>(`/api/jobs/${encodeURIComponent(id)}`, {}, signal)).body,
  refetchInterval: (query) => (query.state.data && !UNFINISHED.has(query.state.data.state) ? false : 1000),
});

export const isFinished = (job: Job | undefined) => job !== undefined && !UNFINISHED.has(job.state);

const NAMES_AT_ONCE = 50;
const NAME_FIELD: Record<RecordKind, string> = {
  customer: 'name', contact: 'name', opportunity: 'name', order: 'number', interaction: 'subject',
};

/**
 * Names of the records that others refer to by id, asked for in groups. Ids that are not visible to the reader have no
 * name.
 */
export function useNames(kind: RecordKind, ids: readonly string[]): Map<string, string> {
  const distinct = [...new Set(ids)].sort();
  const groups: string[][] = [];
  for (let from = 0; from < distinct.length; from += NAMES_AT_ONCE) {
    groups.push(distinct.slice(from, from + NAMES_AT_ONCE));
  }
  return useQueries({
    queries: groups.map((group) => ({
      queryKey: ['names', kind, group],
      staleTime: 60_000,
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const field = NAME_FIELD[kind];
        const filter = `id in (${group.map((id) => `'${id.replaceAll("'", "''")}'`).join(', ')})`;
        const answer = await read<ListAnswer>(COLLECTIONS[kind],
          { filter, fields: field, size: NAMES_AT_ONCE, archived: 'include' }, signal);
        return answer.body.items.map((item) => [item.id, String(item[field] ?? '')] as const);
      },
    })),
    combine: (answers) => new Map(answers.flatMap((answer) => answer.data ?? [])),
  });
}
