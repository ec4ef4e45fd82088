import { EllipsisOutlined } from '@ant-design/icons';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useMe } from '../api/me';
import type { Room } from './rooms';
import { ROOMS } from './routes';
import styles from './BottomBar.module.css';

const Drawer = lazy(() => import('antd/es/drawer'));

const AT_ONCE = 4;

/** On a phone: the first four rooms in thumb's reach, the others behind "more". */
export function BottomBar() {
  const { t } = useTranslation();
  const me = useMe();
  const [more, setMore] = useState(false);
  const rooms = ROOMS.filter((room) => room.rail?.may(me));
  const rest = rooms.slice(AT_ONCE);
  const entry = (room: Room) => {
    const Icon = room.rail!.icon;
    return (
      <NavLink key={room.path} to={`/${room.path}`} end={room.path === ''} className={styles.entry}
        onClick={() => setMore(false)}>
        <span aria-hidden className={styles.icon}><Icon /></span>
        <span>{t(`rooms.${room.name}`)}</span>
      </NavLink>
    );
  };
  return (
    <nav className={styles.bar} aria-label={t('rail.label')}>
      {rooms.slice(0, AT_ONCE).map(entry)}
      {rest.length > 0 && (
        <button type="button" className={styles.entry} aria-expanded={more} onClick={() => setMore(true)}>
          <span aria-hidden className={styles.icon}><EllipsisOutlined /></span>
          <span>{t('rail.more')}</span>
        </button>
      )}
      {more && (
        <Suspense fallback={null}>
          <Drawer open onClose={() => setMore(false)} placement="bottom" title={t('rail.more')} size={200}>
            <div className={styles.more}>{rest.map(entry)}</div>
          </Drawer>
        </Suspense>
      )}
    </nav>
  );
}
