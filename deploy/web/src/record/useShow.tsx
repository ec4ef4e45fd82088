import { useCallback, type ReactNode } from 'react';
import type { AnyRecord, RecordKind } from '../api/types';
import { useLanguage } from '../frame/language';
import { FieldValue } from './FieldValue';
import { fieldOf } from './kind';
import { KINDS } from './kinds';
import { useChoices, useFieldLabel, useFields } from './useFields';

export interface Shown {
  /** The value of a field as people read it; null where the role never sees it. */
  show: (record: AnyRecord, field: string, names?: ReadonlyMap<string, string>) => ReactNode;
  nameOf: (field: string) => string;
}

/** Shows single fields of records of a kind. */
export function useShow(kind: RecordKind): Shown {
  const fields = useFields(KINDS[kind]);
  const choices = useChoices();
  const language = useLanguage();
  const labelOf = useFieldLabel(kind);
  const show = useCallback((record: AnyRecord, name: string, names?: ReadonlyMap<string, string>) => {
    const field = fieldOf({ fields }, name);
    return field ? <FieldValue field={field} record={record} choices={choices(field)} language={language} names={names} /> : null;
  }, [fields, choices, language]);
  const nameOf = useCallback((name: string) => {
    const field = fieldOf({ fields }, name);
    return field ? labelOf(field) : name;
  }, [fields, labelOf]);
  return { show, nameOf };
}

/** Whether a field of this record has something to show. */
export function isSet(record: AnyRecord, field: string): boolean {
  const value = record[field];
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}
