import { AutoComplete, DatePicker, Input, Select, Space } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Money } from '../api/types';
import { useTouch } from '../frame/appearance';
import { readAmount } from './amounts';
import type { Field } from './kind';
import { ReferenceEditor } from './ReferenceEditor';
import { useChoices, useIsOpen } from './useFields';

export interface FieldEditorProperties {
  field: Field;
  value: unknown;
  /** The value as JSON holds it; undefined or null for none. */
  onChange: (value: unknown) => void;
  id?: string;
  label: string;
  autoFocus?: boolean;
  invalid?: boolean;
  /** Shows at once what there is to choose from. */
  opened?: boolean;
  /** Describes what is wrong, for readers of screens. */
  describedBy?: string;
  /** The customer whom the record belongs to: who belongs to it too is offered first. */
  customerId?: string;
}

const CURRENCIES = ['CNY', 'USD', 'EUR', 'HKD', 'TWD', 'JPY', 'GBP'];

/** The input that fits what a field holds. */
export function FieldEditor(properties: FieldEditorProperties) {
  const { field, value, onChange, id, label, autoFocus, opened, invalid, describedBy } = properties;
  const choices = useChoices()(field);
  const isOpen = useIsOpen()(field);
  const { t } = useTranslation('record');
  const touch = useTouch();
  const common = {
    id, autoFocus, 'aria-label': id ? undefined : label, 'aria-invalid': invalid || undefined, 'aria-describedby': describedBy,
    status: invalid ? ('error' as const) : undefined, style: { width: '100%' },
  };
  const offered = choices?.filter((choice) => !choice.retired || choice.code === value)
    .map((choice) => ({ value: choice.code, label: choice.label }));
  const text = value === undefined || value === null ? '' : String(value);

  switch (field.type) {
    case 'choice':
    case 'user':
    case 'team':
      return isOpen || offered === undefined
        ? <AutoComplete {...common} value={text} options={offered} allowClear showSearch={{ filterOption: matches }}
            onChange={(chosen: string) => onChange(chosen || null)} />
        : <Select {...common} defaultOpen={opened} value={text || undefined} options={offered} allowClear={!field.required}
            showSearch={{ optionFilterProp: 'label' }} onChange={(chosen) => onChange(chosen ?? null)} />;
    case 'texts':
      return <Select {...common} mode="tags" value={(value as string[] | undefined) ?? []} options={offered}
        tokenSeparators={[',', '，', '、', ';', '；']} onChange={(chosen: string[]) => onChange(chosen)} />;
    case 'boolean':
      return <Select {...common} value={value === undefined || value === null ? undefined : String(value)} allowClear
        options={[{ value: 'true', label: t('yes') }, { value: 'false', label: t('no') }]}
        onChange={(chosen) => onChange(chosen === undefined ? null : chosen === 'true')} />;
    case 'reference':
    case 'references':
      return <ReferenceEditor {...properties} kind={field.refersTo!} several={field.type === 'references'} />;
    case 'date':
      return touch
        ? <Input {...common} type="date" value={text} onChange={(event) => onChange(event.target.value || null)} />
        : <DatePicker {...common} value={text ? dayjs(text) : null}
            onChange={(chosen) => onChange(chosen?.isValid() ? chosen.format('YYYY-MM-DD') : null)} />;
    case 'instant':
      return touch
        ? <Input {...common} type="datetime-local" value={text ? dayjs(text).format('YYYY-MM-DDTHH:mm') : ''}
            onChange={(event) => onChange(event.target.value ? dayjs(event.target.value).toISOString() : null)} />
        : <DatePicker {...common} showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" value={text ? dayjs(text) : null}
            onChange={(chosen) => onChange(chosen?.isValid() ? chosen.toISOString() : null)} />;
    case 'money':
      return <MoneyEditor {...properties} />;
    case 'number':
      return <Input {...common} inputMode="decimal" value={text} onChange={(event) => {
        const amount = readAmount(event.target.value);
        onChange(event.target.value === '' ? null : amount === event.target.value && Number.isSafeInteger(Number(amount))
          ? Number(amount) : amount ?? event.target.value);
      }} />;
    case 'lines':
      return <Input.TextArea {...common} autoSize={{ minRows: 2, maxRows: 8 }} value={text}
        onChange={(event) => onChange(event.target.value)} />;
    default:
      return <Input {...common} value={text} type={field.type === 'email' ? 'email' : field.type === 'phone' ? 'tel' : 'text'}
        autoComplete="off" onChange={(event) => onChange(event.target.value)} />;
  }
}

/** An amount as it is typed, in whatever notation; `5万` becomes 50000 when the input is left. */
function MoneyEditor({ value, onChange, id, label, autoFocus, invalid, describedBy }: FieldEditorProperties) {
  const { t } = useTranslation('record');
  const given = (value ?? null) as Money | null;
  const [currency, setCurrency] = useState(given?.currency ?? 'CNY');
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Space.Compact style={{ width: '100%' }}>
      <Input
        id={id} autoFocus={autoFocus} aria-label={id ? undefined : label} aria-invalid={invalid || undefined}
        aria-describedby={describedBy} inputMode="decimal" status={invalid ? 'error' : undefined} autoComplete="off"
        value={typed ?? given?.amount ?? ''}
        onChange={(event) => {
          setTyped(event.target.value);
          const amount = readAmount(event.target.value);
          onChange(event.target.value.trim() === '' ? null : { amount: amount ?? event.target.value, currency });
        }}
        onBlur={() => setTyped(null)}
      />
      <Select
        aria-label={t('currency')} value={currency} style={{ width: 92 }} showSearch
        options={(CURRENCIES.includes(currency) ? CURRENCIES : [currency, ...CURRENCIES]).map((code) => ({ value: code, label: code }))}
        onChange={(chosen) => {
          setCurrency(chosen);
          if (given) onChange({ amount: given.amount, currency: chosen });
        }}
      />
    </Space.Compact>
  );
}

function matches(input: string, option?: { label: string }): boolean {
  return option?.label.toLowerCase().includes(input.toLowerCase()) ?? false;
}
