import { describe, expect, it } from 'vitest';
import type { SavedView } from '../api/types';
import { customer } from '../customers/customer';
import { contentsOf, isChanged, readAddress, sortedBy, writeAddress } from './address';

const saved: SavedView = {
  id: 'v1', name: '华东重点', recordKind: 'customer', columns: ['name', 'phone'], filter: "region eq '上海'", sort: ['-createdAt'],
  shared: true, owner: 'demo-manager', version: 1,
};
const views = [...customer.views, saved];
const read = (query: string, remembered: readonly string[] | null = null) =>
  readAddress(new URLSearchParams(query), views, customer, "o'brien", remembered);

describe('the address of a list', () => {
  it('says nothing where nothing was changed', () => {
    const state = read('');
    expect(state.view).toBe('all');
    expect(writeAddress(state, views[0]!, true, customer, "o'brien").toString()).toBe('');
  });

  it('names the reader in his own view', () => expect(read('view=mine').filter).toBe("owner eq 'o''brien'"));

  it('comes back as it was written', () => {
    const state = {
      ...read('view=attention'), q: '华为 & Söhne', filter: "name eq 'a,b&c=d'", sort: ['-name', 'custom.x'], columns: ['name', 'custom.x'], peek: 'c1',
    };
    const written = writeAddress(state, views.find(({ id }) => id === 'attention')!, false, customer, 'x');
    expect(read(written.toString())).toEqual(state);
  });

  it('of a saved view shows the same to somebody who does not have it', () => {
    const link = writeAddress(read('view=v1'), saved, false, customer, 'x').toString();
    const other = readAddress(new URLSearchParams(link), customer.views, customer, 'y', null);
    expect(other).toMatchObject({ view: 'all', filter: "region eq '上海'", sort: ['-createdAt'], columns: ['name', 'phone'] });
  });

  it('says that a filter was taken away', () => {
    const state = { ...read('view=mine'), filter: '' };
    const written = writeAddress(state, customer.views[1]!, false, customer, "o'brien");
    expect(read(written.toString()).filter).toBe('');
  });

  it('wins over the columns that were remembered', () => {
    expect(read('', ['name', 'fax']).columns).toEqual(['name', 'fax']);
    expect(read('columns=phone', ['name', 'fax']).columns).toEqual(['phone']);
  });

  it('tells a changed view', () => {
    const contents = contentsOf(saved, customer, 'x');
    expect(isChanged(read('view=v1'), contents)).toBe(false);
    expect(isChanged(read('view=v1&q=a'), contents)).toBe(true);
  });
});

describe('sorting', () => {
  it('turns round and ends', () => {
    expect(sortedBy([], 'a', false)).toEqual(['a']);
    expect(sortedBy(['a'], 'a', false)).toEqual(['-a']);
    expect(sortedBy(['-a'], 'a', false)).toEqual([]);
    expect(sortedBy(['a', 'b'], 'c', false)).toEqual(['c']);
  });

  it('takes a second key with shift', () => {
    expect(sortedBy(['a'], 'b', true)).toEqual(['a', 'b']);
    expect(sortedBy(['a', 'b'], 'a', true)).toEqual(['-a', 'b']);
    expect(sortedBy(['-a', 'b'], 'a', true)).toEqual(['b']);
  });
});
