import { COLLECTIONS } from '../api/records';
import type { AnyRecord } from '../api/types';
import { quoted } from '../record/related';
import { Timeline } from '../record/timeline/Timeline';

/** So many of the last interactions. */
const LAST = 3;

/** The entry of what was just said with a person, and what was said last. */
export default function ContactPeek({ record }: { record: AnyRecord }) {
  return (
    <Timeline only={LAST} path={COLLECTIONS.interaction} filter={`contactId eq ${quoted(record.id)}`} contactId={record.id}
      customerId={typeof record.customerId === 'string' ? record.customerId : undefined}
      contacts={[{ id: record.id, name: String(record.name ?? '') }]} readOnly={record.archived === true} />
  );
}
