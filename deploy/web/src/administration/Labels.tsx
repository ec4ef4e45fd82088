import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Label } from '../api/types';
import { LANGUAGES } from '../frame/language';
import styles from './administration.module.css';

/** A name in each language; one is enough, the others fall back to it. */
export function Labels({ label, onChange, what, autoFocus }:
  { label: Label; onChange: (label: Label) => void; what: string; autoFocus?: boolean }) {
  const { t } = useTranslation('administration');
  return (
    <div className={styles.labels}>
      {LANGUAGES.map(({ code, name }, at) => (
        <label key={code} className={styles.field}>
          <span>{t('nameIn', { language: name })}</span>
          <Input value={label[code] ?? ''} maxLength={100} lang={code} autoFocus={autoFocus && at === 0}
            aria-label={`${what} ${name}`} onChange={(event) => onChange(withText(label, code, event.target.value))} />
        </label>
      ))}
    </div>
  );
}

/** An emptied language is left out: an empty name is none. */
export function withText(label: Label, code: string, text: string): Label {
  const next = { ...label, [code]: text };
  if (text === '') delete next[code];
  return next;
}
