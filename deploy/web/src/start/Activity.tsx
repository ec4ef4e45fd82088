import { useEffect, useRef, useState } from 'react';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ago, moment } from '../api/formats';
import { useNames } from '../api/records';
import { useUsers } from '../api/settings';
import { useLanguage } from '../frame/language';
import { named } from '../record/FieldValue';
import { fieldOf } from '../record/kind';
import { pageOf } from '../record/kinds';
import { useChoices } from '../record/useFields';
import { interaction } from '../interactions/interaction';
import { useNewest } from './useFigures';
import styles from './StartPage.module.css';

const SHOWN = 8;

/** What was noted last, arriving while the page is open; what is new since then is marked and told. */
export function Activity() {
  const { t } = useTranslation('start');
  const language = useLanguage();
  const users = useUsers();
  const found = useNewest({ kind: 'interaction', sort: '-createdAt', size: SHOWN });
  const items = found.data?.items ?? [];
  const customers = useNames('customer', items.flatMap(({ customerId }) => (typeof customerId === 'string' ? [customerId] : [])));
  const kinds = useChoices()(fieldOf(interaction, 'kind')!);
  const known = useRef<ReadonlySet<string> | null>(null);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    if (!found.data) return;
    const ids = found.data.items.map(({ id }) => id);
    if (known.current) {
      const before = known.current;
      const arrived = ids.filter((id) => !before.has(id));
      if (arrived.length > 0) setFresh((marked) => new Set([...marked, ...arrived]));
    }
    known.current = new Set([...(known.current ?? []), ...ids]);
  }, [found.data]);

  return (
    <section className={styles.card} aria-labelledby="start-activity">
      <h2 id="start-activity"><Link to="/interactions">{t('activity.title')}</Link></h2>
      <p className="unseen" role="status">{fresh.size > 0 ? t('activity.arrived', { count: fresh.size }) : ''}</p>
      {found.isPending ? <Skeleton active title={false} />
        : items.length === 0 ? <p className={styles.muted}>{found.isError ? t('unavailable') : t('activity.nothing')}</p> : (
          <ul className={styles.news}>
            {items.map((item) => {
              const customer = customers.get(String(item.customerId ?? ''));
              const who = users?.find(({ name }) => name === item.createdBy)?.displayName ?? String(item.createdBy ?? '');
              const how = named(kinds, String(item.kind));
              // Who may not read what was said sees how they talked.
              const title = typeof item.subject === 'string' ? item.subject : how;
              return (
                <li key={item.id} className={fresh.has(item.id) ? styles.fresh : undefined}>
                  <span className={styles.what}>
                    {fresh.has(item.id) && <b>{t('activity.new')} </b>}
                    <Link to={pageOf('interaction', item.id)}>{title}</Link>
                  </span>
                  <time dateTime={String(item.createdAt)} title={moment(String(item.createdAt), language)}>{ago(String(item.createdAt), language)}</time>
                  <span className={styles.why}>
                    {(title === how ? [who] : [who, how]).filter(Boolean).join(' · ')}
                    {customer && <> · <Link to={pageOf('customer', String(item.customerId))}>{customer}</Link></>}
                  </span>
                </li>
              );
            })}
          </ul>
        )}
    </section>
  );
}
