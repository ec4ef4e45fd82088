import type { ReactNode } from 'react';
import styles from './Notice.module.css';

/** A few words in the middle of an otherwise empty place, with what to do next. */
export function Notice({ title, hint, alert, children }: { title: string; hint?: string | null; alert?: boolean; children?: ReactNode }) {
  return (
    <div className={styles.notice} role={alert ? 'alert' : 'status'}>
      <h2>{title}</h2>
      {hint && <p>{hint}</p>}
      {children}
    </div>
  );
}
