import { App, Button, Result, Skeleton } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import type { RecordKind } from '../api/types';
import { Failure } from '../frame/Failure';
import { useAsOf } from './asOf';
import { KINDS, pageOf } from './kinds';
import { useRecordView, type RecordView } from './view';

/** The page of the record that the address names: read, waited for, missing, merged into another, or shown. */
export function RecordRoom({ kind, children }: { kind: RecordKind; children: (view: RecordView) => ReactNode }) {
  const { id = '' } = useParams();
  return <OneRecord key={id} kind={kind} id={id}>{children}</OneRecord>;
}

function OneRecord({ kind, id, children }: { kind: RecordKind; id: string; children: (view: RecordView) => ReactNode }) {
  const { t } = useTranslation(['record', 'frame']);
  const { message } = App.useApp();
  const viewed = useRecordView(kind, id);
  const [, setAsOf] = useAsOf();
  const { title: titleField } = KINDS[kind];
  const title = viewed.view ? String(viewed.view.record[titleField] ?? '') : '';
  useEffect(() => {
    // The frame names the window after the room first.
    if (title) queueMicrotask(() => (document.title = `${title.slice(0, 80)} · Rapport`));
  }, [title]);
  useEffect(() => {
    if (viewed.mergedInto) message.info(t('record:page.merged', { kind: t(`record:kinds.${kind}`) }));
  }, [viewed.mergedInto, kind, message, t]);
  if (viewed.mergedInto) return <Navigate to={pageOf(kind, viewed.mergedInto)} replace />;
  if (viewed.view) return children(viewed.view);
  if (viewed.notYet) {
    return (
      <Result title={t('record:asOf.notYet')} icon={<span />}
        extra={<Button type="primary" onClick={() => setAsOf(undefined)}>{t('record:asOf.back')}</Button>} />
    );
  }
  if (viewed.error) {
    return (
      <>
        <Failure error={viewed.error} onRetry={viewed.retry} />
        <p style={{ textAlign: 'center' }}><Link to={KINDS[kind].path}>{t('record:page.toList', { kind: t(`record:kinds.${kind}`) })}</Link></p>
      </>
    );
  }
  return <div style={{ padding: 16 }} aria-busy><Skeleton active title paragraph={{ rows: 12 }} /></div>;
}
