import { BulbOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { may, useMe } from '../api/me';
import { COLLECTIONS, useNames } from '../api/records';
import { startCreating } from '../frame/creating';
import { Above } from '../record/Above';
import { Card } from '../record/Card';
import { Columns } from '../record/Columns';
import { pageOf } from '../record/kinds';
import { Chips, RecordFacts } from '../record/RecordFacts';
import { Figure, RecordFrame } from '../record/RecordFrame';
import { RecordRoom } from '../record/RecordRoom';
import { quoted, useRelated } from '../record/related';
import { RelatedCard } from '../record/RelatedCard';
import { Timeline } from '../record/timeline/Timeline';
import { useAct } from '../record/useAct';
import { useShow } from '../record/useShow';
import type { RecordView } from '../record/view';
import type { Card as Opened } from './board';
import { CloseDialog } from './CloseDialog';
import { Participants } from './Participants';
import { StagePath } from './StagePath';
import { sendMove } from './useBoard';

const GROUPS = ['basics', 'sales', 'contact', 'custom', 'record'] as const;
const FIGURES = ['amount', 'effectiveProbability', 'expectedClose'];

export default function OpportunityPage() {
  return <RecordRoom kind="opportunity">{(view) => <Opportunity view={view} />}</RecordRoom>;
}

/** A sale: where it stands, what to do next, and how it ends. */
function Opportunity({ view }: { view: RecordView }) {
  const { t } = useTranslation(['pipeline', 'record']);
  const me = useMe();
  const act = useAct('opportunity');
  const [closing, setClosing] = useState<'won' | 'lost' | null>(null);
  const { record, now, asOf, marked, readOnly } = view;
  const { show, nameOf } = useShow('opportunity');
  const orderShow = useShow('order').show;
  const contactIds = (record.contactIds ?? []) as string[];
  const names = useNames('contact', contactIds);
  const orders = useRelated({
    kind: 'order', path: COLLECTIONS.order, filter: `opportunityId eq ${quoted(record.id)}`, sort: '-orderedAt', asOf,
    belongs: (order) => order.opportunityId === record.id,
  });
  const open = now.status === 'OPEN';
  const advice = record.nextBestAction as { text?: string } | undefined;
  return (
    <RecordFrame view={view} title={String(record.name ?? '')}
      above={<><Link to="/pipeline">{t('record:kinds.opportunity')}</Link><Above kind="customer" id={record.customerId} /></>}
      subtitle={<span>{nameOf('owner')} {show(record, 'owner')}</span>}
      chips={<>
        <Chips view={view} fields={['status', 'stage', 'tags']} />
        {record.stalled === true && <span style={{ color: 'var(--rapport-risk)' }}><WarningOutlined aria-hidden /> {nameOf('stalled')}</span>}
      </>}
      figures={FIGURES.filter((field) => !record.access?.hidden?.includes(field)).map((field) => (
        <Figure key={field} label={nameOf(field)} changed={marked.has(field)}>{show(record, field)}</Figure>
      ))}
      actions={!readOnly && (open ? <>
        <Button type="primary" onClick={() => setClosing('won')}>{t('pipeline:markWon')}</Button>
        <Button onClick={() => setClosing('lost')}>{t('pipeline:markLost')}</Button>
      </> : <>
        {now.status === 'WON' && may(me, 'order', 'write') && (
          <Button type="primary" onClick={() => startCreating('order', { customerId: now.customerId, opportunityId: now.id, amount: now.amount })}>{t('pipeline:page.order')}</Button>
        )}
        <Button onClick={() => void act(now, { path: 'reopen', body: {}, done: t('pipeline:page.reopen.done') })}>{t('pipeline:page.reopen.action')}</Button>
      </>)}>
      <Columns facts={<RecordFacts view={view} groups={GROUPS} />}>
        {advice?.text && !asOf && <Card title={t('pipeline:page.next')} tone="accent"><p style={{ margin: 0 }}><BulbOutlined aria-hidden /> {advice.text}</p></Card>}
        <StagePath view={view} />
        <Participants view={view} ids={contactIds} names={names} />
        {(record.status === 'WON' || orders.items.length > 0) && (
          <RelatedCard title={t('pipeline:page.orders')} related={orders} none={t('pipeline:page.noOrders')} addLabel={t('pipeline:page.order')}
            item={(order) => <><Link to={pageOf('order', order.id)}>{String(order.number ?? '')}</Link> {orderShow(order, 'orderedAt')} {orderShow(order, 'amount')}</>} />
        )}
        {typeof record.customerId === 'string' && (
          <Card title={t('pipeline:page.timeline')}>
            <Timeline path={COLLECTIONS.interaction} filter={`customerId eq ${quoted(record.customerId)}`} customerId={record.customerId}
              contacts={contactIds.map((id) => ({ id, name: names.get(id) ?? '…' }))} asOf={asOf} readOnly={asOf !== undefined || now.archived === true}
              belongs={(interaction) => interaction.customerId === record.customerId} />
          </Card>
        )}
      </Columns>
      {closing && (
        <CloseDialog card={now as Opened} how={closing} onClose={() => setClosing(null)}
          onDone={(step) => act(now, { send: () => sendMove(now as Opened, step), done: t(closing === 'won' ? 'pipeline:page.won' : 'pipeline:page.lost') })} />
      )}
    </RecordFrame>
  );
}
