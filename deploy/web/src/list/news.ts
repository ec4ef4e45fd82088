import { replaceEqualDeep } from '@tanstack/react-query';
import type { AnyRecord } from '../api/types';

/** What has become of a list since it was read. */
export interface News {
  /** Rows that are on the screen and say something else now. */
  updated: readonly AnyRecord[];
  /** How many rows have come, gone, or stand elsewhere: to show them, the list has to be read again. */
  moved: number;
}

interface Part {
  items: readonly AnyRecord[];
  total: number;
}

/**
 * Compares a list on the screen with its beginning as it is now.
 *
 * @param size how many rows of the beginning were asked for
 */
export function newsOf(shown: Part, fresh: Part, size: number): News {
  const known = new Map(shown.items.map((record) => [record.id, record]));
  const updated = fresh.items.filter((record) => {
    const before = known.get(record.id);
    return before !== undefined && record.version >= before.version && replaceEqualDeep(before, record) !== before;
  });
  const arrived = arrivals(fresh.items, known, fresh.items.length < size);
  const more = fresh.total - shown.total;
  const moved = Math.max(arrived, more) + Math.max(0, arrived - more);
  return { updated, moved: moved > 0 ? moved : reordered(shown.items, fresh.items) };
}

/** Rows that are new; what follows the last known row has only moved up from where it was not read yet. */
function arrivals(fresh: readonly AnyRecord[], known: ReadonlyMap<string, unknown>, whole: boolean): number {
  const last = whole ? fresh.length - 1 : fresh.findLastIndex(({ id }) => known.has(id));
  return fresh.filter(({ id }, at) => at <= last && !known.has(id)).length;
}

function reordered(shown: readonly AnyRecord[], fresh: readonly AnyRecord[]): number {
  return fresh.filter(({ id }, at) => shown[at] !== undefined && shown[at].id !== id).length;
}
