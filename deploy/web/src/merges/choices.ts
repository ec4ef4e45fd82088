import type { AnyRecord } from '../api/types';
import { valueOf, type Field } from '../record/kind';

/** Which side a field is kept from; `both` only for lists. */
export type Choice = 'this' | 'from' | 'both';

/** A field that the two customers hold differently. */
export interface Difference {
  field: Field;
  /** As the merge names it: a part such as `address.delivery` is taken with its whole. */
  name: string;
  list: boolean;
  proposed: Choice;
}

/** Fields that a merge cannot take over, because they tell the two apart or follow from other records. */
const NOT_TAKEN = new Set(['number', 'team']);

/**
 * The fields to choose for, each with a proposal: what only one side holds is kept, lists are joined, and otherwise
 * the customer that stays wins.
 */
export function differences(fields: readonly Field[], survivor: AnyRecord, other: AnyRecord): Difference[] {
  const found = new Map<string, Difference>();
  for (const field of fields) {
    if (!field.writable || NOT_TAKEN.has(field.name)) continue;
    const name = field.name.startsWith('custom.') ? field.name : field.name.split('.')[0]!;
    const own = valueOf(survivor, field.name);
    const others = valueOf(other, field.name);
    if (sameValue(own, others) || found.has(name)) continue;
    const list = field.type === 'texts';
    found.set(name, { field, name, list, proposed: isEmpty(own) ? 'from' : list && !isEmpty(others) ? 'both' : 'this' });
  }
  return [...found.values()];
}

/** What a merge is asked to take over; fields that stay are left out. */
export function taken(of: readonly Difference[], chosen: ReadonlyMap<string, Choice>): Record<string, Choice> {
  return Object.fromEntries(of.map((difference) => [difference.name, chosen.get(difference.name) ?? difference.proposed] as const)
    .filter(([, choice]) => choice !== 'this'));
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function sameValue(one: unknown, other: unknown): boolean {
  return (isEmpty(one) && isEmpty(other)) || JSON.stringify(one) === JSON.stringify(other);
}
