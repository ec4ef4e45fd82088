import { useTranslation } from 'react-i18next';
import { type Changes, type Place, type Reach } from './rights';
import styles from './administration.module.css';

/** How far a right reaches, to choose; says what was there before it was changed, and why it was refused. */
export function ReachCell({ name, value, stored, offered, refused, onChange }: {
  name: string; value: Changes[Place]; stored: Changes[Place]; offered: readonly Reach[]; refused?: string; onChange: (value: Reach) => void;
}) {
  const { t } = useTranslation('administration');
  const reach = value as Reach;
  const choices = offered.includes(reach) ? offered : [...offered, reach];
  return (
    <>
      <select className={styles.reach} aria-label={name} value={reach} data-none={reach === 'none' || undefined} data-changed={value !== stored || undefined}
        aria-invalid={refused !== undefined} onChange={(event) => onChange(event.target.value as Reach)}>
        {choices.map((one) => <option key={one} value={one}>{t(`reaches.${one}`)}</option>)}
      </select>
      {value !== stored && <div className={styles.before}>{t('wasBefore', { what: t(`reaches.${stored as Reach}`) })}</div>}
      {refused && <div role="alert" className={styles.fault}>{refused}</div>}
    </>
  );
}
