import { recordPath } from '../api/records';
import type { AnyRecord } from '../api/types';
import { useRelated } from '../record/related';
import { Timeline } from '../record/timeline/Timeline';
import type { RecordView } from '../record/view';
import { NextStep } from './NextStep';

const NOTHING: ReadonlySet<string> = new Set();

/** So many of the last interactions. */
const LAST = 3;

/** What to do next about a customer, the entry of what just happened, and what happened last. */
export default function CustomerPeek({ record }: { record: AnyRecord }) {
  const path = recordPath('customer', record.id);
  const contacts = useRelated({ kind: 'contact', path: `${path}/contacts`, sort: 'name' });
  const opportunities = useRelated({ kind: 'opportunity', path: `${path}/opportunities`, sort: '-updatedAt' });
  const view: RecordView = { kind: 'customer', record, now: record, readOnly: record.archived === true, marked: NOTHING };
  return (
    <>
      <NextStep view={view} contacts={contacts} opportunities={opportunities} />
      <Timeline only={LAST} path={`${path}/timeline`} customerId={record.id} readOnly={record.archived === true}
        contacts={contacts.items.map((contact) => ({ id: contact.id, name: String(contact.name ?? '') }))} />
    </>
  );
}
