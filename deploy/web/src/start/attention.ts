import type { IconName } from './icons';
import type { RecordKind } from '../api/types';

/** Something that should not wait, and the list of the records that it is about. */
export interface Check {
  id: 'overdue' | 'stalled' | 'closing' | 'sentBack' | 'waiting' | 'silent' | 'reviewDue' | 'dormant';
  kind: RecordKind;
  icon: IconName;
  tone: 'danger' | 'risk' | 'waiting';
  filter: string;
  sort: string;
}

/** Followed up, and silent for longer than this. */
export const SILENT_DAYS = 14;
const SOON_DAYS = 14;
const DAY_MS = 86_400_000;

/** A day as people count it where they are. */
export function dayOf(time: Date): string {
  return `${time.getFullYear()}-${String(time.getMonth() + 1).padStart(2, '0')}-${String(time.getDate()).padStart(2, '0')}`;
}

export function daysFrom(now: Date, days: number): Date {
  const then = new Date(now);
  then.setDate(then.getDate() + days);
  return then;
}

/** The first moment of this month where the reader is. */
export function monthStart(now: Date): string {
  return new Date(now.getFullYear(), now.getMonth(), 1).toISOString();
}

/**
 * What needs somebody, the most urgent first.
 *
 * @param owner whose records; null for all that the reader sees
 * @param approves whether he decides about what others have entered
 */
export function checksOf(owner: string | null, approves: boolean, now: Date): readonly Check[] {
  const mine = owner === null ? '' : ` and owner eq '${owner.replaceAll("'", "''")}'`;
  const today = dayOf(now);
  const silentSince = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS - SILENT_DAYS * DAY_MS).toISOString();
  const checks: Check[] = [
    { id: 'overdue', kind: 'opportunity', icon: 'warning', tone: 'danger', sort: 'expectedClose',
      filter: `status eq 'OPEN' and expectedClose lt '${today}'${mine}` },
    { id: 'stalled', kind: 'opportunity', icon: 'pause', tone: 'risk', sort: 'stageSince',
      filter: `status eq 'OPEN' and stalled eq true${mine}` },
    { id: 'sentBack', kind: 'customer', icon: 'warning', tone: 'risk', sort: '-updatedAt', filter: `reviewState eq 'SENT_BACK'${mine}` },
    ...(approves ? [{ id: 'waiting', kind: 'customer', icon: 'clock', tone: 'waiting', sort: 'createdAt',
      filter: `reviewState eq 'WAITING'${mine}` } as const] : []),
    { id: 'closing', kind: 'opportunity', icon: 'calendar', tone: 'waiting', sort: 'expectedClose',
      filter: `status eq 'OPEN' and expectedClose between '${today}' and '${dayOf(daysFrom(now, SOON_DAYS))}'${mine}` },
    { id: 'silent', kind: 'customer', icon: 'silent', tone: 'risk', sort: 'lastInteractionAt',
      filter: `salesStatus in ('FOLLOWING_UP', 'PENDING_CONFIRMATION') and lastInteractionAt lt '${silentSince}'${mine}` },
    { id: 'reviewDue', kind: 'customer', icon: 'clock', tone: 'waiting', sort: 'reviewDue', filter: `reviewDue le '${today}'${mine}` },
    { id: 'dormant', kind: 'customer', icon: 'pause', tone: 'risk', sort: 'lastInteractionAt', filter: `activity eq 'DORMANT'${mine}` },
  ];
  return checks;
}
