import { useMemo } from 'react';
import { useNames } from '../api/records';
import type { AnyRecord, RecordKind } from '../api/types';
import type { Field } from '../record/kind';

/** Names of what the records of a list refer to, by kind and id. */
export type Names = Partial<Record<RecordKind, ReadonlyMap<string, string>>>;

export function useReferredNames(records: readonly AnyRecord[], fields: readonly Field[]): Names {
  const customer = useNames('customer', idsOf(records, fields, 'customer'));
  const contact = useNames('contact', idsOf(records, fields, 'contact'));
  const opportunity = useNames('opportunity', idsOf(records, fields, 'opportunity'));
  return useMemo(() => ({ customer, contact, opportunity }), [customer, contact, opportunity]);
}

function idsOf(records: readonly AnyRecord[], fields: readonly Field[], kind: RecordKind): string[] {
  const referring = fields.filter((field) => field.refersTo === kind);
  return referring.length === 0 ? [] : records.flatMap((record) => referring.flatMap((field) => {
    const value = record[field.name];
    return Array.isArray(value) ? (value as string[]) : typeof value === 'string' ? [value] : [];
  }));
}
