import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../api/client';
import { COLLECTIONS, recordPath, useNames } from '../api/records';
import type { ListAnswer, RecordKind } from '../api/types';
import type { FieldEditorProperties } from './FieldEditor';
import { KINDS } from './kinds';

const TYPED_MS = 250;

/** One record or several, found by typing any part of its name, pinyin or number. */
export function ReferenceEditor({ value, onChange, id, label, autoFocus, invalid, describedBy, kind, several, customerId }:
  FieldEditorProperties & { kind: RecordKind; several: boolean }) {
  const { t } = useTranslation('record');
  const [typed, setTyped] = useState('');
  const { title } = KINDS[kind];
  const chosen = Array.isArray(value) ? (value as string[]) : typeof value === 'string' ? [value] : [];
  const names = useNames(kind, chosen);
  // Until somebody types, only who belongs to the same customer is likely.
  const near = several && customerId && typed === '' ? `${recordPath('customer', customerId)}/contacts` : COLLECTIONS[kind];
  const found = useQuery({
    queryKey: ['reference', kind, near, typed],
    staleTime: 30_000,
    queryFn: async ({ signal }) => {
      await new Promise((resolve) => setTimeout(resolve, typed ? TYPED_MS : 0));
      signal.throwIfAborted();
      return get<ListAnswer>(near, { q: typed, size: 20 }, signal);
    },
  });
  const options = (found.data?.items ?? []).map((record) => ({ value: record.id, label: String(record[title] ?? record.id) }));
  for (const one of chosen) {
    if (names.get(one) && !options.some((option) => option.value === one)) options.unshift({ value: one, label: names.get(one)! });
  }
  const common = {
    id, autoFocus, 'aria-label': id ? undefined : label, 'aria-describedby': describedBy, status: invalid ? ('error' as const) : undefined,
    style: { width: '100%' }, allowClear: true, placeholder: t('reference'), options, loading: found.isFetching,
    notFoundContent: found.isFetching ? null : undefined, showSearch: { filterOption: false as const, onSearch: setTyped },
  };
  return several
    ? <Select {...common} mode="multiple" value={chosen} onChange={(picked: string[]) => onChange(picked)} />
    : <Select {...common} value={chosen[0]} onChange={(picked?: string) => onChange(picked ?? null)} />;
}
