import { describe, expect, it } from 'vitest';
import { checksOf, dayOf, daysFrom, monthStart } from './attention';

const now = new Date(2026, 10, 22, 9, 30);
const filterOf = (id: string, owner: string | null = 'zhangsan') => checksOf(owner, true, now).find((check) => check.id === id)?.filter;

describe('what needs attention', () => {
  it('is overdue from the day after the expected close', () =>
    expect(filterOf('overdue')).toBe("status eq 'OPEN' and expectedClose lt '2026-11-22' and owner eq 'zhangsan'"));

  it('is about everybody whom a manager sees', () =>
    expect(filterOf('stalled', null)).toBe("status eq 'OPEN' and stalled eq true"));

  it('closes within two weeks, today among them', () =>
    expect(filterOf('closing', null)).toContain("between '2026-11-22' and '2026-12-06'"));

  it('is asked about in the same words all day, so that answers are kept', () => {
    expect(checksOf('a', true, now)).toEqual(checksOf('a', true, new Date(2026, 10, 22, 9, 31)));
  });

  it('waits for those alone who may decide', () =>
    expect(checksOf('a', false, now).some(({ id }) => id === 'waiting')).toBe(false));

  it('cannot be broken out of by a name', () => expect(filterOf('dormant', "o'neil")).toContain("owner eq 'o''neil'"));
});

describe('days', () => {
  it('are those of the reader', () => expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05'));
  it('go over the end of a month', () => expect(dayOf(daysFrom(new Date(2026, 10, 25), 14))).toBe('2026-12-09'));
  it('begin a month at its first moment', () =>
    expect(new Date(monthStart(now))).toEqual(new Date(2026, 10, 1)));
});
