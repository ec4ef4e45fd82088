import { CloseOutlined, DownOutlined, ExportOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Drawer, Skeleton } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRecord } from '../api/records';
import { usePhone } from '../frame/appearance';
import { Failure } from '../frame/Failure';
import { Facts } from '../record/Facts';
import type { KindDescription } from '../record/kind';
import { pageOf } from '../record/kinds';
import { PEEKS } from '../record/peeks';
import styles from './Peek.module.css';

export interface PeekProperties {
  description: KindDescription;
  id: string;
  onClose: () => void;
  /** Undefined at the ends of the list. */
  onPrevious?: () => void;
  onNext?: () => void;
}

/** A record beside its list: facts that can be changed at once; arrow keys walk on. */
export default function Peek(properties: PeekProperties) {
  const phone = usePhone();
  const { t } = useTranslation('list');
  return phone
    ? <Drawer open placement="bottom" size="92%" closable={false} onClose={properties.onClose} styles={{ body: { padding: 0 } }}
        aria-label={t('peek.label')}><Panel {...properties} /></Drawer>
    : <aside className={styles.peek} aria-label={t('peek.label')} onKeyDown={(event) => {
        if (event.key === 'Escape') properties.onClose();
      }}><Panel {...properties} /></aside>;
}

function Panel({ description, id, onClose, onPrevious, onNext }: PeekProperties) {
  const { t } = useTranslation('list');
  const record = useRecord(description.kind, id);
  const [empty, setEmpty] = useState(false);
  const Above = PEEKS[description.kind];
  const title = record.data ? String(record.data[description.title] ?? t('rows.unnamed')) : '…';
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}><bdi>{title}</bdi></h2>
        <Button type="text" icon={<UpOutlined aria-hidden />} aria-label={t('peek.previous')} disabled={!onPrevious} onClick={onPrevious} />
        <Button type="text" icon={<DownOutlined aria-hidden />} aria-label={t('peek.next')} disabled={!onNext} onClick={onNext} />
        {description.hasPage && (
          <Link to={pageOf(description.kind, id)} className={styles.link} aria-label={t('peek.open')} title={t('peek.open')}><ExportOutlined aria-hidden /></Link>
        )}
        <Button type="text" icon={<CloseOutlined aria-hidden />} aria-label={t('peek.close')} onClick={onClose} />
      </div>
      <div className={styles.body}>
        {record.isError ? <Failure error={record.error} onRetry={() => void record.refetch()} />
          : !record.data ? <Skeleton active paragraph={{ rows: 10 }} />
            : <>
                {Above && <div className={styles.above}><Suspense fallback={null}><Above record={record.data} /></Suspense></div>}
                <Facts kind={description.kind} record={record.data} filledOnly={!empty} />
                <Button type="link" className={styles.more} onClick={() => setEmpty(!empty)}>{t(empty ? 'peek.filled' : 'peek.empty')}</Button>
              </>}
      </div>
    </>
  );
}
