import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useMe } from '../api/me';
import { ROOMS } from './routes';
import styles from './Rail.module.css';

const KEY = 'rapport.rail';

/** The rooms that the role may enter; folded it shows their icons alone. */
export function Rail() {
  const { t } = useTranslation();
  const me = useMe();
  const [folded, setFolded] = useState(localStorage.getItem(KEY) === 'folded');
  const fold = () => {
    localStorage.setItem(KEY, folded ? 'open' : 'folded');
    setFolded(!folded);
  };
  return (
    <nav className={folded ? `${styles.rail} ${styles.folded}` : styles.rail} aria-label={t('rail.label')}>
      <NavLink to="/" className={styles.brand} aria-label={t('rail.home')}>
        <img src="/icon.svg" alt="" width={24} height={24} />
        {!folded && <span>Rapport</span>}
      </NavLink>
      <ul>
        {ROOMS.filter((room) => room.rail?.may(me)).map((room) => {
          const Icon = room.rail!.icon;
          const title = t(`rooms.${room.name}`);
          const link = (
            <NavLink to={`/${room.path}`} end={room.path === ''} className={styles.entry}
              aria-label={folded ? title : undefined}>
              <span aria-hidden className={styles.icon}><Icon /></span>
              {!folded && <span>{title}</span>}
            </NavLink>
          );
          return <li key={room.path}>{folded ? <Tooltip title={title} placement="right">{link}</Tooltip> : link}</li>;
        })}
      </ul>
      <button type="button" className={styles.fold} onClick={fold} aria-expanded={!folded}>
        <span aria-hidden>{folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}</span>
        <span className={folded ? styles.unseen : undefined}>{t(folded ? 'rail.unfold' : 'rail.fold')}</span>
      </button>
    </nav>
  );
}
