import { dayFrom, dayOf } from '../record/tasks/due';

export const SPANS = ['month', 'week', 'day', 'agenda'] as const;
export type Span = (typeof SPANS)[number];

const WEEK = 7;
const AGENDA_DAYS = 30;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const noon = (day: string) => new Date(`${day}T12:00:00`);

/** The Monday of the week that a day is in. */
export function mondayOf(day: string): string {
  return dayFrom(day, -((noon(day).getDay() + 6) % WEEK));
}

/** Days that are shown around one, in order: whole weeks for a month. */
export function daysOf(span: Span, day: string): readonly string[] {
  const range = (first: string, count: number) => Array.from({ length: count }, (_, at) => dayFrom(first, at));
  switch (span) {
    case 'day':
      return [day];
    case 'week':
      return range(mondayOf(day), WEEK);
    case 'agenda':
      return range(day, AGENDA_DAYS);
    case 'month': {
      const first = mondayOf(`${day.slice(0, 8)}01`);
      const last = dayOf(new Date(noon(day).getFullYear(), noon(day).getMonth() + 1, 0, 12));
      const count = Math.round((noon(mondayOf(last)).getTime() - noon(first).getTime()) / 86_400_000) + WEEK;
      return range(first, count);
    }
  }
}

/** The day that the next or former page begins around. */
export function turned(span: Span, day: string, by: 1 | -1): string {
  if (span !== 'month') return dayFrom(day, by * (span === 'day' ? 1 : span === 'week' ? WEEK : AGENDA_DAYS));
  const time = noon(day);
  return dayOf(new Date(time.getFullYear(), time.getMonth() + by, 1, 12));
}

/** What the address asks for. */
export function readCalendar(parameters: URLSearchParams, usual: Span, today: string): { span: Span; day: string } {
  const span = SPANS.find((one) => one === parameters.get('view')) ?? usual;
  const day = parameters.get('day') ?? '';
  return { span, day: DAY.test(day) && !Number.isNaN(noon(day).getTime()) ? day : today };
}
