import { describe, expect, it } from 'vitest';
import { daysOf, readCalendar, turned } from './days';

describe('the calendar', () => {
  it('shows a month as whole weeks from Monday on', () => {
    const days = daysOf('month', '2026-11-23');
    expect(days[0]).toBe('2026-10-26');
    expect(days.at(-1)).toBe('2026-12-06');
    expect(daysOf('month', '2027-02-10')).toHaveLength(28);
  });

  it('shows weeks, days and what comes', () => {
    expect(daysOf('week', '2026-11-22')).toEqual(['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22']);
    expect(daysOf('day', '2026-11-22')).toEqual(['2026-11-22']);
    expect(daysOf('agenda', '2026-12-20')[29]).toBe('2027-01-18');
  });

  it('turns pages', () => {
    expect(turned('month', '2026-01-31', 1)).toBe('2026-02-01');
    expect(turned('week', '2026-11-22', -1)).toBe('2026-11-15');
  });

  it('reads its address, and takes nothing else for a day', () => {
    expect(readCalendar(new URLSearchParams('view=week&day=2026-11-22'), 'month', '2026-01-01')).toEqual({ span: 'week', day: '2026-11-22' });
    expect(readCalendar(new URLSearchParams('view=decade&day=2026-99-99'), 'month', '2026-01-01')).toEqual({ span: 'month', day: '2026-01-01' });
  });
});
