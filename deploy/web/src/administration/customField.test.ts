import { describe, expect, it } from 'vitest';
import { draftOf, isKey, keyFrom, requestOf } from './customField';

describe('a key', () => {
  it('is made of the English name', () => expect(keyFrom({ en: 'Contract end' }, [])).toBe('contractEnd'));
  it('is another where it is taken', () => expect(keyFrom({ en: 'Contract end' }, ['contractEnd'])).toBe('contractEnd1'));
  it('is there without an English name', () => expect(keyFrom({ 'zh-CN': '合同到期' }, ['field1'])).toBe('field2'));
  it.each([[{ en: '2nd phone!' }], [{ en: '---' }], [{ en: 'x'.repeat(100) }]])('made of %o is one', (label) =>
    expect(isKey(keyFrom(label, []))).toBe(true));
});

describe('what is sent', () => {
  const draft = { ...draftOf(null), label: { 'zh-CN': '预算' } };

  it('has only the bounds that the type knows', () =>
    expect(requestOf({ ...draft, type: 'number', min: '0', pattern: 'x', maxLength: '5' }, 'customer')).toEqual({
      type: 'number', label: { 'zh-CN': '预算' }, required: false, unique: false, fieldClass: 'facts', deprecated: false, validation: { min: '0' },
    }));

  it('has options only where one chooses', () => {
    const options = [{ code: 'A', label: { en: 'A' }, retired: false, stored: false }];
    expect(requestOf({ ...draft, type: 'text', options }, 'contact')).not.toHaveProperty('options');
    expect(requestOf({ ...draft, type: 'choice', options }, 'contact')).toHaveProperty('options', [{ code: 'A', label: { en: 'A' }, retired: false }]);
  });

  it('types the value that is there at first', () => {
    expect(requestOf({ ...draft, type: 'boolean', preset: 'true' }, 'contact')).toHaveProperty('default', true);
    expect(requestOf({ ...draft, type: 'choices', preset: 'A， B' }, 'contact')).toHaveProperty('default', ['A', 'B']);
    expect(requestOf({ ...draft, type: 'number', preset: '12.50' }, 'contact')).toHaveProperty('default', '12.50');
  });

  it('keeps values apart only where everybody may know them', () =>
    expect(requestOf({ ...draft, unique: true, fieldClass: 'contactData' }, 'customer')).toEqual({
      type: 'text', label: { 'zh-CN': '预算' }, required: false, fieldClass: 'contactData', deprecated: false,
    }));

  it('is what was read where nothing is changed', () => {
    const field = { recordKind: 'order', key: 'k', type: 'text', label: { en: 'K' }, required: true, deprecated: false, unique: true,
      validation: { maxLength: 9 } } as const;
    expect(requestOf(draftOf(field), 'order')).toEqual({ type: 'text', label: { en: 'K' }, required: true, unique: true, fieldClass: 'facts', deprecated: false,
      validation: { maxLength: 9 } });
  });
});
