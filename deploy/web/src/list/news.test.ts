import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../api/types';
import { newsOf } from './news';

const row = (id: string, version = 1, more: object = {}): AnyRecord => ({ id, version, ...more });
const list = (...ids: string[]) => ({ items: ids.map((id) => row(id)), total: ids.length });
const moved = (shown: string[], fresh: string[], size = 50) => newsOf(list(...shown), list(...fresh), size).moved;

describe('what has become of a list', () => {
  it('is nothing where nothing has', () => expect(newsOf(list('a', 'b'), list('a', 'b'), 50)).toEqual({ updated: [], moved: 0 }));

  it('counts rows that have come and gone, each once', () => {
    expect(moved(['a', 'b'], ['c', 'a', 'b'])).toBe(1);
    expect(moved(['a', 'b'], ['b'])).toBe(1);
    expect(moved(['a', 'b'], ['c', 'b'])).toBe(2);
    expect(moved(['a'], [])).toBe(1);
    expect(moved([], ['a', 'b'])).toBe(2);
  });

  it('counts what stands elsewhere', () => expect(moved(['a', 'b', 'c'], ['b', 'a', 'c'])).toBe(2));

  it('takes what moves up from below the rows that were read for no arrival', () =>
    expect(newsOf({ items: [row('a'), row('b')], total: 9 }, { items: [row('b'), row('c')], total: 8 }, 2).moved).toBe(1));

  it('notices by the total what comes further down', () =>
    expect(newsOf({ items: [row('a'), row('b')], total: 9 }, { items: [row('a'), row('b')], total: 12 }, 2).moved).toBe(3));

  it('names rows that say something else, also where it only follows from others', () => {
    const fresh = { items: [row('a', 2, { name: 'x' }), row('b', 1, { lastInteractionAt: 'now' }), row('c')], total: 3 };
    expect(newsOf(list('a', 'b', 'c'), fresh, 50).updated.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('leaves a row that was saved meanwhile as it is', () =>
    expect(newsOf({ items: [row('a', 3, { name: 'mine' })], total: 1 }, { items: [row('a', 2)], total: 1 }, 50).updated).toEqual([]));
});
