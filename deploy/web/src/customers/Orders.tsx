import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { may, useMe } from '../api/me';
import { startCreating } from '../frame/creating';
import { pageOf } from '../record/kinds';
import type { Related } from '../record/related';
import { RelatedCard } from '../record/RelatedCard';
import { isSet, useShow } from '../record/useShow';
import type { RecordView } from '../record/view';
import styles from './Cards.module.css';

/** What a customer bought, the latest first. */
export function Orders({ view, related }: { view: RecordView; related: Related }) {
  const { t } = useTranslation('customers');
  const me = useMe();
  const { show } = useShow('order');
  const add = !view.readOnly && may(me, 'order', 'write') ? () => startCreating('order', { customerId: view.record.id }) : undefined;
  return (
    <RelatedCard title={t('orders.title')} related={related} none={t('orders.none')} addLabel={t('orders.add')} onAdd={add} item={(order) => (
      <>
        <div className={styles.line}>
          <Link className={styles.name} to={pageOf('order', order.id)}><bdi>{String(order.number ?? '')}</bdi></Link>
          {isSet(order, 'amount') && <span className={styles.amount}>{show(order, 'amount')}</span>}
        </div>
        <div className={styles.facts}>
          <span>{show(order, 'orderedAt')}</span>
          {isSet(order, 'products') && <span className={styles.products}>{(order.products as string[]).join('、')}</span>}
          {order.status === 'CANCELLED' && <span>{show(order, 'status')}</span>}
        </div>
      </>
    )} />
  );
}
