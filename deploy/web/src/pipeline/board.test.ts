import { describe, expect, it } from 'vitest';
import type { Pipeline } from '../api/types';
import { addDecimals, columnsOf, daysInStage, daysUntil, filterOf, movedSums, readBoard, type BoardAnswer, type Card } from './board';

const pipeline: Pipeline = {
  key: 'default', label: {}, isDefault: true,
  stages: [
    { key: 'QUOTATION', label: {}, probability: 30, stalledAfterDays: 14, retired: false },
    { key: 'DEMO', label: {}, probability: 40, stalledAfterDays: 14, retired: true },
    { key: 'SIGNING', label: {}, probability: 90, stalledAfterDays: 7, retired: false },
  ],
};

const card = (fields: Partial<Card> = {}): Card =>
  ({ id: '1', version: 1, name: '服务器采购', stage: 'QUOTATION', amount: { amount: '0.10', currency: 'CNY' }, ...fields });

const board: BoardAnswer = {
  pipeline: 'default',
  stages: [{ stage: 'QUOTATION', count: 2, stalled: 1, total: { amount: '90071992547409931.30', currency: 'CNY' } }],
};

describe('a moved card', () => {
  it('takes its amount along, digit for digit', () => {
    expect(movedSums(board, card(), 'SIGNING').stages).toEqual([
      { stage: 'QUOTATION', count: 1, stalled: 1, total: { amount: '90071992547409931.20', currency: 'CNY' } },
      { stage: 'SIGNING', count: 1, stalled: 0, total: { amount: '0.10', currency: 'CNY' } },
    ]);
  });

  it('is no longer stalled where it arrives', () => {
    const [from, to] = movedSums(board, card({ stalled: true }), 'SIGNING').stages;
    expect([from!.stalled, to!.stalled]).toEqual([0, 0]);
  });

  it('leaves the board when it is won', () => {
    expect(movedSums(board, card(), null).stages.map(({ count }) => count)).toEqual([1]);
  });

  it('leaves sums of another currency to the next answer', () => {
    const foreign = card({ amount: { amount: '5', currency: 'USD' } });
    expect(movedSums(board, foreign, null).stages[0]!.total).toEqual(board.stages[0]!.total);
  });

  it('changes nothing where it was', () => expect(movedSums(board, card(), 'QUOTATION')).toBe(board));
});

describe('decimals', () => {
  it.each([['1', '2', '3'], ['0.1', '0.2', '0.3'], ['-1.5', '1.25', '-0.25'], ['0.05', '-0.06', '-0.01']])(
    '%s and %s make %s', (first, second, sum) => expect(addDecimals(first, second)).toBe(sum));
  it('are taken away', () => expect(addDecimals('1.00', '1', -1)).toBe('0.00'));
});

describe('columns', () => {
  it('leave retired stages out', () =>
    expect(columnsOf(pipeline, []).map(({ key }) => key)).toEqual(['QUOTATION', 'SIGNING']));
  it('show a retired stage as long as something stands in it', () =>
    expect(columnsOf(pipeline, [{ stage: 'DEMO', count: 1, stalled: 0 }])).toHaveLength(3));
});

describe('the filter of a column', () => {
  it('cannot be broken out of', () => {
    expect(filterOf({ pipeline: "o'neil", owner: 'zhangsan' }, 'QUOTATION'))
      .toBe("status eq 'OPEN' and pipeline eq 'o''neil' and stage eq 'QUOTATION' and owner eq 'zhangsan'");
  });
});

describe('days', () => {
  it('in a stage are whole ones', () => expect(daysInStage(card({ stageSince: '2026-11-01T12:00:00Z' }),
    Date.parse('2026-11-03T11:00:00Z'))).toBe(1));
  it('are unknown where nobody knows since when', () => expect(daysInStage(card())).toBeNull());
  it('until a close are negative when it is over', () =>
    expect(daysUntil('2026-11-20', new Date(2026, 10, 22, 23))).toBe(-2));
});

describe('the address', () => {
  const read = (text: string, leads = true) => readBoard(new URLSearchParams(text), [pipeline], 'zhangsan', leads);
  it('shows everybody to those who lead', () => expect(read('').owner).toBe(''));
  it('shows their own to those who do not', () => expect(read('', false).owner).toBe('zhangsan'));
  it('keeps a choice', () => expect(read('owner=lisi&q=hw&sort=-amount')).toEqual(
    { pipeline: 'default', owner: 'lisi', q: 'hw', sort: '-amount' }));
  it('falls back where it names what there is not', () =>
    expect(read('pipeline=none&sort=drop')).toMatchObject({ pipeline: 'default', sort: 'expectedClose' }));
});
