import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { listQuery, recordQuery, type ListQuery } from '../api/records';
import type { AnyRecord, RecordKind } from '../api/types';

/** Records that belong to another. */
export interface Related {
  items: AnyRecord[];
  /** How many there are; undefined while it is not known, and in the past. */
  total?: number;
  pending: boolean;
  error: unknown;
  retry: () => void;
  /** Reads further ones; undefined when all are there. */
  more?: () => void;
  loadingMore: boolean;
}

export interface RelatedQuery {
  kind: RecordKind;
  path: string;
  filter?: string;
  q?: string;
  sort?: string;
  size?: number;
  /** What they were at that moment: those that existed then, each as it was. */
  asOf?: string;
  /** Whether a record belonged to the other one; asked of past states. */
  belongs?: (record: AnyRecord) => boolean;
  /** Whether what others add is looked for while the page is visible. */
  live?: boolean;
}

const OTHERS_MS = 5_000;

/** What belongs to a record, today or at a past moment. */
export function useRelated({ kind, path, filter, q, sort, size = 20, asOf, belongs, live }: RelatedQuery): Related {
  const parameters: ListQuery = {
    size, sort, q,
    filter: asOf ? allOf(filter, `createdAt le '${asOf}'`) : filter,
    archived: asOf ? 'include' : undefined,
  };
  const list = useInfiniteQuery({
    ...listQuery(kind, parameters, path),
    // Whoever has gone deep is not read everything again and again.
    refetchInterval: (query) => (live && !asOf && (query.state.data?.pages.length ?? 0) <= 1 ? OTHERS_MS : false),
  });
  const listed = list.data?.pages.flatMap((page) => page.items) ?? [];
  const then = useQueries({
    queries: asOf ? listed.map((item) => ({ ...recordQuery(kind, item.id, asOf), staleTime: Infinity })) : [],
    combine: (answers) => ({
      pending: answers.some((answer) => answer.isPending),
      items: answers.flatMap((answer) => (answer.data ? [answer.data] : [])),
    }),
  });
  return {
    items: asOf ? then.items.filter((item) => !item.archived && (belongs?.(item) ?? true)) : listed,
    total: asOf ? undefined : list.data?.pages[0]?.total,
    pending: list.isPending || then.pending,
    error: list.data ? null : list.error,
    retry: () => void list.refetch(),
    more: list.hasNextPage ? () => void list.fetchNextPage() : undefined,
    loadingMore: list.isFetchingNextPage,
  };
}

/** Conditions that all hold; undefined for none. */
export function allOf(...conditions: Array<string | undefined | null | false>): string | undefined {
  const given = conditions.filter((condition): condition is string => !!condition);
  return given.length === 0 ? undefined : given.length === 1 ? given[0] : given.map((condition) => `(${condition})`).join(' and ');
}

/** A text as filters write it. */
export const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
