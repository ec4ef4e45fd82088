import { EllipsisOutlined, FieldTimeOutlined, HistoryOutlined, InboxOutlined, LinkOutlined, LockOutlined, UndoOutlined } from '@ant-design/icons';
import { Alert, App, Button, Drawer, Dropdown, type MenuProps } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { may, useMe } from '../api/me';
import { usePhone } from '../frame/appearance';
import { AsOfBar } from './AsOfBar';
import { useAsOf } from './asOf';
import { Changes } from './Changes';
import { KINDS, pageOf } from './kinds';
import { ReasonDialog } from './ReasonDialog';
import { useAct } from './useAct';
import type { RecordView } from './view';
import styles from './RecordFrame.module.css';

export interface RecordFrameProperties {
  view: RecordView;
  title: string;
  /** Behind the title: a number, say. */
  subtitle?: ReactNode;
  /** What the record belongs to. */
  above?: ReactNode;
  chips?: ReactNode;
  figures?: ReactNode;
  /** What is done most often; not offered in the past. */
  actions?: ReactNode;
  /** Further entries of the menu. */
  menu?: MenuProps['items'];
  children: ReactNode;
}

/** Head and frame of a record's page: who it is, what is done next, and the way back in time. */
export function RecordFrame({ view, title, subtitle, above, chips, figures, actions, menu = [], children }: RecordFrameProperties) {
  const { t } = useTranslation('record');
  const { message } = App.useApp();
  const me = useMe();
  const phone = usePhone();
  const [asOf, setAsOf] = useAsOf();
  const [turning, setTurning] = useState(false);
  const [open, setOpen] = useState<'archive' | 'history' | null>(null);
  const { kind, now } = view;
  const act = useAct(kind);
  const kindName = t(`kinds.${kind}`);
  const writable = may(me, kind, 'write') && now.access?.write !== false;
  const restore = () => void act(now, { path: 'restore', done: t('archive.restored') });
  const items: MenuProps['items'] = [
    ...menu,
    { key: 'history', icon: <HistoryOutlined aria-hidden />, label: t('history.all'), onClick: () => setOpen('history') },
    {
      key: 'link', icon: <LinkOutlined aria-hidden />, label: t('page.copyLink'),
      onClick: () => void navigator.clipboard?.writeText(location.origin + pageOf(kind, now.id)).then(() => message.success(t('page.linkCopied'))),
    },
    ...(writable && !now.archived ? [{ type: 'divider' as const }, {
      key: 'archive', icon: <InboxOutlined aria-hidden />, danger: true, label: t('archive.action'), onClick: () => setOpen('archive'),
    }] : []),
  ];
  return (
    <div className={asOf ? `${styles.page} ${styles.past}` : styles.page}>
      {(turning || asOf) && (
        <AsOfBar kind={kind} now={now} changed={view.marked.size} onClose={() => {
          setTurning(false);
          setAsOf(undefined);
        }} />
      )}
      {now.archived && !asOf && (
        <Alert banner type="warning" title={t('archive.is', { kind: kindName })}
          action={writable && <Button size="small" icon={<UndoOutlined aria-hidden />} onClick={restore}>{t('archive.restore')}</Button>} />
      )}
      <header className={styles.header}>
        <div className={styles.who}>
          <div className={styles.above}>{above ?? <Link to={KINDS[kind].path}>{kindName}</Link>}</div>
          <h1 className={styles.title} title={title.length > 60 ? title : undefined}><bdi>{title || t('none')}</bdi></h1>
          {subtitle && <div className={styles.subtitle}>{subtitle}</div>}
          <div className={styles.chips}>
            {chips}
            {!asOf && now.access?.write === false && <span className={styles.locked}><LockOutlined aria-hidden /> {t('page.readOnly')}</span>}
          </div>
        </div>
        {figures && <dl className={styles.figures}>{figures}</dl>}
        <div className={styles.actions}>
          {!asOf && actions}
          {!asOf && (
            <Button icon={<FieldTimeOutlined aria-hidden />} aria-expanded={turning} aria-label={t('asOf.open')} title={t('asOf.open')}
              onClick={() => setTurning(!turning)}>{phone ? null : t('asOf.open')}</Button>
          )}
          <Dropdown trigger={['click']} menu={{ items }}>
            <Button icon={<EllipsisOutlined aria-hidden />} aria-label={t('page.menu')} />
          </Dropdown>
        </div>
      </header>
      {children}
      {open === 'archive' && (
        <ReasonDialog title={t('archive.title', { kind: kindName })} hint={t('archive.hint')} action={t('archive.action')} required danger
          usual={[t('archive.duplicate'), t('archive.mistake'), t('archive.closed')]}
          onSubmit={(reason) => act(now, { reason, done: t('archive.done') })} onClose={() => setOpen(null)} />
      )}
      <Drawer open={open === 'history'} title={t('history.all')} size={560} onClose={() => setOpen(null)} destroyOnHidden>
        <Changes kind={kind} id={now.id} />
      </Drawer>
    </div>
  );
}

/** One of the numbers in the head of a page. */
export function Figure({ label, children, changed }: { label: string; children: ReactNode; changed?: boolean }) {
  const { t } = useTranslation('record');
  return (
    <div className={changed ? `${styles.figure} ${styles.changed}` : styles.figure}>
      <dt>{label}{changed && <span className={styles.changedWord}> · {t('asOf.different')}</span>}</dt>
      <dd>{children}</dd>
    </div>
  );
}
