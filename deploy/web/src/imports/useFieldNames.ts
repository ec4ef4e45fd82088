import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKind } from '../api/types';
import { fieldOf } from '../record/kind';
import { KINDS } from '../record/kinds';
import { useFieldLabel, useFields } from '../record/useFields';

/** Fields that files have under names of their own. */
const EXTRA = ['customerId', 'customerNumber', 'customer', 'deliveryAddress', 'product', 'quantity', 'unitPrice', 'address'] as const;

/** What the fields of a file are called; also of a key that is made of several. */
export function useFieldNames(kind: RecordKind): (field: string) => string {
  const { t } = useTranslation('imports');
  const fields = useFields(KINDS[kind]);
  const labelOf = useFieldLabel(kind);
  return useMemo(() => {
    const one = (name: string): string => {
      const extra = EXTRA.find((known) => known === name);
      const field = fieldOf({ fields }, name);
      return extra ? t(`extra.${extra}`) : field ? labelOf(field) : name;
    };
    return (name) => name.split('+').map(one).join(' + ');
  }, [fields, labelOf, t]);
}
