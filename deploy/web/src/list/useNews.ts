import { useQuery, useQueryClient, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { read } from '../api/client';
import { COLLECTIONS, listQuery, PAGE_SIZE, type FreshList, type ListQuery } from '../api/records';
import type { AnyRecord, ListAnswer, RecordKind } from '../api/types';
import { newsOf } from './news';

/** How often a list that somebody looks at is asked for anew, in milliseconds. */
const EVERY_MS = 10_000;
/** The API answers no more rows at once. */
const MOST = 200;

interface Asked extends FreshList {
  size: number;
}

type Lists = InfiniteData<FreshList>;

/**
 * Looks now and then what others have made of a list while it is on the screen. Rows that are there already follow by
 * themselves, but for those in `still`; rows that come, go or move wait until the reader wants them.
 */
export function useNews(kind: RecordKind, query: ListQuery, list: UseInfiniteQueryResult<Lists>, still: (id: string) => boolean) {
  const client = useQueryClient();
  const records = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const size = useRef(PAGE_SIZE);
  size.current = Math.min(MOST, Math.max(PAGE_SIZE, records.length));
  const fresh = useQuery({
    queryKey: ['news', kind, query],
    queryFn: async ({ signal }): Promise<Asked | null> => {
      const asked = size.current;
      const answer = await read<ListAnswer>(COLLECTIONS[kind], { ...query, size: asked }, signal);
      return { ...answer.body, lag: answer.lag, at: answer.at, size: asked };
    },
    enabled: list.isSuccess && !list.isPlaceholderData,
    // The list itself has just been read.
    initialData: null,
    initialDataUpdatedAt: Date.now,
    staleTime: EVERY_MS,
    refetchInterval: EVERY_MS,
    retry: false,
    gcTime: 0,
  });
  const newer = fresh.data && !list.isFetching && fresh.dataUpdatedAt > list.dataUpdatedAt ? fresh.data : null;
  const total = list.data?.pages.at(-1)?.total ?? 0;
  const news = useMemo(() => newer && newsOf({ items: records, total }, newer, newer.size), [newer, records, total]);

  const updated = news?.updated.filter(({ id }) => !still(id)) ?? [];
  const key = updated.map(({ id, version }) => `${id}:${version}`).join();
  const latest = useRef(updated);
  latest.current = updated;
  useEffect(() => {
    if (latest.current.length === 0) return;
    const rows = new Map(latest.current.map((record) => [record.id, record]));
    const { queryKey } = listQuery(kind, query);
    client.setQueryData<Lists>(queryKey, (lists) => lists && withRows(lists, rows), { updatedAt: client.getQueryState(queryKey)?.dataUpdatedAt });
    rows.forEach((_, id) => void client.invalidateQueries({ queryKey: ['record', kind, id] }));
  }, [key, client, kind]);

  return {
    /** Rows to come, to go or to move. */
    waiting: news?.moved ?? 0,
    show: () => void list.refetch(),
    /** When it was looked last, and how old the answer may have been; null when that was with the list itself. */
    looked: newer && { lag: newer.lag, at: newer.at },
  };
}

function withRows(lists: Lists, rows: ReadonlyMap<string, AnyRecord>): Lists {
  return { ...lists, pages: lists.pages.map((page) => ({ ...page, items: page.items.map((item) => rows.get(item.id) ?? item) })) };
}
