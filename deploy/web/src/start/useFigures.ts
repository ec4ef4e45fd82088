import { useQueries, useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import { COLLECTIONS } from '../api/records';
import type { AnyRecord, ListAnswer, Money, RecordKind } from '../api/types';
import { addDecimals, type BoardAnswer } from '../pipeline/board';

/** How often figures are looked up while the page is open, and how often for news, in milliseconds. */
const FIGURES_MS = 60_000;
const NEWS_MS = 5_000;

export interface Asked {
  kind: RecordKind;
  filter?: string;
  sort?: string;
  size: number;
  fields?: string;
}

const asked = ({ kind, ...parameters }: Asked, every: number) => ({
  queryKey: ['start', kind, parameters],
  // What was saved a moment ago is in what the reader comes back to.
  staleTime: 0,
  refetchInterval: every,
  queryFn: ({ signal }: { signal: AbortSignal }) => get<ListAnswer>(COLLECTIONS[kind], parameters, signal),
});

/** The first records of a list and how many there are. */
export const useFirst = (question: Asked, enabled = true) => useQuery({ ...asked(question, FIGURES_MS), enabled });

export const useFirsts = (questions: readonly Asked[]) => useQueries({ queries: questions.map((question) => asked(question, FIGURES_MS)) });

/** The newest, arriving by themselves. */
export const useNewest = (question: Asked) => useQuery(asked(question, NEWS_MS));

export interface Facet {
  value: string;
  count: number;
  /** What a code is called, where the service says so. */
  label?: string;
}

export function useFacet(kind: RecordKind, field: string, filter?: string) {
  return useQuery({
    queryKey: ['start', 'facet', kind, field, filter ?? ''],
    staleTime: 0,
    refetchInterval: FIGURES_MS,
    queryFn: async ({ signal }) =>
      (await get<{ facets: Record<string, Facet[]> }>(`${COLLECTIONS[kind]}/facets`, { fields: field, filter }, signal)).facets[field] ?? [],
  });
}

/** What each of these people has in each stage. */
export function useBoards(pipeline: string, owners: readonly string[]) {
  return useQueries({
    queries: owners.map((owner) => ({
      queryKey: ['board', 'opportunity', 'of', pipeline, owner],
      staleTime: 0,
      refetchInterval: FIGURES_MS,
      queryFn: ({ signal }: { signal: AbortSignal }) => get<BoardAnswer>('/api/opportunities/board',
        { pipeline, filter: `owner eq '${owner.replaceAll("'", "''")}'` }, signal),
    })),
  });
}

/** Sums in each currency, exactly; none where there are more records than were read. */
export function sumsOf(list: ListAnswer<AnyRecord> | undefined, field: string): readonly Money[] {
  if (!list || list.items.length < list.total) return [];
  const sums = new Map<string, string>();
  for (const item of list.items) {
    const amount = item[field] as Money | undefined;
    if (amount) sums.set(amount.currency, addDecimals(sums.get(amount.currency) ?? '0', amount.amount));
  }
  return [...sums].map(([currency, amount]) => ({ amount, currency }));
}
