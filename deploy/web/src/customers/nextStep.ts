import type { Action, Me } from '../api/me';
import type { AnyRecord } from '../api/types';

/** What the opportunity's rules advise, as `nextBestAction` tells it. */
export interface Advice {
  rule: string;
  facts: Record<string, string>;
  /** In the reader's language; single records have it. */
  text?: string;
}

/** The service's rules, the most urgent first. */
const URGENCY = [
  'close-date-passed', 'stalled', 'nobody-owns-it', 'close-is-near-but-unlikely', 'over-budget', 'nobody-to-talk-to', 'need-unknown',
  'amount-unknown', 'close-date-unknown', 'budget-unknown', 'close-is-near', 'competition', 'move-on',
];

/** The first of these need somebody now; the others can wait their turn. */
const PRESSING = 5;

export const adviceOf = (record: AnyRecord): Advice | undefined => record.nextBestAction as Advice | undefined;

export const isPressing = (advice: Advice): boolean => URGENCY.slice(0, PRESSING).includes(advice.rule);

/** The open opportunity that needs something most; undefined when none does. */
export function mostUrgent(opportunities: readonly AnyRecord[]): AnyRecord | undefined {
  const urgency = (record: AnyRecord) => {
    const at = URGENCY.indexOf(adviceOf(record)!.rule);
    return at < 0 ? URGENCY.length : at;
  };
  return opportunities.filter((record) => adviceOf(record)).sort((one, other) => urgency(one) - urgency(other))[0];
}

/** What to do about a customer that has no open opportunity. */
export type Suggestion = 'findContact' | 'winBack' | 'wake' | 'talk' | 'offer' | 'followUp';

/**
 * @param contacts      how many people are known
 * @param opportunities how many sales are open
 */
export function suggestionFor(customer: AnyRecord, contacts: number, opportunities: number): Suggestion | undefined {
  if (customer.archived || opportunities > 0) return undefined;
  if (contacts === 0 && !customer.primaryContact) return 'findContact';
  if (customer.salesStatus === 'LOST') return 'winBack';
  if (customer.activity === 'DORMANT') return 'wake';
  if (!customer.lastInteractionAt) return 'talk';
  return customer.salesStatus === 'CLOSED_WON' ? 'followUp' : 'offer';
}

/** The one thing done most often to a customer in its state. */
export type PrimaryAction = 'restore' | 'approve' | 'resubmit' | 'log' | 'opportunity' | 'order' | 'reopen';

/** @param opportunities how many sales are open */
export function primaryAction(customer: AnyRecord, opportunities: number, mayApprove: boolean): PrimaryAction {
  if (customer.archived) return 'restore';
  if (customer.reviewState === 'WAITING' && mayApprove) return 'approve';
  if (customer.reviewState === 'SENT_BACK') return 'resubmit';
  switch (customer.salesStatus) {
    case 'CLOSED_WON':
      return 'order';
    case 'LOST':
      return 'reopen';
    case 'FOLLOWING_UP':
    case 'PENDING_CONFIRMATION':
      return opportunities > 0 ? 'log' : 'opportunity';
    default:
      return 'log';
  }
}

/** Whether the reader may approve; the service also asks that he has not entered the customer himself. */
export function mayApprove(me: Me, customer: AnyRecord): boolean {
  const reach = me.rights.customer?.['approve' as Action];
  return reach !== undefined && reach !== 'none' && (reviewOf(customer).requestedBy ?? customer.createdBy) !== me.user;
}

/** What is told of the review of a customer. */
export interface ReviewNotes {
  /** Name of the case of the rule that asked for it. */
  because?: string;
  requestedBy?: string;
  sentBackBy?: string;
  /** What has to be put right. */
  reason?: string;
}

export const reviewOf = (customer: AnyRecord): ReviewNotes => (customer.review ?? {}) as ReviewNotes;
