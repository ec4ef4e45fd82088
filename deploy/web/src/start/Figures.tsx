import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { money, number } from '../api/formats';
import { may, useMe } from '../api/me';
import type { Money } from '../api/types';
import { useLanguage } from '../frame/language';
import { monthStart } from './attention';
import { sumsOf, useFirst, type Asked } from './useFigures';
import styles from './StartPage.module.css';

/** So many are summed; with more the number alone is shown. */
const MOST_SUMMED = 200;

/** The numbers of the day. */
export function Figures({ owner, sells, now }: { owner: string | null; sells: boolean; now: Date }) {
  const { t } = useTranslation('start');
  const me = useMe();
  const mine = sells && owner !== null ? ` and owner eq '${owner.replaceAll("'", "''")}'` : '';
  const team = sells && owner === null;
  const won = `status eq 'WON' and closedAt ge '${monthStart(now)}'${mine}`;
  const open = `status eq 'OPEN'${mine}`;
  const customers = mine ? mine.replace(' and ', '') : undefined;
  return (
    <ul className={styles.figures}>
      {may(me, 'customer', 'read') && (
        <Figure asked={{ kind: 'customer', filter: customers, size: 1, fields: 'name' }} label={t(mine ? 'figures.myCustomers' : 'figures.customers')} />
      )}
      {may(me, 'opportunity', 'read') && (
        <>
          <Figure asked={{ kind: 'opportunity', filter: open, size: MOST_SUMMED, fields: 'amount' }} sum="amount"
            label={t(mine ? 'figures.myOpen' : team ? 'figures.teamOpen' : 'figures.open')} />
          <Figure asked={{ kind: 'opportunity', filter: won, size: MOST_SUMMED, fields: 'amount' }} sum="amount"
            label={t(mine ? 'figures.myWon' : team ? 'figures.teamWon' : 'figures.won')} />
        </>
      )}
      {!sells && may(me, 'order', 'read') && <Figure asked={{ kind: 'order', size: 1, fields: 'number' }} label={t('figures.orders')} />}
      {may(me, 'interaction', 'read') && (
        <Figure asked={{ kind: 'interaction', filter: `time ge '${monthStart(now)}'`, size: 1, fields: 'kind' }} label={t('figures.interactions')} />
      )}
    </ul>
  );
}

const PATHS = { customer: '/customers', contact: '/contacts', opportunity: '/pipeline', order: '/orders', interaction: '/interactions' };

/** The list that a number counts. */
export function listOf({ kind, filter }: Pick<Asked, 'kind' | 'filter'>): string {
  const of = kind === 'opportunity' ? '?view=all&' : '?';
  return filter ? `${PATHS[kind]}${of}filter=${encodeURIComponent(filter)}` : `${PATHS[kind]}?view=all`;
}

function Figure({ asked, label, sum }: { asked: Asked; label: string; sum?: string }) {
  const { t } = useTranslation('start');
  const language = useLanguage();
  const found = useFirst(asked);
  const sums: readonly Money[] = sum ? sumsOf(found.data, sum) : [];
  return (
    <li>
      <Link to={listOf(asked)} className={styles.figure}>
        <span className={styles.label}>{label}</span>
        <span className={styles.number}>{found.data ? number(found.data.total, language) : found.isError ? t('unavailable') : '…'}</span>
        {sum && <span className={styles.sum}>{sums.length > 0 ? sums.map((amount) => money(amount, language)).join(' + ') : ' '}</span>}
      </Link>
    </li>
  );
}
