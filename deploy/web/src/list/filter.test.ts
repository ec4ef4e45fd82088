import { describe, expect, it } from 'vitest';
import { allOf, anyOf, FilterSyntax, parseFilter, printFilter, readFilter, type Filter, type Literal, type Predicate } from './filter';

/** What the services print for these, see FilterPrinter: the page must read and write the same. */
const CANONICAL = [
  "region eq '北京'",
  "region eq '北京' and (salesStatus in ('FOLLOWING_UP', 'POTENTIAL') or openOpportunityAmount gt 10000)",
  "not name contains 'O''Reilly'",
  "not (a eq 1 or b eq 2)",
  "(a eq 1 and b eq 2) or c exists false",
  "founded between '2020-01-01' and '2020-12-31' and custom.größe-2 ge -1.50",
  "stalled eq true and owner eq null",
  "address.registered startsWith '深圳'",
  "not not a exists",
];

describe('a filter', () => {
  it.each(CANONICAL)('is written as it was read: %s', (text) => expect(printFilter(parseFilter(text))).toBe(text));

  it.each([
    ["A EQ 'x' OR b Exists TRUE", "A eq 'x' or b exists"],
    ['a between (1,2)', 'a between 1 and 2'],
    ['a eq 2026-01-31', "a eq '2026-01-31'"],
    ['a gt 2026-01-31T08:00:00+08:00', "a gt '2026-01-31T08:00:00+08:00'"],
    ['((a eq +007))', 'a eq 7'],
    ['a eq 1 and b eq 2 and c eq 3 or d eq 4', '(a eq 1 and b eq 2 and c eq 3) or d eq 4'],
    ['\u3000a\teq\n1', 'a eq 1'],
    ['andy eq 1 and orb eq 2', 'andy eq 1 and orb eq 2'],
  ])('may be written otherwise: %s', (text, canonical) => expect(printFilter(parseFilter(text))).toBe(canonical));

  it.each([
    ['', 0], ['a', 1], ['a eq', 4], ["a eq 'x", 5], ['a eq 1 and', 10], ['(a eq 1', 7], ['a eq 1)', 6], ['a like 1', 2],
    ['a in ()', 6], ['a eq 1; drop', 6], ['a between 1', 11],
  ])('that cannot be read names the place: %j', (text, offset) => {
    expect(() => parseFilter(text)).toThrow(FilterSyntax);
    try {
      parseFilter(text);
    } catch (failed) {
      expect((failed as FilterSyntax).offset).toBe(offset);
    }
  });

  it('that is too deep or too long is refused', () => {
    expect(readFilter(`${'('.repeat(30)}a eq 1${')'.repeat(30)}`)).toBeNull();
    expect(readFilter(`a eq '${'x'.repeat(9000)}'`)).toBeNull();
  });

  it('of any shape means the same when written and read again', () => {
    const random = generator(42);
    for (let round = 0; round < 2000; round++) {
      const filter = anyFilter(random, 4);
      expect(parseFilter(printFilter(filter))).toEqual(filter);
    }
  });

  it('is joined without needless parentheses', () => {
    const a = parseFilter('a eq 1');
    const both = allOf([a, parseFilter('b eq 2 and c eq 3')])!;
    expect(printFilter(both)).toBe('a eq 1 and b eq 2 and c eq 3');
    expect(printFilter(anyOf([both, null, a])!)).toBe('(a eq 1 and b eq 2 and c eq 3) or a eq 1');
    expect(allOf([null])).toBeNull();
  });
});

function generator(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

type Random = ReturnType<typeof generator>;

function anyFilter(random: Random, depth: number): Filter {
  const shape = depth === 0 ? 3 : random(5);
  if (shape === 0 || shape === 1) {
    const kind = shape === 0 ? 'and' : 'or';
    return { kind, terms: Array.from({ length: 2 + random(2) }, () => anyFilter(random, depth - 1)) };
  }
  return shape === 2 ? { kind: 'not', term: anyFilter(random, depth - 1) }
    : { kind: 'condition', field: pick(random, ['name', 'custom.größe-2', '客户', 'a_1.b2']), predicate: anyPredicate(random) };
}

function anyPredicate(random: Random): Predicate {
  switch (random(4)) {
    case 0:
      return { kind: 'in', values: Array.from({ length: 1 + random(3) }, () => anyLiteral(random)) };
    case 1:
      return { kind: 'between', low: anyLiteral(random), high: anyLiteral(random) };
    case 2:
      return { kind: 'exists', expected: random(2) === 0 };
    default:
      return { kind: 'compare', operator: pick(random, ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'contains', 'startsWith']), value: anyLiteral(random) };
  }
}

function anyLiteral(random: Random): Literal {
  switch (random(4)) {
    case 0:
      return { kind: 'number', number: pick(random, ['0', '-1.50', '12345678901234567890']) };
    case 1:
      return { kind: 'boolean', value: random(2) === 0 };
    case 2:
      return { kind: 'null' };
    default:
      return { kind: 'text', text: pick(random, ['', "'", "O''x", 'and', '北京 (朝阳)', '\u202e👩‍💻', '2026-01-01']) };
  }
}

function pick<T>(random: Random, values: readonly T[]): T {
  return values[random(values.length)]!;
}
