import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../api/types';
import { differences, nextMoment } from './asOf';
import type { Field } from './kind';

const fields: Field[] = [
  { name: 'name', type: 'text', group: 'basics' },
  { name: 'tags', type: 'texts', group: 'basics' },
  { name: 'address.delivery', type: 'text', group: 'place' },
  { name: 'annualRevenue', type: 'money', group: 'business' },
  { name: 'updatedAt', type: 'instant', group: 'record' },
];
const record = (values: object): AnyRecord => ({ id: '1', version: 1, ...values });

describe('what differs between then and now', () => {
  it('is told by field, parts and amounts too', () => {
    expect([...differences(fields,
      record({ name: '华为', address: { delivery: '深圳' }, annualRevenue: { amount: '1.00', currency: 'CNY' } }),
      record({ name: '华为', address: { delivery: '东莞' }, annualRevenue: { amount: '2.00', currency: 'CNY' } }))])
      .toEqual(['address.delivery', 'annualRevenue']);
  });

  it('is nothing for a list of nothing that was not set', () => {
    expect(differences(fields, record({}), record({ tags: [] })).size).toBe(0);
  });

  it('leaves out what every change changes', () => {
    expect(differences(fields, record({ updatedAt: '2026-01-01T00:00:00Z' }), record({})).size).toBe(0);
  });
});

describe('stepping through the changes', () => {
  const moments = [30, 10, 20];
  it('goes to the one before', () => expect(nextMoment(moments, 30, -1)).toBe(20));
  it('goes to the one after', () => expect(nextMoment(moments, 10, 1)).toBe(20));
  it('ends at the first', () => expect(nextMoment(moments, 10, -1)).toBeUndefined());
});
