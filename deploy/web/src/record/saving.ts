import { useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { patch as sendPatch, read } from '../api/client';
import { Problem } from '../api/problem';
import { recordPath, type FreshList } from '../api/records';
import type { AnyRecord, RecordKind } from '../api/types';
import { useReason } from '../frame/useReason';
import { conflict } from './conflict';
import { patched, untouched } from './kind';

/** With more pages than these a list is not read again after each change; its row shows the change already. */
const PAGES_READ_AGAIN = 4;

/** How often, and after how long again, a change of others is looked for that a refusal told of. */
const LOOKS = 10;
const BETWEEN_LOOKS_MS = 200;

type Lists = InfiniteData<FreshList>;

/**
 * Saves fields of a record: the change shows at once, a refusal takes it back and says why, and where somebody else
 * was faster with the same fields both versions are shown. What others did to other fields stays as they made it.
 *
 * @returns a function that answers whether it was saved; it rejects with the problem where `quiet` is set
 */
export function useSave(kind: RecordKind) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { t } = useTranslation('record');

  const reasonOf = useReason();

  return useCallback(async function save(record: AnyRecord, changes: Record<string, unknown>,
    options: { reason?: string; quiet?: boolean } = {}): Promise<boolean> {
    const takeBack = show(client, kind, patched(record, changes));
    try {
      const { version } = await sendPatch(recordPath(kind, record.id), changes, { version: record.version, reason: options.reason });
      show(client, kind, { ...patched(record, changes), version: version ?? record.version + 1 });
      readAgain(client, kind, record.id);
      return true;
    } catch (failed) {
      takeBack();
      if (failed instanceof Problem && failed.status === 412) {
        const theirs = await newer(kind, record);
        show(client, kind, theirs);
        if (theirs.version > record.version && untouched(record, theirs, changes)) return save(theirs, changes, options);
        return new Promise((resolve) => conflict.set({
          kind, theirs, mine: changes,
          resolve: (chosen) => {
            conflict.set(null);
            resolve(Object.keys(chosen).length === 0 ? true : save(theirs, chosen, options));
          },
        }));
      }
      if (options.quiet) throw failed;
      void message.error(t('notSaved', { reason: reasonOf(failed) }), 6);
      return false;
    }
  }, [client, kind, message, reasonOf, t]);
}

/** The record as others have made it; the read model may see their change a moment after the refusal. */
async function newer(kind: RecordKind, record: AnyRecord): Promise<AnyRecord> {
  for (let look = 1; ; look++) {
    const { body, version } = await read<AnyRecord>(recordPath(kind, record.id));
    const theirs = { ...body, version: version ?? body.version };
    if (theirs.version > record.version || look === LOOKS) return theirs;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
}

/** What belongs to a record is read anew, with the token of what was just written. */
export function readAgain(client: QueryClient, kind: RecordKind, id?: string): void {
  void client.invalidateQueries({
    queryKey: ['list', kind],
    predicate: (query) => ((query.state.data as Lists | undefined)?.pages.length ?? 0) <= PAGES_READ_AGAIN,
  });
  void client.invalidateQueries({ queryKey: ['board', kind] });
  void client.invalidateQueries({ queryKey: ['names', kind], refetchType: 'none' });
  if (id) void client.invalidateQueries({ queryKey: ['record', kind, id] });
  // A customer's sums and next step follow from what belongs to it.
  if (kind !== 'customer') void client.invalidateQueries({ queryKey: ['record', 'customer'] });
}

/** Shows a record as it will be, everywhere; answers how to take it back. */
function show(client: QueryClient, kind: RecordKind, record: AnyRecord): () => void {
  const before = client.getQueriesData<Lists>({ queryKey: ['list', kind] });
  const one = client.getQueryData<AnyRecord>(['record', kind, record.id, 'now']);
  for (const [key, lists] of before) {
    if (!lists?.pages.some((page) => page.items.some((item) => item.id === record.id))) continue;
    client.setQueryData<Lists>(key, {
      ...lists,
      pages: lists.pages.map((page) => page.items.some((item) => item.id === record.id)
        ? { ...page, items: page.items.map((item) => (item.id === record.id ? record : item)) } : page),
    });
  }
  if (one) client.setQueryData(['record', kind, record.id, 'now'], record);
  return () => {
    before.forEach(([key, lists]) => client.setQueryData(key, lists));
    if (one) client.setQueryData(['record', kind, record.id, 'now'], one);
  };
}
