import { describe, expect, it } from 'vitest';
import type { Me } from '../api/me';
import type { AnyRecord } from '../api/types';
import { isPressing, mayApprove, mostUrgent, primaryAction, suggestionFor } from './nextStep';

const record = (values: object = {}): AnyRecord => ({ id: '1', version: 1, ...values });
const opportunity = (id: string, rule?: string) => record({ id, nextBestAction: rule && { rule, facts: {} } });

describe('the opportunity that needs something most', () => {
  it('is the one whose close date has passed', () =>
    expect(mostUrgent([opportunity('a', 'move-on'), opportunity('b', 'close-date-passed'), opportunity('c', 'stalled')])?.id).toBe('b'));
  it('is none where nothing is advised', () => expect(mostUrgent([opportunity('a')])).toBeUndefined());
  it('ranks a rule it does not know last', () =>
    expect(mostUrgent([opportunity('a', 'new-rule'), opportunity('b', 'move-on')])?.id).toBe('b'));
  it('presses only where waiting costs', () => {
    expect(isPressing({ rule: 'stalled', facts: {} })).toBe(true);
    expect(isPressing({ rule: 'move-on', facts: {} })).toBe(false);
  });
});

describe('without an open opportunity', () => {
  it.each([
    ['findContact', {}, 0],
    ['winBack', { salesStatus: 'LOST' }, 1],
    ['wake', { activity: 'DORMANT', lastInteractionAt: '2026-01-01T00:00:00Z' }, 1],
    ['talk', {}, 1],
    ['offer', { lastInteractionAt: '2026-01-01T00:00:00Z' }, 1],
    ['followUp', { salesStatus: 'CLOSED_WON', lastInteractionAt: '2026-01-01T00:00:00Z' }, 1],
  ] as const)('suggests %s', (suggestion, values, contacts) =>
    expect(suggestionFor(record(values), contacts, 0)).toBe(suggestion));

  it('counts a contact that only a spreadsheet named', () =>
    expect(suggestionFor(record({ primaryContact: '张三' }), 0, 0)).toBe('talk'));
  it('is silent where a sale is open', () => expect(suggestionFor(record(), 1, 1)).toBeUndefined());
});

describe('the primary action', () => {
  it.each([
    ['log', { salesStatus: 'POTENTIAL' }, 0],
    ['opportunity', { salesStatus: 'FOLLOWING_UP' }, 0],
    ['log', { salesStatus: 'FOLLOWING_UP' }, 2],
    ['order', { salesStatus: 'CLOSED_WON' }, 0],
    ['reopen', { salesStatus: 'LOST' }, 0],
    ['resubmit', { reviewState: 'SENT_BACK' }, 0],
    ['restore', { archived: true, salesStatus: 'LOST' }, 0],
  ] as const)('is %s', (action, values, opportunities) =>
    expect(primaryAction(record(values), opportunities, false)).toBe(action));

  it('is approval for those who may', () => {
    expect(primaryAction(record({ reviewState: 'WAITING' }), 0, true)).toBe('approve');
    expect(primaryAction(record({ reviewState: 'WAITING' }), 0, false)).toBe('log');
  });
});

describe('approval', () => {
  const me = (approve: string) => ({ user: 'wangwu', rights: { customer: { approve } } }) as unknown as Me;
  it('takes the right', () => expect(mayApprove(me('none'), record({ createdBy: 'zhangsan' }))).toBe(false));
  it('takes a second person', () => {
    expect(mayApprove(me('tree'), record({ createdBy: 'wangwu' }))).toBe(false);
    expect(mayApprove(me('tree'), record({ createdBy: 'zhangsan' }))).toBe(true);
    expect(mayApprove(me('tree'), record({ createdBy: 'zhangsan', review: { requestedBy: 'wangwu' } }))).toBe(false);
  });
});
