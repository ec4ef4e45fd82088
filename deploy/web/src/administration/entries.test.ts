import { describe, expect, it } from 'vitest';
import { changed, faultsOf, moved, trimmed, type Entry } from './entries';
import { withText } from './Labels';

const entry = (code: string, name = code): Entry => ({ code, label: name ? { 'zh-CN': name } : {}, retired: false, stored: false });

describe('lines of a list', () => {
  it('change places with their neighbours', () =>
    expect(moved([entry('A'), entry('B'), entry('C')], 1, 1).map(({ code }) => code)).toEqual(['A', 'C', 'B']));
  it('stay where there is no neighbour', () => {
    const entries = [entry('A')];
    expect(moved(entries, 0, -1)).toBe(entries);
  });
  it('are changed one at a time', () =>
    expect(changed([entry('A'), entry('B')], 1, { retired: true }).map(({ retired }) => retired)).toEqual([false, true]));
});

describe('faults', () => {
  it('are a missing code, a missing name and the same code twice', () =>
    expect([...faultsOf([entry(' '), entry('A', ''), entry('B'), entry('B ')])]).toEqual([[0, 'code'], [1, 'label'], [3, 'twice']]));
  it('are none in a good list', () => expect(faultsOf([entry('A'), entry('B')]).size).toBe(0));
});

describe('what is sent', () => {
  it('has no spaces around and no empty names', () =>
    expect(trimmed({ ...entry(' A '), label: { 'zh-CN': ' 甲 ', en: ' ' } })).toEqual({ code: 'A', label: { 'zh-CN': '甲' }, retired: false }));
  it('leaves an emptied language out', () => expect(withText({ en: 'A', 'zh-CN': '甲' }, 'en', '')).toEqual({ 'zh-CN': '甲' }));
});
