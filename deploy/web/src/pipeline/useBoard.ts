import { queryOptions, useQuery, useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { patch, post, read } from '../api/client';
import { Problem, Unreachable } from '../api/problem';
import { listQuery, recordPath, type FreshList } from '../api/records';
import { readAgain } from '../record/saving';
import { filterOf, movedSums, type BoardAnswer, type BoardView, type Card } from './board';

/** How often the board looks whether others have moved something, in milliseconds. */
const OTHERS_MS = 15_000;

export const boardQuery = (view: BoardView) => queryOptions({
  queryKey: ['board', 'opportunity', view.pipeline, view.owner, view.q],
  queryFn: async ({ signal }) => (await read<BoardAnswer>('/api/opportunities/board',
    { pipeline: view.pipeline, q: view.q, filter: view.owner ? filterOf(view) : undefined }, signal)).body,
  refetchInterval: OTHERS_MS,
  placeholderData: (before) => before,
});

export const columnQuery = (view: BoardView, stage: string) => ({
  ...listQuery('opportunity', { q: view.q, filter: filterOf(view, stage), sort: view.sort }),
  refetchInterval: OTHERS_MS,
});

export const useBoard = (view: BoardView) => useQuery(boardQuery(view));

/** Where a card goes: another stage, or off the board with the one fact that this needs. */
export type Move =
  | { to: 'stage'; stage: string }
  | { to: 'won'; amount?: Card['amount']; reason?: string }
  | { to: 'lost'; reason: string };

type Lists = InfiniteData<FreshList>;

/**
 * Moves cards: shown at once, taken back with a reason when it is refused. Where somebody else was faster, the mover
 * decides whether it still holds.
 */
export function useMoves(view: BoardView, stageName: (key: string) => string) {
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const { t } = useTranslation(['pipeline', 'frame']);

  return useCallback(async function move(card: Card, step: Move): Promise<boolean> {
    const stage = step.to === 'stage' ? step.stage : null;
    if (stage === card.stage) return true;
    await Promise.all([
      client.cancelQueries({ queryKey: ['board', 'opportunity'] }),
      client.cancelQueries({ queryKey: ['list', 'opportunity'] }),
    ]);
    const takeBack = show(client, view, card, stage);
    try {
      const version = await sendMove(card, step);
      if (stage !== null && version !== null) renew(client, columnQuery(view, stage).queryKey, card.id, version);
      readAgain(client, 'opportunity', card.id);
      readAgain(client, 'customer', card.customerId);
      return true;
    } catch (failed) {
      takeBack();
      readAgain(client, 'opportunity', card.id);
      if (failed instanceof Problem && failed.status === 412) {
        const theirs = (await read<Card>(recordPath('opportunity', card.id))).body;
        if (!await asked(theirs)) return false;
        return move({ ...card, ...theirs }, step);
      }
      const reason = failed instanceof Unreachable ? t('frame:failure.offlineHint')
        : failed instanceof Problem ? (failed.document.errors?.[0]?.message ?? failed.message) : t('frame:failure.fault');
      message.error(t('pipeline:notMoved', { name: card.name, reason }), 6);
      return false;
    }

    function asked(theirs: Card): Promise<boolean> {
      return new Promise((resolve) => {
        modal.confirm({
          title: t('pipeline:conflict.title'),
          content: t('pipeline:conflict.text', {
            name: theirs.name, who: String(theirs.updatedBy ?? ''), theirs: stageName(theirs.stage),
            mine: step.to === 'stage' ? stageName(step.stage) : t(`pipeline:${step.to}`),
          }),
          okText: t('pipeline:conflict.mine'),
          cancelText: t('pipeline:conflict.theirs'),
          onOk: () => resolve(true),
          onCancel: () => resolve(false),
        });
      });
    }
  }, [client, view, message, modal, t, stageName]);
}

/** @returns the version of the card afterwards */
export async function sendMove(card: Card, step: Move): Promise<number | null> {
  const path = recordPath('opportunity', card.id);
  switch (step.to) {
    case 'stage':
      return (await post(`${path}/stage`, { stage: step.stage }, { version: card.version })).version;
    case 'won': {
      const changed = step.amount && (step.amount.amount !== card.amount?.amount || step.amount.currency !== card.amount.currency);
      const version = changed ? (await patch(path, { amount: step.amount }, { version: card.version })).version : card.version;
      return (await post(`${path}/win`, { reason: step.reason }, { version })).version;
    }
    case 'lost':
      return (await post(`${path}/lose`, { reason: step.reason }, { version: card.version })).version;
  }
}

/** Shows the card where it goes and what the stages come to then; answers how to take it back. */
function show(client: QueryClient, view: BoardView, card: Card, stage: string | null): () => void {
  const sums = boardQuery(view).queryKey;
  const from = columnQuery(view, card.stage).queryKey;
  const to = stage === null ? null : columnQuery(view, stage).queryKey;
  const before = [sums, from, ...(to ? [to] : [])].map((key) => [key, client.getQueryData(key as readonly unknown[])] as const);
  client.setQueryData<BoardAnswer>(sums, (board) => board && movedSums(board, card, stage));
  client.setQueryData<Lists>(from, (lists) => lists && without(lists, card.id));
  if (to) {
    const moved = { ...card, stage: stage!, stalled: false, stageSince: new Date().toISOString() };
    client.setQueryData<Lists>(to, (lists) => lists && atTop(without(lists, card.id), moved));
  }
  return () => before.forEach(([key, data]) => client.setQueryData(key as readonly unknown[], data));
}

/** So that the card can be moved on before it is read again. */
function renew(client: QueryClient, key: readonly unknown[], id: string, version: number): void {
  client.setQueryData<Lists>(key, (lists) => lists && {
    ...lists,
    pages: lists.pages.map((page) => ({ ...page, items: page.items.map((item) => (item.id === id ? { ...item, version } : item)) })),
  });
}

function without(lists: Lists, id: string): Lists {
  return { ...lists, pages: lists.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.id !== id) })) };
}

function atTop(lists: Lists, card: Card): Lists {
  return { ...lists, pages: lists.pages.map((page, at) => (at === 0 ? { ...page, items: [card, ...page.items] } : page)) };
}
