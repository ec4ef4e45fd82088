import { CloseOutlined, FilterOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Modal, Popover, Spin } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../frame/language';
import type { RecordKind } from '../api/types';
import type { Field } from '../record/kind';
import { useChoices } from '../record/useFields';
import { toDraft } from './conditions';
import { inWords } from './describe';
import { allOf, printFilter, readFilter, termsOf, type Filter } from './filter';
import styles from './FilterBar.module.css';

const ConditionForm = lazy(async () => ({ default: (await import('./FilterEditors')).ConditionForm }));
const FilterForm = lazy(async () => ({ default: (await import('./FilterEditors')).FilterForm }));

export interface FilterBarProperties {
  kind: RecordKind;
  /** The filter in words of the language; empty for none. */
  expression: string;
  fields: readonly Field[];
  nameOf: (field: Field) => string;
  onChange: (expression: string) => void;
}

/** What the list is narrowed to: a chip for each condition, each with its small editor. */
export function FilterBar({ kind, expression, fields, nameOf, onChange }: FilterBarProperties) {
  const { t } = useTranslation('list');
  const language = useLanguage();
  const choicesOf = useChoices();
  const [editing, setEditing] = useState<number | 'new' | 'all' | null>(null);
  const filter = readFilter(expression);
  const terms = termsOf(filter);
  const fieldOf = (name: string) => fields.find((field) => field.name === name);
  const words = { t, language, fieldOf, nameOf, choicesOf };
  const context = { kind, fields, nameOf };
  const apply = (next: readonly (Filter | null)[]) => {
    const joined = allOf(next);
    setEditing(null);
    onChange(joined ? printFilter(joined) : '');
  };
  const bubble = (at: number | 'new') => editing === at && (
    <Suspense fallback={<Spin />}>
      <ConditionForm context={context} onCancel={() => setEditing(null)}
        initial={at === 'new' ? null : toDraft(terms[at]!, fieldOf)}
        onApply={(term) => apply(at === 'new' ? [...terms, term] : terms.map((old, place) => (place === at ? term : old)))} />
    </Suspense>
  );

  return (
    <div className={styles.bar} role="group" aria-label={t('filter.label')}>
      {filter === null && expression !== '' && (
        <span className={styles.chip}>
          <button type="button" className={styles.text} onClick={() => setEditing('all')}><code>{expression}</code></button>
        </span>
      )}
      {terms.map((term, at) => {
        const text = inWords(term, words);
        return (
          <span key={printFilter(term)} className={styles.chip}>
            <Popover open={editing === at} trigger="click" placement="bottomLeft" destroyOnHidden content={<>{bubble(at)}</>}
              onOpenChange={(open) => setEditing(open ? (toDraft(term, fieldOf) ? at : 'all') : null)}>
              <button type="button" className={styles.text} aria-label={t('filter.edit', { condition: text })}>{text}</button>
            </Popover>
            <button type="button" className={styles.remove} aria-label={t('filter.remove', { condition: text })}
              onClick={() => apply(terms.filter((_, place) => place !== at))}>
              <CloseOutlined aria-hidden />
            </button>
          </span>
        );
      })}
      <Popover open={editing === 'new'} trigger="click" placement="bottomLeft" destroyOnHidden content={<>{bubble('new')}</>}
        onOpenChange={(open) => setEditing(open ? 'new' : null)}>
        <Button size="small" type="text" icon={<PlusOutlined aria-hidden />}>{t('filter.add')}</Button>
      </Popover>
      <Button size="small" type="text" icon={<FilterOutlined aria-hidden />} onClick={() => setEditing('all')}>{t('filter.advanced')}</Button>
      {expression !== '' && <Button size="small" type="text" onClick={() => onChange('')}>{t('filter.clear')}</Button>}
      <Modal open={editing === 'all'} title={t('filter.advanced')} footer={null} width={760} destroyOnHidden onCancel={() => setEditing(null)}>
        {editing === 'all' && (
          <Suspense fallback={<Spin />}>
            <FilterForm context={context} initial={filter} onCancel={() => setEditing(null)} onApply={(next) => apply([next])} />
          </Suspense>
        )}
      </Modal>
    </div>
  );
}
