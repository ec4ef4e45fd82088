import { describe, expect, it } from 'vitest';
import { customer } from '../customers/customer';
import { fieldOf } from '../record/kind';
import { comparisonsOf, emptyCondition, fromTree, toDraft, toFilter, toTree } from './conditions';
import { parseFilter, printFilter } from './filter';

const find = (name: string) => fieldOf(customer, name);

describe('a condition', () => {
  it.each([
    ["name contains '华为'", 'contains'],
    ["salesStatus in ('POTENTIAL', 'LOST')", 'in'],
    ["owner eq 'zhangsan'", 'in'],
    ["not level in ('NORMAL', 'KEY')", 'notIn'],
    ['annualRevenue between 10000.00 and 20000', 'between'],
    ["founded ge '2020-01-31'", 'ge'],
    ['phone exists false', 'missing'],
    ['stale eq true', 'eq'],
  ])('is edited and written as it was: %s', (expression, comparison) => {
    const draft = toDraft(parseFilter(expression), find)!;
    expect(draft.comparison).toBe(comparison);
    expect(printFilter(toFilter(draft, find(draft.field))!)).toBe(expression);
  });

  it('of a moment takes days where the reader is, to their last moment', () => {
    const filter = toFilter({ field: 'createdAt', comparison: 'between', values: ['2026-01-31', '2026-02-01'] }, find('createdAt'))!;
    expect(printFilter(filter)).toBe(
      `createdAt between '${new Date('2026-01-31T00:00:00').toISOString()}' and '${new Date('2026-02-01T23:59:59.999').toISOString()}'`);
    expect(toDraft(filter, find)?.values).toEqual(['2026-01-31', '2026-02-01']);
  });

  it('with one end of a range is at least or at most', () => {
    const range = (values: string[]) => toFilter({ field: 'annualRevenue', comparison: 'between', values }, find('annualRevenue'));
    expect(printFilter(range(['5', ''])!)).toBe('annualRevenue ge 5');
    expect(printFilter(range(['', '5'])!)).toBe('annualRevenue le 5');
    expect(range(['', ''])).toBeNull();
  });

  it('without a value is none yet', () => {
    customer.fields.filter((field) => field.type !== 'boolean')
      .forEach((field) => expect(toFilter(emptyCondition(field), field)).toBeNull());
  });

  it('can be made for every field', () => {
    customer.fields.forEach((field) => expect(comparisonsOf(field).length).toBeGreaterThan(0));
  });
});

describe('the tree of a filter', () => {
  it.each([
    "name contains 'a' and (owner eq 'b' or not (level eq 'VIP' and phone exists))",
    "not (a eq 1 or unknown.field lt 2)",
    "name ne 'x'",
    "openOpportunityAmount gt 10000 and region eq '北京'",
  ])('means what it was made of: %s', (expression) => {
    expect(printFilter(fromTree(toTree(parseFilter(expression), find), find)!)).toBe(expression);
  });

  it('leaves out what is not finished', () => {
    const tree = toTree(parseFilter("name contains 'a'"), find);
    const more = { ...tree, items: [...tree.items, { kind: 'condition' as const, condition: emptyCondition(find('phone')!) }] };
    expect(printFilter(fromTree(more, find)!)).toBe("name contains 'a'");
    expect(fromTree(toTree(null, find), find)).toBeNull();
  });
});
