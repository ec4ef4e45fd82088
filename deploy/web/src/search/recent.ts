import type { RecordKind } from '../api/types';

/** A record that was opened; its name is asked for when it is shown, so that none outlives the right to see it. */
export interface Opened {
  kind: RecordKind;
  id: string;
}

const MOST = 20;
const ROOMS: Record<string, RecordKind> = {
  customers: 'customer', contacts: 'contact', pipeline: 'opportunity', orders: 'order', interactions: 'interaction',
};
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const keyOf = (user: string) => `rapport.recent.${user}`;

/** The record that an address shows: on its page, or beside its list. */
export function openedIn(pathname: string, search: string): Opened | null {
  const [room = '', page = ''] = pathname.split('/').filter(Boolean);
  const kind = ROOMS[room];
  const id = ID.test(page) ? page : new URLSearchParams(search).get('peek');
  return kind && id && ID.test(id) ? { kind, id } : null;
}

/** What this user opened on this device, the newest first. */
export function recent(user: string): readonly Opened[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(user)) ?? '[]');
    return Array.isArray(kept) ? (kept as Opened[]).filter(({ id }) => ID.test(id)) : [];
  } catch {
    return [];
  }
}

export function noteOpened(user: string, opened: Opened): void {
  const next = [opened, ...recent(user).filter(({ id }) => id !== opened.id)].slice(0, MOST);
  try {
    localStorage.setItem(keyOf(user), JSON.stringify(next));
  } catch {
    // A full or forbidden storage costs only the memory.
  }
}

/** What was opened before comes first, the latest of it at the top; the rest keeps its order. */
export function recentFirst<T extends { id: string }>(found: readonly T[], before: readonly Opened[]): readonly T[] {
  const rank = new Map(before.map(({ id }, at) => [id, at]));
  return [...found].sort((first, second) => (rank.get(first.id) ?? MOST) - (rank.get(second.id) ?? MOST));
}
