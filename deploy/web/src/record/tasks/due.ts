import type { AnyRecord } from '../../api/types';

/** How pressing an open task is. */
export type Pressing = 'overdue' | 'today' | 'later' | 'someDay';

/** A day as people count it where they are. */
export function dayOf(time: Date): string {
  return `${time.getFullYear()}-${String(time.getMonth() + 1).padStart(2, '0')}-${String(time.getDate()).padStart(2, '0')}`;
}

/** The day that many days from another, both as `2026-01-31`. */
export function dayFrom(day: string, days: number): string {
  const time = new Date(`${day}T12:00:00`);
  time.setDate(time.getDate() + days);
  return dayOf(time);
}

/** How pressing it is at a moment: the service says from when on, so that pages left open stay right. */
export function pressing(task: AnyRecord, now: Date): Pressing {
  const reached = (moment: unknown) => typeof moment === 'string' && Date.parse(moment) <= now.getTime();
  if (typeof task.due !== 'string') return 'someDay';
  return reached(task.overdueFrom) ? 'overdue' : reached(task.dueFrom) ? 'today' : 'later';
}

/** Days that a task may be put off to, from the day it is due or, where that is past, from today. */
export function laterDays(task: AnyRecord, now: Date): { tomorrow: string; threeDays: string; week: string } {
  const today = dayOf(now);
  const from = typeof task.due === 'string' && task.due > today ? task.due : today;
  return { tomorrow: dayFrom(from, 1), threeDays: dayFrom(from, 3), week: dayFrom(from, 7) };
}
