import type { TFunction } from 'i18next';
import { day, moment, number, type Language } from '../api/formats';
import { named } from '../record/FieldValue';
import type { Field } from '../record/kind';
import type { Choice } from '../record/useFields';
import { toDraft } from './conditions';
import { printFilter, type Filter } from './filter';

export interface Words {
  t: TFunction<'list'>;
  language: Language;
  fieldOf: (name: string) => Field | undefined;
  nameOf: (field: Field) => string;
  choicesOf: (field: Field) => readonly Choice[] | undefined;
}

/** A filter in words, for chips and for readers of screens. */
export function inWords(filter: Filter, words: Words): string {
  const { t } = words;
  const draft = toDraft(filter, words.fieldOf);
  if (draft) {
    const field = words.fieldOf(draft.field)!;
    const values = draft.values.map((value) => valueInWords(field, value, words));
    const name = words.nameOf(field);
    switch (draft.comparison) {
      case 'exists':
      case 'missing':
        return `${name} ${t(`operators.${draft.comparison}`)}`;
      case 'between':
        return `${name} ${values.join(' – ')}`;
      case 'in':
        return `${name}: ${values.join(` ${t('filter.or')} `)}`;
      case 'notIn':
        return `${name} ${t('operators.ne')} ${values.join(` ${t('filter.or')} `)}`;
      case 'eq':
        return field.type === 'boolean' ? `${name}: ${values[0]}` : `${name} ${t('operators.eq')} ${values[0]}`;
      case 'ge':
      case 'le':
        return field.type === 'date' || field.type === 'instant'
          ? `${name} ${t(draft.comparison === 'ge' ? 'operators.after' : 'operators.before')} ${values[0]}`
          : `${name} ${draft.comparison === 'ge' ? '≥' : '≤'} ${values[0]}`;
      default:
        return `${name} ${t(`operators.${draft.comparison}`)} ${values[0]}`;
    }
  }
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.terms.map((item) => (item.kind === 'and' || item.kind === 'or' ? `(${inWords(item, words)})` : inWords(item, words)))
        .join(` ${t(`filter.${filter.kind}`)} `);
    case 'not':
      return `${t('filter.not')} (${inWords(filter.term, words)})`;
    case 'condition':
      return printFilter(filter);
  }
}

function valueInWords(field: Field, value: string, { language, choicesOf, t }: Words): string {
  switch (field.type) {
    case 'date':
      return day(value, language);
    case 'instant':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value, language) : moment(value, language);
    case 'money':
    case 'number':
      return number(value, language);
    case 'boolean':
      return t(value === 'true' ? 'yes' : 'no', { ns: 'record' });
    default:
      return named(choicesOf(field), value);
  }
}
