import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { RecordList } from '../list/RecordList';
import { prefersList } from './choice';
import { opportunity } from './opportunity';
import { PipelineTabs } from './PipelineTabs';
import styles from './Board.module.css';

/** The list, where a link asks for it or the reader prefers it; else the board. */
export default function OpportunitiesPage() {
  const [parameters] = useSearchParams();
  // Settled once: the list's own address is empty again when its filter is taken away.
  const [toBoard] = useState(parameters.size === 0 && !prefersList());
  if (toBoard) return <Navigate to="/pipeline/board" replace />;
  return (
    <div className={styles.page}>
      <PipelineTabs at="list" />
      <div className={styles.rest}><RecordList description={opportunity} /></div>
    </div>
  );
}
