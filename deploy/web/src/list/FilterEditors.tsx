import { CloseOutlined, CopyOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../api/client';
import { number } from '../api/formats';
import { COLLECTIONS } from '../api/records';
import type { RecordKind } from '../api/types';
import { useTouch } from '../frame/appearance';
import { useLanguage } from '../frame/language';
import { readAmount } from '../record/amounts';
import { FieldEditor } from '../record/FieldEditor';
import type { Field } from '../record/kind';
import { useChoices } from '../record/useFields';
import { comparisonsOf, emptyCondition, fromTree, toFilter, toTree, type Comparison, type ConditionDraft, type DraftNode } from './conditions';
import { FilterSyntax, parseFilter, printFilter, type Filter } from './filter';
import styles from './FilterEditors.module.css';

export interface EditorContext {
  kind: RecordKind;
  /** Those that can be filtered by. */
  fields: readonly Field[];
  nameOf: (field: Field) => string;
}

interface ConditionProperties extends EditorContext {
  value: ConditionDraft;
  onChange: (value: ConditionDraft) => void;
}

/** The small editor of one condition, in a chip's bubble. */
export function ConditionForm({ initial, context, onApply, onCancel }:
  { initial: ConditionDraft | null; context: EditorContext; onApply: (filter: Filter | null) => void; onCancel: () => void }) {
  const { t } = useTranslation('list');
  const [draft, setDraft] = useState<ConditionDraft | null>(initial);
  const field = context.fields.find(({ name }) => name === draft?.field);
  const filter = draft && toFilter(draft, field);
  return (
    <form className={styles.bubble} onSubmit={(event) => {
      event.preventDefault();
      if (filter) onApply(filter);
    }} onKeyDown={(event) => {
      if (event.key === 'Escape') onCancel();
    }}>
      <ConditionInputs {...context} value={draft} onChange={setDraft} autoFocus />
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" disabled={!filter}>{t('filter.apply')}</Button>
        <Button onClick={onCancel}>{t('filter.cancel')}</Button>
      </div>
    </form>
  );
}

function ConditionInputs({ kind, fields, nameOf, value, onChange, autoFocus }: EditorContext
  & { value: ConditionDraft | null; onChange: (value: ConditionDraft) => void; autoFocus?: boolean }) {
  const { t } = useTranslation('list');
  const field = fields.find(({ name }) => name === value?.field);
  return (
    <>
      <Select
        aria-label={t('filter.field')} placeholder={t('filter.field')} autoFocus={autoFocus && !field} value={value?.field}
        defaultOpen={autoFocus && !field} className={styles.field} showSearch={{ optionFilterProp: 'label' }}
        options={fields.map((each) => ({ value: each.name, label: nameOf(each) }))}
        onChange={(name) => onChange(emptyCondition(fields.find((each) => each.name === name)!))}
      />
      {value && field && (
        <>
          {comparisonsOf(field).length > 1 && (
            <Select
              aria-label={t('filter.operator')} value={value.comparison} className={styles.operator}
              options={comparisonsOf(field).map((each) => ({ value: each, label: t(operatorKey(each, field)) }))}
              onChange={(comparison) => onChange({ ...value, comparison })}
            />
          )}
          <ConditionValues kind={kind} fields={fields} nameOf={nameOf} value={value} onChange={onChange} field={field}
            autoFocus={autoFocus} />
        </>
      )}
    </>
  );
}

function operatorKey(comparison: Comparison, field: Field) {
  const days = field.type === 'date' || field.type === 'instant';
  switch (comparison) {
    case 'notIn':
      return 'operators.ne' as const;
    case 'ge':
      return days ? 'operators.after' as const : 'operators.ge' as const;
    case 'le':
      return days ? 'operators.before' as const : 'operators.le' as const;
    default:
      return `operators.${comparison}` as const;
  }
}

function ConditionValues({ kind, value, onChange, field, nameOf, autoFocus }: ConditionProperties & { field: Field; autoFocus?: boolean }) {
  const { t } = useTranslation(['list', 'record']);
  const set = (values: readonly string[]) => onChange({ ...value, values });
  const label = `${nameOf(field)} ${t('list:filter.value')}`;
  if (value.comparison === 'exists' || value.comparison === 'missing') return null;
  switch (field.type) {
    case 'boolean':
      return <Select aria-label={label} value={value.values[0] ?? 'true'} onChange={(chosen) => set([chosen])} className={styles.value}
        options={[{ value: 'true', label: t('record:yes') }, { value: 'false', label: t('record:no') }]} />;
    case 'reference':
    case 'references':
      return <div className={styles.value}><FieldEditor field={{ ...field, type: 'reference' }} label={label} autoFocus={autoFocus}
        value={value.values[0]} onChange={(chosen) => set(chosen ? [String(chosen)] : [])} /></div>;
    case 'date':
    case 'instant':
      return value.comparison === 'between'
        ? <span className={styles.range}>
            <DayInput label={t('list:filter.from')} value={value.values[0]} onChange={(from) => set([from, value.values[1] ?? ''])} />
            –
            <DayInput label={t('list:filter.to')} value={value.values[1]} onChange={(to) => set([value.values[0] ?? '', to])} />
          </span>
        : <DayInput label={label} value={value.values[0]} onChange={(chosen) => set([chosen])} />;
    case 'money':
    case 'number':
      return value.comparison === 'between'
        ? <span className={styles.range}>
            <AmountInput label={t('list:filter.from')} value={value.values[0]} onChange={(from) => set([from, value.values[1] ?? ''])} autoFocus={autoFocus} />
            –
            <AmountInput label={t('list:filter.to')} value={value.values[1]} onChange={(to) => set([value.values[0] ?? '', to])} />
          </span>
        : <AmountInput label={label} value={value.values[0]} onChange={(chosen) => set([chosen])} autoFocus={autoFocus} />;
    default:
      return value.comparison === 'in' || value.comparison === 'notIn'
        ? <CodesInput kind={kind} field={field} label={label} values={value.values} onChange={set} autoFocus={autoFocus} />
        : <Input aria-label={label} className={styles.value} autoFocus={autoFocus} value={value.values[0] ?? ''} onChange={(event) => set([event.target.value])} />;
  }
}

function DayInput({ label, value, onChange }: { label: string; value: string | undefined; onChange: (day: string) => void }) {
  return useTouch()
    ? <Input type="date" aria-label={label} value={value ?? ''} onChange={(event) => onChange(event.target.value)} />
    : <DatePicker aria-label={label} placeholder={label} value={value ? dayjs(value) : null}
        onChange={(chosen) => onChange(chosen?.isValid() ? chosen.format('YYYY-MM-DD') : '')} />;
}

function AmountInput({ label, value, onChange, autoFocus }:
  { label: string; value: string | undefined; onChange: (amount: string) => void; autoFocus?: boolean }) {
  const [typed, setTyped] = useState<string | null>(null);
  return <Input aria-label={label} placeholder={label} inputMode="decimal" autoFocus={autoFocus} value={typed ?? value ?? ''}
    onChange={(event) => {
      setTyped(event.target.value);
      onChange(readAmount(event.target.value) ?? '');
    }} onBlur={() => setTyped(null)} />;
}

interface Facets {
  facets: Record<string, Array<{ value: string; count: number }>>;
}

/** Values to choose from: those of an administered list, or those that occur, with how often. */
function CodesInput({ kind, field, label, values, onChange, autoFocus }:
  { kind: RecordKind; field: Field; label: string; values: readonly string[]; onChange: (values: string[]) => void; autoFocus?: boolean }) {
  const language = useLanguage();
  const choices = useChoices()(field);
  const facets = useQuery({
    queryKey: ['facets', kind, field.name],
    enabled: !!field.counted,
    queryFn: ({ signal }) => get<Facets>(`${COLLECTIONS[kind]}/facets`, { fields: field.name }, signal),
  });
  const counted = new Map((facets.data?.facets[field.name] ?? []).map(({ value, count }) => [String(value), count]));
  const codes = [...new Set([...(choices ?? []).map(({ code }) => code), ...counted.keys()])];
  const options = codes.map((code) => {
    const name = choices?.find((choice) => choice.code === code)?.label ?? code;
    const count = counted.get(code);
    return { value: code, label: count === undefined ? name : `${name} (${number(count, language)})` };
  });
  return (
    <Select aria-label={label} mode={choices && field.type === 'choice' && codes.length > 0 ? 'multiple' : 'tags'} className={styles.value} autoFocus={autoFocus}
      defaultOpen={autoFocus} value={[...values]} options={options} loading={facets.isFetching} onChange={onChange}
      showSearch={{ optionFilterProp: 'label' }} />
  );
}

/** The whole filter: groups in groups, and the expression behind them. */
export function FilterForm({ initial, context, onApply, onCancel }:
  { initial: Filter | null; context: EditorContext; onApply: (filter: Filter | null) => void; onCancel: () => void }) {
  const { t } = useTranslation('list');
  const { message } = App.useApp();
  const find = (name: string) => context.fields.find((field) => field.name === name);
  const [tree, setTree] = useState<DraftNode>(() => toTree(initial, find));
  const [typed, setTyped] = useState<string | null>(null);
  const made = fromTree(tree, find);
  const expression = typed ?? (made ? printFilter(made) : '');
  const wrong = typed === null || typed.trim() === '' ? null : syntaxOf(typed);
  const type = (text: string) => {
    setTyped(text);
    if (text.trim() === '') setTree(toTree(null, find));
    else if (!syntaxOf(text)) setTree(toTree(parseFilter(text), find));
  };
  return (
    <form className={styles.form} onSubmit={(event) => {
      event.preventDefault();
      if (!wrong) onApply(made);
    }}>
      <Node node={tree} context={context} onChange={(next) => {
        setTyped(null);
        setTree(next ?? toTree(null, find));
      }} top />
      <label className={styles.expression}>
        <span>{t('filter.expression')}</span>
        <Input.TextArea value={expression} autoSize={{ minRows: 2, maxRows: 6 }} spellCheck={false} status={wrong ? 'error' : undefined}
          onChange={(event) => type(event.target.value)} />
        <small>{wrong
          ? t('filter.unreadable', { position: wrong.offset + 1, found: wrong.found || t('filter.end') })
          : t('filter.expressionHint')}</small>
      </label>
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" disabled={wrong !== null}>{t('filter.apply')}</Button>
        <Button onClick={onCancel}>{t('filter.cancel')}</Button>
        <Button icon={<CopyOutlined aria-hidden />} disabled={!expression} onClick={() => void copy(expression).then(() => message.success(t('filter.copied')))}>
          {t('filter.copy')}
        </Button>
      </div>
    </form>
  );
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

function syntaxOf(text: string): FilterSyntax | null {
  try {
    parseFilter(text);
    return null;
  } catch (failed) {
    if (failed instanceof FilterSyntax) return failed;
    throw failed;
  }
}

function Node({ node, context, onChange, top }:
  { node: DraftNode; context: EditorContext; onChange: (node: DraftNode | null) => void; top?: boolean }) {
  const { t } = useTranslation('list');
  const removal = (label: string) => (
    <Button type="text" icon={<CloseOutlined aria-hidden />} aria-label={label} onClick={() => onChange(null)} />
  );
  if (node.kind === 'other') {
    const text = printFilter(node.filter);
    return <div className={styles.row}><code className={styles.other}>{text}</code>{removal(t('filter.remove', { condition: text }))}</div>;
  }
  if (node.kind === 'condition') {
    const field = context.fields.find(({ name }) => name === node.condition.field);
    return (
      <div className={styles.row}>
        <ConditionInputs {...context} value={node.condition} onChange={(condition) => onChange({ kind: 'condition', condition })} />
        {removal(t('filter.remove', { condition: field ? context.nameOf(field) : node.condition.field }))}
      </div>
    );
  }
  const change = (at: number, item: DraftNode | null) => onChange({
    ...node, items: item ? node.items.map((old, place) => (place === at ? item : old)) : node.items.filter((_, place) => place !== at),
  });
  const first = context.fields[0]!;
  return (
    <fieldset className={top ? styles.top : styles.group}>
      <legend className="unseen">{t('filter.group')}</legend>
      <div className={styles.row}>
        <Select aria-label={t('filter.group')} value={`${node.not ? 'not ' : ''}${node.any ? 'any' : 'all'}`}
          options={[
            { value: 'all', label: t('filter.all') }, { value: 'any', label: t('filter.any') },
            ...(top ? [] : [
              { value: 'not all', label: `${t('filter.not')}: ${t('filter.all')}` },
              { value: 'not any', label: `${t('filter.not')}: ${t('filter.any')}` },
            ]),
          ]}
          onChange={(chosen) => onChange({ ...node, any: chosen.endsWith('any'), not: chosen.startsWith('not') })} />
        {!top && removal(t('filter.removeGroup'))}
      </div>
      {node.items.map((item, at) => <Node key={at} node={item} context={context} onChange={(next) => change(at, next)} />)}
      <div className={styles.buttons}>
        <Button size="small" icon={<PlusOutlined aria-hidden />}
          onClick={() => onChange({ ...node, items: [...node.items, { kind: 'condition', condition: emptyCondition(first) }] })}>
          {t('filter.add')}
        </Button>
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => onChange({
          ...node,
          items: [...node.items, { kind: 'group', any: !node.any, not: false, items: [{ kind: 'condition', condition: emptyCondition(first) }] }],
        })}>{t('filter.addGroup')}</Button>
      </div>
    </fieldset>
  );
}
