import { describe, expect, it } from 'vitest';
import { sourceOf } from './history';

describe('where a change came from', () => {
  it.each([
    [null, { kind: 'none' }],
    ['request', { kind: 'request' }],
    ['import customer-7 row 12', { kind: 'import', row: '12' }],
    ['undo customer-7', { kind: 'other', text: 'undo customer-7' }],
  ])('%s', (source, told) => expect(sourceOf(source)).toEqual(told));
});
