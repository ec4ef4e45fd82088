import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { may, useMe } from '../api/me';
import { COLLECTIONS } from '../api/records';
import { startCreating } from '../frame/creating';
import { Above } from '../record/Above';
import { Card } from '../record/Card';
import { Columns } from '../record/Columns';
import { RecordFacts } from '../record/RecordFacts';
import { RecordFrame } from '../record/RecordFrame';
import { RecordRoom } from '../record/RecordRoom';
import { Timeline } from '../record/timeline/Timeline';
import { useShow } from '../record/useShow';
import type { RecordView } from '../record/view';
import { Links } from './Links';
import { Consent, Ways } from './Reached';

const GROUPS = ['basics', 'contact', 'content', 'custom', 'record'] as const;

export default function ContactPage() {
  return <RecordRoom kind="contact">{(view) => <Person view={view} />}</RecordRoom>;
}

/** A person: how to reach him, and everything that was said with him. */
function Person({ view }: { view: RecordView }) {
  const { t } = useTranslation(['contacts', 'record']);
  const me = useMe();
  const { record, asOf, readOnly } = view;
  const { show } = useShow('contact');
  const name = String(record.name ?? '');
  const customerId = typeof record.customerId === 'string' ? record.customerId : undefined;
  return (
    <RecordFrame view={view} title={name}
      above={<><Link to="/contacts">{t('record:kinds.contact')}</Link><Above kind="customer" id={customerId} /></>}
      subtitle={<>{show(record, 'position')}</>}
      actions={may(me, 'opportunity', 'write') && customerId && !readOnly && (
        <Button onClick={() => startCreating('opportunity', { customerId, contactIds: [record.id] })}>{t('contacts:opportunity')}</Button>
      )}>
      <Columns facts={<RecordFacts view={view} groups={GROUPS} />}>
        <Links view={view} />
        <Card title={t('contacts:timeline')}>
          <Timeline path={`${COLLECTIONS.contact}/${encodeURIComponent(record.id)}/timeline`} customerId={customerId} contactId={record.id}
            contacts={[{ id: record.id, name }]} asOf={asOf} readOnly={asOf !== undefined || view.now.archived === true}
            belongs={(interaction) => Array.isArray(interaction.contactIds) && interaction.contactIds.includes(record.id)} />
        </Card>
        <Ways view={view} />
        <Consent view={view} />
      </Columns>
    </RecordFrame>
  );
}
