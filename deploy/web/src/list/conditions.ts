import { allOf, anyOf, decimal, text, written, type Condition, type Filter, type Literal, type Operator } from './filter';
import type { Field, FieldType } from '../record/kind';

/** How a field is compared, as people choose it. */
export type Comparison = 'contains' | 'eq' | 'startsWith' | 'in' | 'notIn' | 'ge' | 'le' | 'between' | 'exists' | 'missing';

/** A condition while it is edited. */
export interface ConditionDraft {
  field: string;
  comparison: Comparison;
  /** One value, several, or the two ends; days as `2026-01-31`. */
  values: readonly string[];
}

/** A filter while it is edited: groups in groups. */
export type DraftNode =
  | { kind: 'condition'; condition: ConditionDraft }
  | { kind: 'group'; any: boolean; not: boolean; items: readonly DraftNode[] }
  /** What the editors do not know; it stays as it is written. */
  | { kind: 'other'; filter: Filter };

const TEXTS: readonly Comparison[] = ['contains', 'eq', 'startsWith', 'exists', 'missing'];
const CODES: readonly Comparison[] = ['in', 'notIn', 'exists', 'missing'];
const AMOUNTS: readonly Comparison[] = ['ge', 'le', 'between', 'eq', 'exists', 'missing'];

const COMPARISONS: Record<FieldType, readonly Comparison[]> = {
  text: TEXTS, lines: ['contains', 'exists', 'missing'], code: TEXTS, phone: TEXTS, email: TEXTS, website: TEXTS,
  choice: CODES, texts: CODES, user: CODES, team: CODES, reference: ['in', 'notIn', 'exists', 'missing'],
  references: ['in', 'notIn', 'exists', 'missing'],
  date: ['between', 'ge', 'le', 'exists', 'missing'], instant: ['between', 'ge', 'le', 'exists', 'missing'],
  money: AMOUNTS, number: AMOUNTS, boolean: ['eq'],
};

/** The comparisons that make sense for a field, the usual one first. */
export function comparisonsOf(field: Field): readonly Comparison[] {
  return field.type === 'text' && field.values ? CODES : COMPARISONS[field.type];
}

export function emptyCondition(field: Field): ConditionDraft {
  return { field: field.name, comparison: comparisonsOf(field)[0]!, values: field.type === 'boolean' ? ['true'] : [] };
}

/** The condition that is meant; null as long as it lacks a value. */
export function toFilter({ field: name, comparison, values }: ConditionDraft, field: Field | undefined): Filter | null {
  const type = field?.type ?? 'text';
  const given = values.filter((value) => value.trim() !== '');
  const condition = (predicate: Condition['predicate']): Condition => ({ kind: 'condition', field: name, predicate });
  const compare = (operator: Operator, value: string) => condition({ kind: 'compare', operator, value: literal(type, value, operator) });
  switch (comparison) {
    case 'exists':
    case 'missing':
      return condition({ kind: 'exists', expected: comparison === 'exists' });
    case 'in':
    case 'notIn': {
      if (given.length === 0) return null;
      const among: Condition = given.length === 1 ? compare('eq', given[0]!)
        : condition({ kind: 'in', values: given.map((value) => literal(type, value)) });
      return comparison === 'in' ? among : { kind: 'not', term: among };
    }
    case 'between': {
      const [low, high] = [values[0]?.trim() ?? '', values[1]?.trim() ?? ''];
      if (low && high) return condition({ kind: 'between', low: literal(type, low, 'ge'), high: literal(type, high, 'le') });
      return low ? compare('ge', low) : high ? compare('le', high) : null;
    }
    default:
      return given.length === 0 || !fits(type, given[0]!) ? null : compare(comparison, given[0]!);
  }
}

function fits(type: FieldType, value: string): boolean {
  return (type !== 'money' && type !== 'number') || /^[+-]?\d+(\.\d+)?$/.test(value);
}

/** Days of a moment are days where the reader is: from its first to its last millisecond. */
function literal(type: FieldType, value: string, operator: Operator = 'eq'): Literal {
  if (type === 'boolean') return { kind: 'boolean', value: value === 'true' };
  if (type === 'number' || type === 'money') return decimal(value);
  if (type === 'instant' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return text(new Date(`${value}T${operator === 'le' || operator === 'gt' ? '23:59:59.999' : '00:00:00'}`).toISOString());
  }
  return text(value);
}

/** The condition as the editors hold it; null where they cannot. */
export function toDraft(filter: Filter, fieldOf: (name: string) => Field | undefined): ConditionDraft | null {
  if (filter.kind === 'not') {
    const inner = toDraft(filter.term, fieldOf);
    return inner?.comparison === 'in' ? { ...inner, comparison: 'notIn' } : null;
  }
  if (filter.kind !== 'condition') return null;
  const field = fieldOf(filter.field);
  if (!field) return null;
  const draft = draftOf(filter, field);
  return draft && comparisonsOf(field).includes(draft.comparison) ? draft : null;
}

function draftOf({ field: name, predicate }: Condition, field: Field): ConditionDraft | null {
  const shown = (value: Literal) => {
    const plain = written(value);
    return field.type === 'instant' && !/^\d{4}-\d{2}-\d{2}$/.test(plain) && !Number.isNaN(Date.parse(plain))
      ? new Date(plain).toLocaleDateString('sv') : plain;
  };
  const draft = (comparison: Comparison, ...values: Literal[]): ConditionDraft | null =>
    values.some((value) => value.kind === 'null') ? null : { field: name, comparison, values: values.map(shown) };
  switch (predicate.kind) {
    case 'exists':
      return draft(predicate.expected ? 'exists' : 'missing');
    case 'in':
      return draft('in', ...predicate.values);
    case 'between':
      return draft('between', predicate.low, predicate.high);
    case 'compare': {
      const { operator, value } = predicate;
      const among = comparisonsOf(field).includes('in');
      switch (operator) {
        case 'eq':
          return draft(among ? 'in' : 'eq', value);
        case 'ne':
          return among ? draft('notIn', value) : null;
        case 'ge':
        case 'le':
        case 'contains':
        case 'startsWith':
          return draft(operator, value);
        default:
          return null;
      }
    }
  }
}

export function toTree(filter: Filter | null, fieldOf: (name: string) => Field | undefined): DraftNode & { kind: 'group' } {
  const node = filter === null ? null : nodeOf(filter, fieldOf);
  return node?.kind === 'group' && !node.not ? node
    : { kind: 'group', any: false, not: false, items: node ? [node] : [] };
}

function nodeOf(filter: Filter, fieldOf: (name: string) => Field | undefined): DraftNode {
  const condition = toDraft(filter, fieldOf);
  if (condition) return { kind: 'condition', condition };
  if (filter.kind === 'and' || filter.kind === 'or') {
    return { kind: 'group', any: filter.kind === 'or', not: false, items: filter.terms.map((item) => nodeOf(item, fieldOf)) };
  }
  if (filter.kind === 'not' && (filter.term.kind === 'and' || filter.term.kind === 'or')) {
    return { kind: 'group', any: filter.term.kind === 'or', not: true, items: filter.term.terms.map((item) => nodeOf(item, fieldOf)) };
  }
  return { kind: 'other', filter };
}

/** The filter that is meant; what is not finished is left out. */
export function fromTree(node: DraftNode, fieldOf: (name: string) => Field | undefined): Filter | null {
  switch (node.kind) {
    case 'other':
      return node.filter;
    case 'condition':
      return toFilter(node.condition, fieldOf(node.condition.field));
    case 'group': {
      const items = node.items.map((item) => fromTree(item, fieldOf));
      const all = node.any ? anyOf(items) : allOf(items);
      return all && node.not ? { kind: 'not', term: all } : all;
    }
  }
}
