import { describe, expect, it } from 'vitest';
import { mergePatches, patched, patchOf, untouched } from './kind';

describe('a merge patch', () => {
  it('names a part of a field', () => expect(patchOf('address.delivery', '东莞')).toEqual({ address: { delivery: '东莞' } }));
  it('clears with null', () => expect(patchOf('needs', '')).toEqual({ needs: null }));
  it('leaves the other parts alone', () => expect(patched({ address: { registered: '深圳', delivery: 'x' } }, patchOf('address.delivery', '东莞')))
    .toEqual({ address: { registered: '深圳', delivery: '东莞' } }));
  it('joins another', () => expect(mergePatches(patchOf('address.delivery', 'a'), patchOf('address.registered', 'b')))
    .toEqual({ address: { delivery: 'a', registered: 'b' } }));
});

describe('what somebody else saved meanwhile', () => {
  const before = { needs: 'a', tags: ['x'], amount: { amount: '1.00', currency: 'CNY' } };
  it('stands beside a change of other fields', () => expect(untouched(before, { ...before, tags: ['x', 'y'] }, { needs: 'b' })).toBe(true));
  it('is in the way of a change of the same', () => expect(untouched(before, { ...before, needs: 'c' }, { needs: 'b' })).toBe(false));
  it('is in the way where it cleared the field', () =>
    expect(untouched(before, { tags: ['x'], amount: before.amount }, { needs: 'b' })).toBe(false));
  it('is compared as a whole', () =>
    expect(untouched(before, { ...before, amount: { amount: '1.00', currency: 'USD' } }, { amount: { amount: '2.00' } })).toBe(false));
});
