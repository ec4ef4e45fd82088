import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../api/types';
import { bodyOf, probableContact } from './entry';
import { quickKind } from './kinds';

const now = new Date('2026-11-22T08:00:00Z');

describe('what is sent of an entry', () => {
  it('takes place now unless a time is chosen', () => {
    expect(bodyOf({ kind: 'CALL', text: '已报价' }, 'c1', now).time).toBe('2026-11-22T08:00:00.000Z');
    expect(bodyOf({ kind: 'CALL', text: '已报价', time: '2026-11-21T08:00:00Z' }, 'c1', now).time).toBe('2026-11-21T08:00:00Z');
  });

  it('is named after its first sentence', () => {
    expect(bodyOf({ kind: 'VISIT', text: '客户同意试用。下周安装。' }, 'c1', now))
      .toMatchObject({ subject: '客户同意试用', text: '客户同意试用。下周安装。' });
  });

  it('says a short note once', () => {
    expect(bodyOf({ kind: 'CALL', text: '已报价' }, 'c1', now)).toEqual({ kind: 'CALL', time: now.toISOString(), subject: '已报价', customerId: 'c1' });
  });

  it('cuts a long line between letters, never inside one', () => {
    const subject = String(bodyOf({ kind: 'CALL', text: '👨‍👩‍👧'.repeat(100) }, 'c1', now).subject);
    expect(subject).toBe(`${'👨‍👩‍👧'.repeat(59)}…`);
  });

  it('says what came of it and how long it took', () => {
    expect(bodyOf({ kind: 'CALL', text: '已报价', outcome: 'INTERESTED', minutes: 1.5 }, 'c1', now))
      .toMatchObject({ outcome: 'INTERESTED', durationSeconds: 90 });
  });

  it('keeps a subject that was typed', () => {
    expect(bodyOf({ kind: 'EMAIL', subject: '报价单', text: '附件是报价' }, undefined, now))
      .toEqual({ kind: 'EMAIL', time: now.toISOString(), subject: '报价单', text: '附件是报价' });
  });
});

describe('whom it was with', () => {
  const record = (values: object) => ({ version: 1, ...values }) as AnyRecord;
  const contacts = [record({ id: 'a' }), record({ id: 'b' })];

  it('is the one spoken to last', () =>
    expect(probableContact([record({ id: '2' }), record({ id: '1', contactId: 'b' })], contacts)).toBe('b'));
  it('is nobody who has left', () => expect(probableContact([record({ id: '1', contactId: 'x' })], contacts)).toBeUndefined());
  it('is the only one', () => expect(probableContact([], contacts.slice(0, 1))).toBe('a'));
});

describe('keys', () => {
  it('stand for kinds', () => expect(['1', '5', '7', '8', 'c'].map(quickKind)).toEqual(['CALL', 'WECHAT', 'OTHER', undefined, undefined]));
});
