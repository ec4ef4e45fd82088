import { queryOptions, useQuery } from '@tanstack/react-query';
import { get } from './client';
import type { CustomField, DirectoryTeam, DirectoryUser, Pipeline, RecordKind, SavedView, ValueList } from './types';

/** What administrators settle changes seldom: it is asked for once in five minutes. */
const SELDOM_MS = 5 * 60_000;

interface Items<T> {
  items: T[];
}

const items = <T>(path: string) => async ({ signal }: { signal: AbortSignal }) =>
  (await get<Items<T>>(path, {}, signal)).items;

export const valueListsQuery = queryOptions({
  queryKey: ['value-lists'],
  queryFn: items<ValueList>('/api/value-lists'),
  staleTime: SELDOM_MS,
});

export const customFieldsQuery = (kind: RecordKind) => queryOptions({
  queryKey: ['custom-fields', kind],
  queryFn: items<CustomField>(`/api/custom-fields/${kind}`),
  staleTime: SELDOM_MS,
});

export const pipelinesQuery = queryOptions({
  queryKey: ['pipelines'],
  queryFn: items<Pipeline>('/api/pipelines'),
  staleTime: SELDOM_MS,
});

export const usersQuery = queryOptions({
  queryKey: ['directory', 'users'],
  queryFn: items<DirectoryUser>('/api/directory/users'),
  staleTime: SELDOM_MS,
});

export const teamsQuery = queryOptions({
  queryKey: ['directory', 'teams'],
  queryFn: items<DirectoryTeam>('/api/directory/teams'),
  staleTime: SELDOM_MS,
});

export const viewsQuery = (kind: RecordKind) => queryOptions({
  queryKey: ['views', kind],
  queryFn: async ({ signal }) =>
    (await get<Items<SavedView>>('/api/views', { recordKind: kind }, signal)).items,
  staleTime: 60_000,
});

export const useValueLists = () => useQuery(valueListsQuery).data;
export const useCustomFields = (kind: RecordKind) => useQuery(customFieldsQuery(kind)).data;
export const usePipelines = () => useQuery(pipelinesQuery).data;
export const useUsers = () => useQuery(usersQuery).data;
export const useTeams = () => useQuery(teamsQuery).data;
