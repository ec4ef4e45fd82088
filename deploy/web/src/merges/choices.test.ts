import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../api/types';
import type { Field } from '../record/kind';
import { differences, taken } from './choices';

const field = (name: string, type: Field['type'] = 'text', writable = true): Field => ({ name, type, group: 'basics', writable });
const fields = [field('name'), field('number'), field('phone'), field('tags', 'texts'), field('address.registered'),
  field('address.delivery'), field('custom.erp'), field('lastInteractionAt', 'instant', false)];
const record = (facts: object): AnyRecord => ({ id: '1', version: 1, ...facts });

describe('the choices of a merge', () => {
  const survivor = record({ name: '华为', number: '1', tags: ['a'], address: { registered: '深圳' }, lastInteractionAt: 'x' });
  const other = record({ name: '华为技术', number: '2', phone: '123', tags: ['b'], address: { registered: '北京', delivery: '上海' }, custom: { erp: '7' } });
  const found = differences(fields, survivor, other);

  it('are about fields that differ and can be taken, each once', () => {
    expect(found.map((difference) => difference.name)).toEqual(['name', 'phone', 'tags', 'address', 'custom.erp']);
  });

  it('propose what loses nothing', () => {
    expect(Object.fromEntries(found.map(({ name, proposed }) => [name, proposed])))
      .toEqual({ name: 'this', phone: 'from', tags: 'both', address: 'this', 'custom.erp': 'from' });
  });

  it('are sent without what stays', () => {
    expect(taken(found, new Map([['name', 'from'], ['phone', 'this']])))
      .toEqual({ name: 'from', tags: 'both', 'custom.erp': 'from' });
  });

  it('are none for the same facts', () => {
    expect(differences(fields, record({ tags: [] }), record({ phone: null }))).toEqual([]);
  });
});
