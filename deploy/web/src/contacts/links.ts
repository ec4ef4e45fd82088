import type { AnyRecord } from '../api/types';

/** What a person is to a customer. */
export interface CustomerLink {
  customerId: string;
  role?: string;
  position?: string;
  from?: string;
  to?: string;
  primary?: boolean;
}

export interface Consent {
  channel: string;
  status: 'GIVEN' | 'WITHDRAWN';
  source: string;
  date: string;
}

export function linksOf(record: AnyRecord): readonly CustomerLink[] {
  return (record.links ?? []) as readonly CustomerLink[];
}

export function consentsOf(record: AnyRecord): readonly Consent[] {
  return (record.consents ?? []) as readonly Consent[];
}

/** What is sent of links that were typed: rows without a customer say nothing, the first one leads. */
export function sentLinks(typed: readonly Partial<CustomerLink>[]): CustomerLink[] {
  return typed.filter((link): link is CustomerLink => Boolean(link.customerId)).map(({ primary: _, ...link }, at) => ({
    ...link, role: link.role || undefined, position: link.position?.trim() || undefined, ...(at === 0 ? { primary: true } : {}),
  }));
}
