import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { DndContext, KeyboardSensor, MouseSensor, TouchSensor, pointerWithin, rectIntersection, useSensor, useSensors, type CollisionDetection, type DragEndEvent, type KeyboardCoordinateGetter } from '@dnd-kit/core';
import { Button, Segmented, Skeleton } from 'antd';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { day as dayInWords } from '../api/formats';
import { useMe } from '../api/me';
import { COLLECTIONS, useNames } from '../api/records';
import type { AnyRecord } from '../api/types';
import { usePhone } from '../frame/appearance';
import { Failure } from '../frame/Failure';
import { useLanguage } from '../frame/language';
import { allOf, quoted, useRelated } from '../record/related';
import { dayOf } from '../record/tasks/due';
import { useAct } from '../record/useAct';
import { daysOf, readCalendar, SPANS, turned, type Span } from './days';
import { Day } from './Day';
import styles from './Calendar.module.css';

const FeedDialog = lazy(() => import('./FeedDialog'));
const MOST = 200;

/** A pointer means what it is over; the keyboard moves the task itself onto a day. */
const collisions: CollisionDetection = (situation) =>
  situation.pointerCoordinates ? pointerWithin(situation) : rectIntersection(situation);

/** My tasks by month, week, day, or one after the other; dragging one to another day postpones it. */
export default function CalendarPage() {
  const { t } = useTranslation('calendar');
  const language = useLanguage();
  const phone = usePhone();
  const me = useMe();
  const act = useAct('task');
  const [parameters, setParameters] = useSearchParams();
  const [today] = useState(() => dayOf(new Date()));
  const { span, day } = readCalendar(parameters, phone ? 'agenda' : 'month', today);
  const days = useMemo(() => daysOf(span, day), [span, day]);
  const [moved, setMoved] = useState<ReadonlyMap<string, string>>(new Map());
  const [subscribing, setSubscribing] = useState(false);
  const related = useRelated({
    kind: 'task', path: COLLECTIONS.task, size: MOST, sort: 'due,dueTime',
    filter: allOf(`assignee eq ${quoted(me.user)}`, `status in ('OPEN', 'DONE')`, `due between '${days[0]}' and '${days.at(-1)}'`),
  });
  const customers = useNames('customer', related.items.flatMap(({ customerId }) => (typeof customerId === 'string' ? [customerId] : [])));
  const byDay = useMemo(() => {
    const sorted = new Map<string, AnyRecord[]>();
    for (const task of related.items) {
      const on = moved.get(task.id) ?? String(task.due);
      sorted.set(on, [...(sorted.get(on) ?? []), task]);
    }
    return sorted;
  }, [related.items, moved]);

  const go = (next: { view?: Span; day?: string }) => setParameters((before) => {
    const changed = new URLSearchParams(before);
    for (const [name, value] of Object.entries(next)) changed.set(name, value);
    return changed;
  }, { replace: true });

  const postpone = async (task: AnyRecord, to: string) => {
    setMoved((before) => new Map(before).set(task.id, to));
    await act(task, { path: 'postpone', body: { due: to }, done: t('postponed', { day: dayInWords(to, language) }) });
    setMoved((before) => {
      const after = new Map(before);
      after.delete(task.id);
      return after;
    });
  };

  const step = useCallback<KeyboardCoordinateGetter>((event, { context }) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: span === 'month' ? 7 : 1, ArrowUp: span === 'month' ? -7 : -1 }[event.code];
    if (!by) return undefined;
    event.preventDefault();
    const from = String(context.over?.id ?? (context.active?.data.current as { day?: string } | undefined)?.day);
    const to = days[Math.min(days.length - 1, Math.max(0, days.indexOf(from) + by))]!;
    const place = context.droppableRects.get(to);
    return place && { x: place.left + 8, y: place.top + 8 };
  }, [days, span]);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: step }),
  );
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const { task, day: from } = active.data.current as { task: AnyRecord; day: string };
    if (over && over.id !== from) void postpone(task, String(over.id));
  };

  const title = span === 'month'
    ? new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long' }).format(new Date(`${day}T12:00:00`))
    : span === 'day' ? dayInWords(day, language) : `${dayInWords(days[0]!, language)} – ${dayInWords(days.at(-1)!, language)}`;
  const shown = span === 'agenda' ? days.filter((one) => (byDay.get(one)?.length ?? 0) > 0) : days;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{title}</h1>
        <div className={styles.tools}>
          <Button icon={<LeftOutlined aria-hidden />} aria-label={t('before')} onClick={() => go({ day: turned(span, day, -1) })} />
          <Button onClick={() => go({ day: today })}>{t('today')}</Button>
          <Button icon={<RightOutlined aria-hidden />} aria-label={t('after')} onClick={() => go({ day: turned(span, day, 1) })} />
          <Segmented aria-label={t('view')} value={span} onChange={(view) => go({ view })} options={SPANS.map((one) => ({ value: one, label: t(`spans.${one}`) }))} />
          <Button onClick={() => setSubscribing(true)}>{t('feed.open')}</Button>
        </div>
      </header>
      {related.error ? <Failure error={related.error} onRetry={related.retry} /> : related.pending ? <Skeleton active /> : (
        <DndContext sensors={sensors} collisionDetection={collisions} onDragEnd={onDragEnd} accessibility={{ screenReaderInstructions: { draggable: t('dragging') } }}>
          {shown.length === 0 && <p className={styles.none}>{t('nothing')}</p>}
          <div className={`${styles.days} ${styles[span]}`}>
            {shown.map((one) => (
              <Day key={one} day={one} span={span} today={today} outside={span === 'month' && one.slice(0, 7) !== day.slice(0, 7)}
                tasks={byDay.get(one) ?? []} customers={customers} onOpen={() => go({ view: 'day', day: one })} />
            ))}
          </div>
          {related.more && <Button loading={related.loadingMore} onClick={related.more}>{t('more')}</Button>}
        </DndContext>
      )}
      {subscribing && <Suspense fallback={null}><FeedDialog onClose={() => setSubscribing(false)} /></Suspense>}
    </div>
  );
}
