import { Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../api/me';
import { useNames } from '../api/records';
import { pageOf } from '../record/kinds';
import { dayFrom, dayOf, pressing } from '../record/tasks/due';
import { TaskLine } from '../record/tasks/TaskLine';
import { useFirst } from './useFigures';
import styles from './StartPage.module.css';

const NEXT_DAYS = 7;
const SHOWN = 50;
const MINUTE_MS = 60_000;

/** My tasks: what is overdue, what today brings, what comes next. */
export default function MyDay() {
  const { t } = useTranslation('start');
  const me = useMe();
  const now = useNow();
  const until = dayFrom(dayOf(now), NEXT_DAYS);
  const found = useFirst({
    kind: 'task', filter: `assignee eq '${me.user.replaceAll("'", "''")}' and status eq 'OPEN' and due le '${until}'`, sort: 'due,dueTime', size: SHOWN,
  });
  const tasks = found.data?.items ?? [];
  const customers = useNames('customer', tasks.flatMap(({ customerId }) => (typeof customerId === 'string' ? [customerId] : [])));
  const parts = [
    { id: 'overdue', to: '/tasks?view=overdue', items: tasks.filter((task) => pressing(task, now) === 'overdue') },
    { id: 'today', to: '/tasks?view=today', items: tasks.filter((task) => pressing(task, now) === 'today') },
    { id: 'next', to: '/tasks', items: tasks.filter((task) => pressing(task, now) === 'later') },
  ] as const;
  return (
    <section className={styles.card} aria-labelledby="start-day">
      <h2 id="start-day"><Link to="/tasks">{t('day.title')}</Link></h2>
      {found.isPending ? <Skeleton active title={false} />
        : tasks.length === 0 ? <p className={found.isError ? styles.muted : styles.fine}>{t(found.isError ? 'unavailable' : 'day.nothing')}</p>
          : parts.filter(({ items }) => items.length > 0).map(({ id, to, items }) => (
            <div key={id} className={styles.group}>
              <Link to={to} className={`${styles.tone} ${id === 'overdue' ? styles.danger : styles.waiting}`}>
                {t(`day.${id}`)} <b>{items.length}</b>
              </Link>
              <ul>
                {items.map((task) => {
                  const customer = customers.get(String(task.customerId ?? ''));
                  return (
                    <li key={task.id}>
                      <TaskLine task={task} beside={customer && <Link to={pageOf('customer', String(task.customerId))}>{customer}</Link>} />
                    </li>
                  );
                })}
              </ul>
            </div>
          ))}
    </section>
  );
}

/** The time, to the minute: a page that stays open shows what becomes due. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
