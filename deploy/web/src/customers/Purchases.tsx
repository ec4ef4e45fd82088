import { useTranslation } from 'react-i18next';
import { Card } from '../record/Card';
import { isSet, useShow } from '../record/useShow';
import { valueOf } from '../record/kind';
import type { RecordView } from '../record/view';
import styles from './Cards.module.css';

const HABITS = ['purchases.count', 'purchases.everyDays', 'purchases.firstAt', 'purchases.lastAt', 'purchases.preferredProducts', 'productPreference', 'interests'];

/** What a customer buys, how often, and likes. */
export function Purchases({ view }: { view: RecordView }) {
  const { t } = useTranslation('customers');
  const { show, nameOf } = useShow('customer');
  const known = HABITS.filter((field) => (field.includes('.') ? valueOf(view.record, field) !== undefined : isSet(view.record, field)));
  if (known.length === 0) return null;
  return (
    <Card title={t('purchases.title')}>
      <dl className={styles.pairs}>
        {known.map((field) => (
          <div key={field} style={{ display: 'contents' }}>
            <dt>{nameOf(field)}</dt>
            <dd>{show(view.record, field)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
