import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isAdministrator, may, useMe } from '../api/me';
import { startCreating } from '../frame/creating';
import { useLanguage } from '../frame/language';
import { useCreatable } from '../frame/QuickCreate';
import { Activity } from './Activity';
import { Attention } from './Attention';
import { checksOf } from './attention';
import { Figures } from './Figures';
import { Pipeline } from './Pipeline';
import styles from './StartPage.module.css';

const TeamPipeline = lazy(() => import('./TeamPipeline'));
const Customers = lazy(() => import('./Customers'));
const Workings = lazy(() => import('./Workings'));

/** What needs me, where I stand, what is new: each number leads to the list behind it. */
export default function StartPage() {
  const { t } = useTranslation(['start', 'record']);
  const language = useLanguage();
  const me = useMe();
  const creatable = useCreatable();
  const [now] = useState(() => new Date());
  const sells = may(me, 'opportunity', 'write');
  const leads = sells && me.rights.opportunity?.write !== 'own';
  const owner = leads ? null : me.user;
  const hour = now.getHours();
  const greeting = hour < 6 ? 'night' : hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{t(`start:greeting.${greeting}`, { name: me.displayName ?? me.user })}</h1>
          <p>{new Intl.DateTimeFormat(language, { dateStyle: 'full' }).format(now)}</p>
        </div>
        <div className={styles.quick}>
          {creatable.slice(0, 5).map(({ kind }) => (
            <Button key={kind} icon={<PlusOutlined aria-hidden />} onClick={() => startCreating(kind)}>
              {t('record:create', { kind: t(`record:kinds.${kind}`) })}
            </Button>
          ))}
        </div>
      </header>
      <Figures owner={owner} sells={sells} now={now} />
      <div className={styles.columns}>
        <div className={styles.column}>
          {sells && <Attention checks={checksOf(owner, leads, now)} showOwner={leads} />}
          <Suspense fallback={null}>
            {leads && <TeamPipeline />}
            {!sells && may(me, 'customer', 'read') && <Customers />}
            {isAdministrator(me) && <Workings />}
          </Suspense>
        </div>
        <div className={styles.column}>
          {may(me, 'opportunity', 'read') && <Pipeline owner={sells ? owner : null} />}
          {may(me, 'interaction', 'read') && <Activity />}
          <nav className={styles.card} aria-labelledby="start-links">
            <h2 id="start-links">{t('start:links.title')}</h2>
            <ul className={styles.links}>
              {may(me, 'customer', 'read') && <li><Link to="/customers?view=mine">{t('start:links.customers')}</Link></li>}
              {may(me, 'opportunity', 'read') && <li><Link to={sells ? `/pipeline/board?owner=${encodeURIComponent(me.user)}` : '/pipeline/board'}>{t('start:links.board')}</Link></li>}
              {may(me, 'order', 'read') && <li><Link to="/orders">{t('start:links.orders')}</Link></li>}
              {may(me, 'interaction', 'read') && <li><Link to="/interactions">{t('start:links.interactions')}</Link></li>}
            </ul>
          </nav>
        </div>
      </div>
    </div>
  );
}
