import { describe, expect, it } from 'vitest';
import { dayFrom, laterDays, pressing } from './due';

const NOW = new Date('2026-11-23T10:00:00');
const task = (fields: Record<string, unknown>) => ({ id: '1', version: 1, ...fields });

describe('a task', () => {
  it('is as pressing as the moments say that the service tells', () => {
    const past = new Date(NOW.getTime() - 1).toISOString();
    const coming = new Date(NOW.getTime() + 1).toISOString();
    expect(pressing(task({}), NOW)).toBe('someDay');
    expect(pressing(task({ due: '2026-11-24', dueFrom: coming, overdueFrom: coming }), NOW)).toBe('later');
    expect(pressing(task({ due: '2026-11-23', dueFrom: past, overdueFrom: coming }), NOW)).toBe('today');
    expect(pressing(task({ due: '2026-11-23', dueFrom: past, overdueFrom: past }), NOW)).toBe('overdue');
  });

  it('is put off from today where it is overdue, else from its day', () => {
    expect(laterDays(task({ due: '2026-11-01' }), NOW)).toEqual({ tomorrow: '2026-11-24', threeDays: '2026-11-26', week: '2026-11-30' });
    expect(laterDays(task({ due: '2026-12-30' }), NOW).threeDays).toBe('2027-01-02');
    expect(dayFrom('2026-03-28', 1)).toBe('2026-03-29');
  });
});
