import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordPath } from '../api/records';
import type { AnyRecord } from '../api/types';
import { usePhone } from '../frame/appearance';
import { Figure, RecordFrame } from '../record/RecordFrame';
import { Chips, RecordFacts } from '../record/RecordFacts';
import { RecordRoom } from '../record/RecordRoom';
import { useRelated } from '../record/related';
import { Card } from '../record/Card';
import { Timeline } from '../record/timeline/Timeline';
import { useShow } from '../record/useShow';
import type { RecordView } from '../record/view';
import { Contacts } from './Contacts';
import { Duplicates } from './Duplicates';
import { Loyalty } from './Loyalty';
import { NextStep } from './NextStep';
import { Opportunities } from './Opportunities';
import { Orders } from './Orders';
import { PrimaryAction } from './PrimaryAction';
import { Purchases } from './Purchases';
import { Quality } from './Quality';
import { Review } from './Review';
import styles from './CustomerPage.module.css';

const GROUPS = ['basics', 'contact', 'sales', 'place', 'business', 'custom', 'record'] as const;
const CHIPS = ['salesStatus', 'level', 'type', 'lifecycleStage', 'activity', 'reviewState', 'tags'];
const FIGURES = ['openOpportunityAmount', 'revenueToDate', 'lastInteractionAt'];

export default function CustomerPage() {
  return <RecordRoom kind="customer">{(view) => <Profile view={view} />}</RecordRoom>;
}

/** Everything about a customer on one page. */
function Profile({ view }: { view: RecordView }) {
  const { t } = useTranslation('customers');
  const phone = usePhone();
  const [part, setPart] = useState<'timeline' | 'about' | 'facts'>('timeline');
  const { record, asOf, marked } = view;
  const { show, nameOf } = useShow('customer');
  const path = recordPath('customer', record.id);
  const belongs = (other: AnyRecord) => other.customerId === record.id;
  const contacts = useRelated({ kind: 'contact', path: `${path}/contacts`, sort: 'name', asOf, belongs });
  const opportunities = useRelated({ kind: 'opportunity', path: `${path}/opportunities`, sort: '-updatedAt', asOf, belongs });
  const orders = useRelated({ kind: 'order', path: `${path}/orders`, sort: '-orderedAt', asOf, belongs });

  const timeline = (
    <Card title={t('timeline')}>
      <Timeline path={`${path}/timeline`} customerId={record.id} asOf={asOf} readOnly={view.now.archived === true || asOf !== undefined}
        belongs={belongs} contacts={contacts.items.map((contact) => ({ id: contact.id, name: String(contact.name ?? '') }))} />
    </Card>
  );
  const next = <NextStep view={view} contacts={contacts} opportunities={opportunities} />;
  const about = (
    <>
      <Opportunities view={view} related={opportunities} />
      <Contacts view={view} related={contacts} />
      <Orders view={view} related={orders} />
      <Duplicates view={view} />
      <Purchases view={view} />
      <Loyalty view={view} />
      <Quality view={view} />
    </>
  );
  const facts = <RecordFacts view={view} groups={GROUPS} />;
  return (
    <RecordFrame view={view} title={String(record.name ?? '')}
      subtitle={<>
        <span>{nameOf('number')} <bdi>{String(record.number ?? '')}</bdi></span>
        <span className={marked.has('owner') ? styles.changed : undefined}>{nameOf('owner')} {show(record, 'owner')}</span>
      </>}
      chips={<Chips view={view} fields={CHIPS} />}
      figures={FIGURES.filter((field) => !record.access?.hidden?.includes(field)).map((field) => (
        <Figure key={field} label={nameOf(field)} changed={marked.has(field)}>{show(record, field)}</Figure>
      ))}
      actions={<PrimaryAction view={view} openOpportunities={opportunities.items.filter(({ status }) => status === 'OPEN').length} />}>
      <Review view={view} />
      {phone ? (
        <div className={styles.parts}>
          <Segmented block aria-label={t('parts.label')} value={part} onChange={setPart} options={[
            { value: 'timeline', label: t('parts.timeline') }, { value: 'about', label: t('parts.about') }, { value: 'facts', label: t('parts.facts') },
          ]} />
          {part === 'timeline' ? <>{next}{timeline}</> : part === 'about' ? about : facts}
        </div>
      ) : (
        <div className={styles.columns}>
          <div className={styles.facts}>{facts}</div>
          <div className={styles.middle}>{timeline}</div>
          <div className={styles.side}>{next}{about}</div>
        </div>
      )}
    </RecordFrame>
  );
}
