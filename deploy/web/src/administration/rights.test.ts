import { describe, expect, it } from 'vitest';
import { described } from './rights';

describe('a role in words', () => {
  const rep = { kinds: { customer: { read: 'team', write: 'own' }, order: { read: 'none' } }, fieldClasses: { money: { full: 'own' } } };

  it('leaves out what it may not', () =>
    expect(described(rep).kinds).toEqual([{ kind: 'customer', actions: [{ action: 'read', reach: 'team' }, { action: 'write', reach: 'own' }] }]));

  it('says what is hidden', () => expect(described(rep).classes).toContainEqual({ fieldClass: 'text', full: 'none', masked: 'none' }));

  it('takes a reach that it does not know for none', () =>
    expect(described({ kinds: { customer: { read: 'galaxy' } } }).kinds).toEqual([]));
});
