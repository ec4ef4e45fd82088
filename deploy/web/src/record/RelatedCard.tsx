import { PlusOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnyRecord } from '../api/types';
import { Failure } from '../frame/Failure';
import { Card } from './Card';
import type { Related } from './related';
import styles from './RelatedCard.module.css';

export interface RelatedCardProperties {
  title: string;
  related: Related;
  /** Said where there is none. */
  none: string;
  /** Enters another one; undefined where the reader may not. */
  onAdd?: () => void;
  addLabel: string;
  item: (record: AnyRecord) => ReactNode;
}

/** Records that belong to the one on the page. */
export function RelatedCard({ title, related, none, onAdd, addLabel, item }: RelatedCardProperties) {
  const { t } = useTranslation('record');
  return (
    <Card title={title} count={related.total} action={onAdd && (
      <Button size="small" type="text" icon={<PlusOutlined aria-hidden />} aria-label={addLabel} title={addLabel} onClick={onAdd} />
    )}>
      {related.error ? <Failure error={related.error} onRetry={related.retry} />
        : related.pending ? <Skeleton active title={false} paragraph={{ rows: 2 }} />
          : related.items.length === 0 ? (
            <p className={styles.none}>{none}{onAdd && <> <Button size="small" type="link" className={styles.add} onClick={onAdd}>{addLabel}</Button></>}</p>
          ) : <ul className={styles.items}>{related.items.map((record) => <li key={record.id}>{item(record)}</li>)}</ul>}
      {related.more && <Button size="small" loading={related.loadingMore} onClick={related.more}>{t('page.more')}</Button>}
    </Card>
  );
}
