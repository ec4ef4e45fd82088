import type { AnyRecord } from '../../api/types';
import type { InteractionKind } from './kinds';

/** An interaction as it is being typed. */
export interface Entry {
  kind: InteractionKind;
  text: string;
  subject?: string;
  contactId?: string;
  outcome?: string;
  minutes?: number;
  /** Undefined for now. */
  time?: string;
}

const LONGEST_SUBJECT = 60;

/**
 * What is sent of an entry. Where no subject is typed, the first line or sentence of the text is it, and not said
 * twice where it is all there is.
 */
export function bodyOf(entry: Entry, customerId: string | undefined, now: Date): Record<string, unknown> {
  const typed = entry.text.trim();
  const subject = entry.subject?.trim() || firstWords(typed);
  const body = { kind: entry.kind, time: entry.time ?? now.toISOString(), subject, text: typed, customerId, contactId: entry.contactId,
    outcome: entry.outcome, durationSeconds: entry.minutes === undefined ? undefined : Math.round(entry.minutes * 60) };
  return Object.fromEntries(Object.entries(body).filter(([name, value]) => value && !(name === 'text' && value === subject)));
}

function firstWords(text: string): string {
  const [line = ''] = text.split('\n', 1);
  const [sentence = line] = /^.*?[。！？!?]|^.+?\.\s/u.exec(line) ?? [line];
  const letters = [...new Intl.Segmenter().segment(sentence.replace(/[。.]\s*$/u, ''))].map(({ segment }) => segment);
  return letters.length <= LONGEST_SUBJECT ? letters.join('') : `${letters.slice(0, LONGEST_SUBJECT - 1).join('')}…`;
}

/** Whom it was probably with: the person spoken to last, else the only one there is. */
export function probableContact(interactions: readonly AnyRecord[], contacts: readonly AnyRecord[]): string | undefined {
  const known = new Set(contacts.map((contact) => contact.id));
  const last = interactions.map((interaction) => interaction.contactId).find((id) => typeof id === 'string' && known.has(id));
  return (last as string | undefined) ?? (contacts.length === 1 ? contacts[0]!.id : undefined);
}
