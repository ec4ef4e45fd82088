import { BulbOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { may, useMe } from '../api/me';
import type { AnyRecord } from '../api/types';
import { startCreating } from '../frame/creating';
import { pageOf } from '../record/kinds';
import type { Related } from '../record/related';
import { RelatedCard } from '../record/RelatedCard';
import { isSet, useShow } from '../record/useShow';
import type { RecordView } from '../record/view';
import styles from './Cards.module.css';

/** Sales with a customer, open ones first. */
export function Opportunities({ view, related }: { view: RecordView; related: Related }) {
  const { t } = useTranslation('customers');
  const me = useMe();
  const add = !view.readOnly && may(me, 'opportunity', 'write')
    ? () => startCreating('opportunity', { customerId: view.record.id }) : undefined;
  const openFirst = [...related.items].sort((one, other) => Number(other.status === 'OPEN') - Number(one.status === 'OPEN'));
  return (
    <RelatedCard title={t('opportunities.title')} related={{ ...related, items: openFirst }} none={t('opportunities.none')}
      addLabel={t('opportunities.add')} onAdd={add} item={(record) => <Opportunity record={record} />} />
  );
}

function Opportunity({ record }: { record: AnyRecord }) {
  const { t } = useTranslation('customers');
  const { show, nameOf } = useShow('opportunity');
  const open = record.status === 'OPEN';
  return (
    <>
      <div className={styles.line}>
        <Link className={styles.name} to={pageOf('opportunity', record.id)}><bdi>{String(record.name ?? '')}</bdi></Link>
        {isSet(record, 'amount') && <span className={styles.amount}>{show(record, 'amount')}</span>}
      </div>
      <div className={styles.facts}>
        <span>{show(record, open ? 'stage' : 'status')}</span>
        {open && isSet(record, 'expectedClose') && <span>{nameOf('expectedClose')} {show(record, 'expectedClose')}</span>}
        {!open && isSet(record, 'closedAt') && <span>{show(record, 'closedAt')}</span>}
        {record.stalled === true && <span className={styles.risk}><BulbOutlined aria-hidden /> {t('opportunities.stalled')}</span>}
      </div>
    </>
  );
}
