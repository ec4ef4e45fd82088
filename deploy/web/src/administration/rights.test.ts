import { describe, expect, it } from 'vitest';
import { changed, kindsOf, refusalsOf, stillChanges, valueAt, withChanges, type Table } from './rights';

const stored: Table = {
  rep: { kinds: { customer: { read: 'team', write: 'own' }, drone: { read: 'all' } }, fieldClasses: { money: { full: 'own', scope: 'money' } }, exportRowsADay: 1000 },
};

describe('the table of rights', () => {
  it('takes what it does not name, or does not know, for none', () => {
    expect(valueAt(stored, 'rep.kinds.order.read')).toBe('none');
    expect(valueAt({ rep: { kinds: { customer: { read: 'galaxy' } } } }, 'rep.kinds.customer.read')).toBe('none');
    expect(valueAt(stored, 'manager.exportRowsADay')).toBeNull();
  });

  it('shows kinds that this page has never heard of', () => expect(kindsOf(stored)).toEqual(expect.arrayContaining(['customer', 'drone'])));
});

describe('changes', () => {
  it('name the cells that differ, and only these', () => {
    const changes = changed({}, stored, 'rep.kinds.customer.write', 'team');
    expect(changes).toEqual({ 'rep.kinds.customer.write': 'team' });
    expect(changed(changes, stored, 'rep.kinds.customer.write', 'own')).toEqual({});
  });

  it('leave the rest of the table as it is', () => {
    const after = withChanges(stored, { 'rep.kinds.order.read': 'own', 'rep.exportRowsADay': null, 'service.fieldClasses.text.full': 'all' });
    expect(after).toEqual({
      rep: { ...stored.rep, kinds: { ...stored.rep!.kinds, order: { read: 'own' } }, exportRowsADay: null },
      service: { fieldClasses: { text: { full: 'all' } } },
    });
    expect(stored.rep!.exportRowsADay).toBe(1000);
  });

  it('are kept over what somebody else has saved, but for what he has changed alike', () =>
    expect(stillChanges({ 'rep.kinds.customer.read': 'tree', 'rep.exportRowsADay': 5 }, withChanges(stored, { 'rep.exportRowsADay': 5 })))
      .toEqual({ 'rep.kinds.customer.read': 'tree' }));
});

describe('a refusal', () => {
  it('is found at its cell', () => expect(refusalsOf([{ field: 'table.rep.kinds.customer.read', message: '不行' }, { field: '', message: 'x' }]))
    .toEqual(new Map([['rep.kinds.customer.read', '不行']])));
});
