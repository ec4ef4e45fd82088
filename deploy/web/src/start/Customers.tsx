import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { number } from '../api/formats';
import { useLanguage } from '../frame/language';
import { fieldOf } from '../record/kind';
import { useChoices, useFieldLabel } from '../record/useFields';
import { customer } from '../customers/customer';
import { Chart } from './Chart';
import { listOf } from './Figures';
import { useFacet } from './useFigures';
import styles from './StartPage.module.css';

const FIELDS = ['salesStatus', 'region', 'industry'] as const;
const MOST = 8;

/** Who the customers are, for those who look at them as a whole. */
export default function Customers() {
  return <>{FIELDS.map((field) => <By key={field} name={field} />)}</>;
}

function By({ name }: { name: (typeof FIELDS)[number] }) {
  const { t } = useTranslation('start');
  const language = useLanguage();
  const field = fieldOf(customer, name)!;
  const title = t('customersBy', { field: useFieldLabel('customer')(field) });
  const choices = useChoices()(field);
  const found = useFacet('customer', name);
  const values = useMemo(() => (found.data ?? []).slice(0, MOST).map(({ value, count }) => ({
    name: choices?.find(({ code }) => code === value)?.label ?? value,
    count,
    to: listOf({ kind: 'customer', filter: `${name} eq '${value.replaceAll("'", "''")}'` }),
  })), [found.data, choices, name]);
  const drawn = useMemo(() => ({
    bars: values.map((value) => value.name),
    series: [{ name: title, values: values.map(({ count }) => count), texts: values.map(({ count }) => number(count, language)), to: values.map(({ to }) => to) }],
  }), [values, title, language]);
  if (values.length === 0) return null;
  return (
    <section className={styles.card} aria-labelledby={`start-by-${name}`}>
      <h2 id={`start-by-${name}`}>{title}</h2>
      <Chart {...drawn} />
      <ul className={styles.legend}>
        {values.map((value) => (
          <li key={value.name}><Link to={value.to}>{value.name}</Link><span className={styles.amount}>{number(value.count, language)}</span></li>
        ))}
      </ul>
    </section>
  );
}
