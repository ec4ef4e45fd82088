import { describe, expect, it } from 'vitest';
import type { Change } from '../record/history';
import { timeInStages, wholeDays } from './stages';

const change = (field: string, value: string, when: string): Change =>
  ({ field, old: null, new: value, who: null, when: `2026-${when}T00:00:00Z`, why: null, source: null });
const now = Date.parse('2026-01-31T00:00:00Z');
const days = (spent: Map<string, number>) => Object.fromEntries([...spent].map(([stage, time]) => [stage, wholeDays(time)]));

describe('time in stages', () => {
  it('is counted from change to change, and to now in the last', () => {
    expect(days(timeInStages([change('stage', 'QUOTE', '01-11'), change('stage', 'INTEREST', '01-01')], [], now)))
      .toEqual({ INTEREST: 10, QUOTE: 20 });
  });

  it('adds up where a stage is entered again', () => {
    expect(days(timeInStages(
      [change('stage', 'A', '01-21'), change('stage', 'B', '01-11'), change('stage', 'A', '01-01')], [], now))).toEqual({ A: 20, B: 10 });
  });

  it('stands still while the sale is closed', () => {
    expect(days(timeInStages([change('stage', 'A', '01-01')],
      [change('status', 'OPEN', '01-21'), change('status', 'LOST', '01-11'), change('status', 'OPEN', '01-01')], now))).toEqual({ A: 20 });
  });

  it('is none where nothing is known', () => expect(timeInStages([], [], now).size).toBe(0));
});
