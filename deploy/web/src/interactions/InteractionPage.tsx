import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Above } from '../record/Above';
import { Columns } from '../record/Columns';
import { Chips, RecordFacts } from '../record/RecordFacts';
import { RecordFrame } from '../record/RecordFrame';
import { RecordRoom } from '../record/RecordRoom';
import { Card } from '../record/Card';
import { Changes } from '../record/Changes';
import { useShow } from '../record/useShow';
import { Participants } from './Participants';
import type { RecordView } from '../record/view';

const GROUPS = ['content', 'basics', 'custom', 'record'] as const;

export default function InteractionPage() {
  return <RecordRoom kind="interaction">{(view) => <Happened view={view} />}</RecordRoom>;
}

/** One call, visit or message, and every version of what was written about it. */
function Happened({ view }: { view: RecordView }) {
  const { t } = useTranslation(['interactions', 'record']);
  const { record } = view;
  const { show } = useShow('interaction');
  return (
    <RecordFrame view={view} title={String(record.subject ?? t('interactions:unnamed'))}
      above={<>
        <Link to="/interactions">{t('record:kinds.interaction')}</Link><Above kind="customer" id={record.customerId} /><Above kind="contact" id={record.contactId} />
      </>}
      subtitle={<>{show(record, 'time')}</>} chips={<Chips view={view} fields={['kind']} />}>
      <Columns facts={<Card title={t('interactions:versions')}><Changes kind="interaction" id={record.id} /></Card>}>
        <RecordFacts view={view} groups={GROUPS} />
        <Participants record={record} />
      </Columns>
    </RecordFrame>
  );
}
