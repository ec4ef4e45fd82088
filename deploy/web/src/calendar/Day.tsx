import { CheckCircleOutlined, HolderOutlined, WarningOutlined } from '@ant-design/icons';
import { useDraggable, useDroppable } from '@dnd-kit/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { day as dayInWords } from '../api/formats';
import type { AnyRecord } from '../api/types';
import { useLanguage } from '../frame/language';
import { pageOf } from '../record/kinds';
import { pressing } from '../record/tasks/due';
import type { Span } from './days';
import styles from './Calendar.module.css';

export interface DayProperties {
  day: string;
  span: Span;
  today: string;
  /** Of the month before or after the one that is shown. */
  outside: boolean;
  tasks: readonly AnyRecord[];
  customers: ReadonlyMap<string, string>;
  onOpen: () => void;
}

/** One day with what is to be done on it, onto which tasks are dropped. */
export function Day({ day, span, today, outside, tasks, customers, onOpen }: DayProperties) {
  const { t } = useTranslation('calendar');
  const language = useLanguage();
  const { setNodeRef, isOver } = useDroppable({ id: day });
  const noon = new Date(`${day}T12:00:00`);
  const label = span === 'month' ? String(noon.getDate())
    : new Intl.DateTimeFormat(language, { weekday: 'short', month: 'numeric', day: 'numeric' }).format(noon);
  const classes = [styles.day, isOver && styles.over, outside && styles.outside, day === today && styles.today].filter(Boolean).join(' ');
  return (
    <section ref={setNodeRef} className={classes} aria-label={t('day', { day: dayInWords(day, language), count: tasks.length })}>
      <h2><button type="button" className={styles.date} onClick={onOpen} aria-label={t('show', { day: dayInWords(day, language) })}>{label}</button></h2>
      <ul>{tasks.map((task) => <Entry key={task.id} task={task} day={day} customer={customers.get(String(task.customerId ?? ''))} brief={span === 'month'} />)}</ul>
    </section>
  );
}

/** A task in the calendar, dragged by its whole face, or by its handle with the keyboard. */
function Entry({ task, day, customer, brief }: { task: AnyRecord; day: string; customer?: string; brief: boolean }) {
  const { t } = useTranslation(['calendar', 'record']);
  const title = typeof task.title === 'string' ? task.title : t('record:tasks.untitled');
  const fixed = task.status !== 'OPEN' || task.access?.write === false;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, isDragging } = useDraggable({
    id: task.id, data: { task, day }, disabled: fixed, attributes: { roleDescription: t('calendar:draggable') },
  });
  const overdue = task.status === 'OPEN' && pressing(task, new Date()) === 'overdue';
  const classes = [styles.entry, isDragging && styles.lifted, task.status === 'DONE' && styles.done, overdue && styles.overdue].filter(Boolean).join(' ');
  return (
    <li ref={setNodeRef} className={classes} {...listeners}
      style={transform ? { transform: `translate(${transform.x}px, ${transform.y}px)` } : undefined}>
      {!fixed && (
        <button type="button" ref={setActivatorNodeRef} {...attributes} className={styles.handle} aria-label={t('calendar:move', { title })}><HolderOutlined aria-hidden /></button>
      )}
      <span className={styles.words}>
        <Link to={pageOf('task', task.id)} draggable={false}>
          {overdue && <WarningOutlined aria-label={t('record:fields.task.overdue')} />}{task.status === 'DONE' && <CheckCircleOutlined aria-label={t('record:codes.taskStatus.DONE')} />}{' '}
          {typeof task.dueTime === 'string' && <time>{task.dueTime} </time>}<bdi>{title}</bdi>
        </Link>
        {!brief && customer && <span className={styles.customer}>{customer}</span>}
      </span>
    </li>
  );
}
