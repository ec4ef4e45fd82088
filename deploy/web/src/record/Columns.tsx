import type { ReactNode } from 'react';
import styles from './Columns.module.css';

/** Facts at the left, what happens in the middle; below each other on a phone, what happens first. */
export function Columns({ facts, children }: { facts: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.columns}>
      <div className={styles.main}>{children}</div>
      <div className={styles.facts}>{facts}</div>
    </div>
  );
}
