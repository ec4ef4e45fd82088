import { expect, test } from 'vitest';
import { sentLinks } from './links';

test('rows without a customer say nothing, and the first one leads', () => {
  expect(sentLinks([{ role: 'USER' }, { customerId: 'b', role: '', position: ' ' }, { customerId: 'a', role: 'BUYER', primary: true }])).toEqual([
    { customerId: 'b', role: undefined, position: undefined, primary: true }, { customerId: 'a', role: 'BUYER' },
  ]);
});
