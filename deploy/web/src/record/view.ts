import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { recordQuery } from '../api/records';
import { Problem } from '../api/problem';
import type { AnyRecord, RecordKind } from '../api/types';
import { differences, useAsOf } from './asOf';
import { KINDS } from './kinds';
import { useFields } from './useFields';

/** A record on the screen: today's, or as it was. */
export interface RecordView {
  kind: RecordKind;
  /** As it is shown. */
  record: AnyRecord;
  /** As it is now. */
  now: AnyRecord;
  /** The past moment; undefined for now. */
  asOf?: string;
  /** Nothing can be changed: it is the past, archived, or not the reader's to change. */
  readOnly: boolean;
  /** Names of the fields that have changed since then. */
  marked: ReadonlySet<string>;
}

export interface Viewed {
  view: RecordView | null;
  /** What keeps the record from being shown. */
  error: unknown;
  /** It has been merged into this one. */
  mergedInto?: string;
  /** The record was not there yet at the moment asked for; `now` is. */
  notYet: AnyRecord | null;
  retry: () => void;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Reads a record, and as it was at the moment that the address names. */
export function useRecordView(kind: RecordKind, id: string): Viewed {
  const [asOf] = useAsOf();
  const fields = useFields(KINDS[kind]);
  const now = useQuery(recordQuery(kind, id));
  const then = useQuery({ ...recordQuery(kind, id, asOf), enabled: asOf !== undefined, staleTime: Infinity });
  const shown = asOf ? then.data : now.data;
  const marked = useMemo(() => (asOf && then.data && now.data ? differences(fields, then.data, now.data) : NOTHING),
    [asOf, fields, then.data, now.data]);
  const error = now.error ?? (asOf ? then.error : null);
  const view = useMemo<RecordView | null>(() => shown && now.data ? {
    kind, record: shown, now: now.data, asOf, marked,
    readOnly: asOf !== undefined || now.data.archived === true || now.data.access?.write === false,
  } : null, [kind, shown, now.data, asOf, marked]);
  return {
    view,
    error: view ? null : error,
    mergedInto: now.error instanceof Problem && now.error.status === 410 ? now.error.document.mergedInto : undefined,
    notYet: asOf && now.data && then.error instanceof Problem && then.error.status === 404 ? now.data : null,
    retry: () => {
      void now.refetch();
      if (asOf) void then.refetch();
    },
  };
}
