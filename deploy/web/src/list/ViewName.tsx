import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReason } from '../frame/useReason';
import styles from './ViewTabs.module.css';

/** Asks what a view is to be called. */
export default function ViewName({ mayShare, onKeep, onClose }:
  { mayShare: boolean; onKeep: (named: { name: string; shared: boolean }) => Promise<void>; onClose: () => void }) {
  const { t } = useTranslation('list');
  const reasonOf = useReason();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [problem, setProblem] = useState<string>();
  const keep = () => onKeep({ name: name.trim(), shared }).catch((failed: unknown) => setProblem(reasonOf(failed)));
  return (
    <Modal open title={t('views.save')} onCancel={onClose} onOk={() => void keep()} okButtonProps={{ disabled: !name.trim() }}>
      <div className={styles.naming}>
        <Input aria-label={t('views.name')} placeholder={t('views.name')} autoFocus maxLength={100} value={name}
          status={problem ? 'error' : undefined} onChange={(event) => setName(event.target.value)}
          onPressEnter={() => name.trim() && void keep()} />
        {problem && <div role="alert" className={styles.problem}>{problem}</div>}
        {mayShare && <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>{t('views.shared')}</Checkbox>}
      </div>
    </Modal>
  );
}
