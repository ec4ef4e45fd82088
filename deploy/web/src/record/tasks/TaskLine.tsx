import { CheckOutlined, ClockCircleOutlined, ExclamationCircleFilled, RetweetOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { day } from '../../api/formats';
import type { AnyRecord } from '../../api/types';
import { useLanguage } from '../../frame/language';
import { pageOf } from '../kinds';
import { useAct } from '../useAct';
import { dayOf, pressing } from './due';
import styles from './TaskLine.module.css';

/** A task in a few words, and the button that says it is done. */
export function TaskLine({ task, beside }: { task: AnyRecord; beside?: ReactNode }) {
  const { t } = useTranslation('record');
  const act = useAct('task');
  const [sending, setSending] = useState(false);
  const title = typeof task.title === 'string' ? task.title : t('tasks.untitled');
  const open = task.status === 'OPEN';
  const done = async () => {
    setSending(true);
    await act(task, { path: 'complete', done: t('tasks.done', { title }) });
    setSending(false);
  };
  return (
    <div className={styles.task}>
      {open && task.access?.write !== false && (
        <Button size="small" shape="circle" loading={sending} icon={<CheckOutlined aria-hidden />} title={t('tasks.complete')}
          aria-label={t('tasks.completeOf', { title })} onClick={() => void done()} />
      )}
      <div className={styles.words}>
        <Link className={open ? styles.title : `${styles.title} ${styles.over}`} to={pageOf('task', task.id)}>
          {task.priority === 'HIGH' && <ExclamationCircleFilled className={styles.high} aria-label={t('codes.taskPriority.HIGH')} />} <bdi>{title}</bdi>
        </Link>
        <span className={styles.facts}>
          <Due task={task} />
          {typeof task.repeat === 'string' && <RetweetOutlined aria-label={t('tasks.repeats')} title={t('tasks.repeats')} />}
          {beside}
        </span>
      </div>
    </div>
  );
}

/** When a task is due, marked where that presses. */
export function Due({ task }: { task: AnyRecord }) {
  const { t } = useTranslation('record');
  const language = useLanguage();
  const [now] = useState(() => new Date());
  if (typeof task.due !== 'string') return <span>{t('tasks.someDay')}</span>;
  const when = [task.due === dayOf(now) ? t('tasks.today') : day(task.due, language), task.dueTime].filter(Boolean).join(' ');
  const how = task.status === 'OPEN' ? pressing(task, now) : 'later';
  return how === 'overdue' ? <span className={styles.overdue}><WarningOutlined aria-hidden /> {t('tasks.overdue', { when })}</span>
    : how === 'today' ? <span className={styles.today}><ClockCircleOutlined aria-hidden /> {when}</span> : <span>{when}</span>;
}
