import { BulbOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { label } from '../api/formats';
import { post } from '../api/client';
import { recordPath, useRecord } from '../api/records';
import { usePipelines } from '../api/settings';
import { usePhone } from '../frame/appearance';
import { Failure } from '../frame/Failure';
import { useLanguage } from '../frame/language';
import { Facts } from '../record/Facts';
import { pageOf } from '../record/kinds';
import { readAgain } from '../record/saving';
import type { Card } from './board';
import { CloseDialog } from './CloseDialog';
import { NextAction } from './NextAction';
import type { Move } from './useBoard';
import styles from './Board.module.css';

/** One opportunity beside the board: what to do next, where it stands, all its facts. */
export function OpportunityPanel({ id, onClose, onMove }:
  { id: string; onClose: () => void; onMove: (card: Card, step: Move) => Promise<boolean> }) {
  const { t } = useTranslation('pipeline');
  const phone = usePhone();
  const found = useRecord('opportunity', id);
  const record = found.data as Card | undefined;
  return (
    <Drawer open onClose={onClose} size={phone ? '100%' : 460} title={<bdi>{record?.name ?? t('title')}</bdi>} destroyOnHidden
      extra={<Link to={pageOf('opportunity', id)}>{t('fullPage')}</Link>}>
      {record ? <Opened record={record} onMove={onMove} />
        : found.isError ? <Failure error={found.error} onRetry={() => void found.refetch()} /> : <Skeleton active />}
    </Drawer>
  );
}

function Opened({ record, onMove }: { record: Card; onMove: (card: Card, step: Move) => Promise<boolean> }) {
  const { t } = useTranslation('pipeline');
  const language = useLanguage();
  const client = useQueryClient();
  const pipeline = usePipelines()?.find(({ key }) => key === record.pipeline);
  const [closing, setClosing] = useState<'won' | 'lost' | null>(null);
  const [busy, setBusy] = useState(false);
  const during = async (work: () => Promise<unknown>) => {
    setBusy(true);
    await work().finally(() => setBusy(false));
  };
  const writable = record.access?.write !== false && !record.archived;
  return (
    <>
      <NextAction record={record} icon={<BulbOutlined aria-hidden />} />
      {writable && (
        <div className={styles.steps}>
          {record.status === 'OPEN' ? (
            <>
              <Select aria-label={t('stage')} value={record.stage} disabled={busy} popupMatchSelectWidth={false}
                options={(pipeline?.stages ?? []).filter((stage) => !stage.retired || stage.key === record.stage)
                  .map((stage) => ({ value: stage.key, label: label(stage.label, language, stage.key) }))}
                onChange={(stage) => void during(() => onMove(record, { to: 'stage', stage }))} />
              <Button type="primary" disabled={busy} onClick={() => setClosing('won')}>{t('markWon')}</Button>
              <Button disabled={busy} onClick={() => setClosing('lost')}>{t('markLost')}</Button>
            </>
          ) : (
            <Button disabled={busy} onClick={() => void during(async () => {
              await post(`${recordPath('opportunity', record.id)}/reopen`, {}, { version: record.version });
              readAgain(client, 'opportunity', record.id);
            })}>{t('reopen')}</Button>
          )}
        </div>
      )}
      <Facts kind="opportunity" record={record} filledOnly={false} />
      {closing && (
        <CloseDialog card={record} how={closing} onClose={() => setClosing(null)} onDone={(step) => onMove(record, step)} />
      )}
    </>
  );
}
