import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import type { AnyRecord } from '../api/types';
import { valueOf, type Field } from './kind';

const PARAMETER = 'asOf';

/** What changes with every change and says nothing about it. */
const EVER_CHANGING = new Set(['updatedAt', 'updatedBy']);

/** The past moment that the address asks for; undefined for now. What is no moment counts as now. */
export function useAsOf(): [string | undefined, (asOf: string | undefined) => void] {
  const [parameters, setParameters] = useSearchParams();
  const given = parameters.get(PARAMETER);
  const set = useCallback((asOf: string | undefined) => setParameters((before) => {
    const next = new URLSearchParams(before);
    if (asOf) next.set(PARAMETER, asOf);
    else next.delete(PARAMETER);
    return next;
  }, { replace: true }), [setParameters]);
  return [given && !Number.isNaN(Date.parse(given)) ? new Date(given).toISOString() : undefined, set];
}

/** Names of the fields whose values differ between then and now. */
export function differences(fields: readonly Field[], then: AnyRecord, now: AnyRecord): ReadonlySet<string> {
  return new Set(fields.filter((field) => !EVER_CHANGING.has(field.name)
    && comparable(valueOf(then, field.name)) !== comparable(valueOf(now, field.name))).map((field) => field.name));
}

/** Nothing set and a list of nothing are the same. */
function comparable(value: unknown): string {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
    ? '' : JSON.stringify(value);
}

/** The nearest moment in this direction; undefined when there is none. Moments are in milliseconds, in any order. */
export function nextMoment(moments: readonly number[], from: number, direction: -1 | 1): number | undefined {
  const ahead = moments.filter((moment) => (direction < 0 ? moment < from : moment > from));
  return ahead.length === 0 ? undefined : direction < 0 ? Math.max(...ahead) : Math.min(...ahead);
}
