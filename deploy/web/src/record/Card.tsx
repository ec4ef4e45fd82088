import { useId, type ReactNode } from 'react';
import styles from './Card.module.css';

/** A part of a record's page with its own heading. */
export function Card({ title, count, action, children, tone }:
  { title: string; count?: number; action?: ReactNode; children: ReactNode; tone?: 'risk' | 'waiting' | 'accent' }) {
  const id = useId();
  return (
    <section className={tone ? `${styles.card} ${styles[tone]}` : styles.card} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}{count !== undefined && count > 0 && <span className={styles.count}> {count}</span>}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}
