import { ReloadOutlined, WarningOutlined } from '@ant-design/icons';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '../api/formats';
import { useLanguage } from '../frame/language';
import styles from './Footer.module.css';

const LATE_MS = 5_000;
const TICK_MS = 5_000;

export interface FooterProperties {
  total: number;
  loaded: number;
  /** How far the answer was behind, in milliseconds, and when it came. */
  lag: number | null;
  at: number;
  /** Rows that others have added, removed or moved, and that are not shown yet. */
  waiting: number;
  onShow: () => void;
}

/** How many there are, what others have changed, and how old what is shown may be: in another colour, and in words, when it is late. */
export function Footer({ total, loaded, lag, at, waiting, onShow }: FooterProperties) {
  const { t } = useTranslation('list');
  const language = useLanguage();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const age = (lag ?? 0) + Math.max(0, now - at);
  const late = lag !== null && lag > LATE_MS;
  const seconds = number((late ? lag : age) >= 10_000 ? Math.round((late ? lag : age) / 1000) : Math.round((late ? lag : age) / 100) / 10, language);
  return (
    <footer className={styles.footer}>
      <span aria-live="polite">{t('total', { total: number(total, language) })}</span>
      {loaded < total && <span>{t('loaded', { loaded: number(loaded, language) })}</span>}
      <span role="status">
        {waiting > 0 && (
          <button type="button" className={styles.news} onClick={onShow}><ReloadOutlined aria-hidden /> {t('news', { count: waiting })}</button>
        )}
      </span>
      {lag !== null && (
        <span className={late ? `${styles.age} ${styles.late}` : styles.age}>
          {late && <WarningOutlined aria-hidden />} {t(late ? 'late' : 'asOf', { seconds })}
        </span>
      )}
    </footer>
  );
}
