import type { RecordKind } from '../api/types';
import { contact } from '../contacts/contact';
import { customer } from '../customers/customer';
import { interaction } from '../interactions/interaction';
import { order } from '../orders/order';
import { opportunity } from '../pipeline/opportunity';
import type { KindDescription } from './kind';

/** Every kind of record that the page knows. */
export const KINDS: Record<RecordKind, KindDescription> = { customer, contact, opportunity, order, interaction };

/** Where a record is looked at: its page, or the list with its side panel open. */
export function pageOf(kind: RecordKind, id: string): string {
  const { path, hasPage } = KINDS[kind];
  return hasPage ? `${path}/${encodeURIComponent(id)}` : `${path}?peek=${encodeURIComponent(id)}`;
}
