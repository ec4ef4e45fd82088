import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Above } from '../record/Above';
import { Columns } from '../record/Columns';
import { ReasonDialog } from '../record/ReasonDialog';
import { Chips, RecordFacts } from '../record/RecordFacts';
import { Figure, RecordFrame } from '../record/RecordFrame';
import { RecordRoom } from '../record/RecordRoom';
import { useAct } from '../record/useAct';
import { useShow } from '../record/useShow';
import type { RecordView } from '../record/view';
import { Lines } from './Lines';

const GROUPS = ['basics', 'content', 'custom', 'record'] as const;

export default function OrderPage() {
  return <RecordRoom kind="order">{(view) => <Order view={view} />}</RecordRoom>;
}

/** A purchase: what was bought, and whether it still stands. */
function Order({ view }: { view: RecordView }) {
  const { t } = useTranslation(['orders', 'record']);
  const { record, now, marked, readOnly } = view;
  const { show, nameOf } = useShow('order');
  const act = useAct('order');
  const [cancelling, setCancelling] = useState(false);
  const cancelled = now.status === 'CANCELLED';
  return (
    <RecordFrame view={view} title={String(record.number ?? '')}
      above={<>
        <Link to="/orders">{t('record:kinds.order')}</Link><Above kind="customer" id={record.customerId} /><Above kind="opportunity" id={record.opportunityId} />
      </>}
      chips={<Chips view={view} fields={['status']} />}
      figures={['amount', 'orderedAt'].filter((field) => !record.access?.hidden?.includes(field)).map((field) => (
        <Figure key={field} label={nameOf(field)} changed={marked.has(field)}>{show(record, field)}</Figure>
      ))}
      actions={!readOnly && (cancelled
        ? <Button onClick={() => void act(now, { path: 'reinstate', done: t('orders:reinstated') })}>{t('orders:reinstate')}</Button>
        : <Button danger onClick={() => setCancelling(true)}>{t('orders:cancel')}</Button>)}>
      <Columns facts={<RecordFacts view={view} groups={GROUPS} />}>
        <Lines view={view} />
      </Columns>
      {cancelling && (
        <ReasonDialog title={t('orders:cancelTitle', { number: String(now.number ?? '') })} hint={t('orders:cancelHint')} action={t('orders:cancel')} required danger
          usual={[t('orders:reasons.changed'), t('orders:reasons.mistake'), t('orders:reasons.delivery')]}
          onSubmit={(reason) => act(now, { path: 'cancel', reason, done: t('orders:cancelled') })} onClose={() => setCancelling(false)} />
      )}
    </RecordFrame>
  );
}
