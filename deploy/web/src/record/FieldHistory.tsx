import { HistoryOutlined } from '@ant-design/icons';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKind } from '../api/types';
import { Changes } from './Changes';
import type { Field } from './kind';
import styles from './FieldHistory.module.css';

/** Shows below a value, when asked, everything that its field ever held. */
export function FieldHistory({ kind, id, field, label }: { kind: RecordKind; id: string; field: Field; label: string }) {
  const { t } = useTranslation('record');
  const [open, setOpen] = useState(false);
  const panel = useId();
  return (
    <>
      <button type="button" className={open ? `${styles.open} ${styles.button}` : styles.button} aria-expanded={open}
        aria-controls={open ? panel : undefined} aria-label={t('history.of', { field: label })} title={t('history.of', { field: label })}
        onClick={() => setOpen(!open)}>
        <HistoryOutlined aria-hidden />
      </button>
      {open && <div id={panel} className={styles.panel}><Changes kind={kind} id={id} field={field} /></div>}
    </>
  );
}
