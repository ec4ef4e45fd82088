/**
 * The filter language of lists, as the services read it (see FilterGrammar.g4): read, written and built here so that a
 * filter can be shown as chips, edited as text and shared as a link.
 */
export type Filter =
  | { kind: 'and'; terms: readonly Filter[] }
  | { kind: 'or'; terms: readonly Filter[] }
  | { kind: 'not'; term: Filter }
  | Condition;

export interface Condition {
  kind: 'condition';
  field: string;
  predicate: Predicate;
}

export type Operator = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'contains' | 'startsWith';

export type Predicate =
  | { kind: 'compare'; operator: Operator; value: Literal }
  | { kind: 'in'; values: readonly Literal[] }
  | { kind: 'between'; low: Literal; high: Literal }
  | { kind: 'exists'; expected: boolean };

/** Numbers stay the text they were written as: no digit is lost. */
export type Literal =
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'null' };

/** A filter that cannot be read, with the place that does not fit. */
export class FilterSyntax extends Error {
  /** Characters before the place. */
  readonly offset: number;

  constructor(offset: number, readonly found: string) {
    super(`unexpected at ${offset}: ${found}`);
    this.name = 'FilterSyntax';
    this.offset = offset;
  }
}

export const MOST_CHARACTERS = 8000;
const MOST_DEPTH = 20;

interface Token {
  kind: 'name' | 'word' | 'string' | 'number' | 'moment' | 'sign' | 'end';
  text: string;
  offset: number;
}

const WORDS = new Set(['and', 'or', 'not', 'eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in', 'contains', 'startswith', 'exists',
  'between', 'true', 'false', 'null']);
const OPERATORS = new Map<string, Operator>((['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'contains', 'startsWith'] as const)
  .map((operator) => [operator.toLowerCase(), operator]));

const BLANK = /\p{White_Space}+/uy;
const STRING = /'(?:[^']|'')*'/uy;
const MOMENT = /\d{4}-\d{2}-\d{2}(?:[tT]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[zZ]|[+-]\d{2}:\d{2}))?/uy;
const NUMBER = /[+-]?\d+(?:\.\d+)?/uy;
const NAME = /[\p{L}_][\p{L}_\p{Nd}]*(?:\.[\p{L}_\p{Nd}][\p{L}_\p{Nd}-]*)*/uy;
const SIGN = /[(),]/uy;

function tokens(text: string): Token[] {
  const found: Token[] = [];
  let offset = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = offset;
    return pattern.exec(text)?.[0] ?? null;
  };
  while (offset < text.length) {
    const blank = take(BLANK);
    if (blank) {
      offset += blank.length;
      continue;
    }
    const [kind, match] = (([
      ['string', take(STRING)], ['moment', take(MOMENT)], ['number', take(NUMBER)], ['name', take(NAME)], ['sign', take(SIGN)],
    ] as const).find(([, candidate]) => candidate !== null)) ?? ['sign', null];
    if (match === null) throw new FilterSyntax(offset, text[offset]!);
    found.push({ kind: kind === 'name' && WORDS.has(match.toLowerCase()) ? 'word' : kind, text: match, offset });
    offset += match.length;
  }
  found.push({ kind: 'end', text: '', offset: text.length });
  return found;
}

/**
 * Reads a filter.
 *
 * @throws FilterSyntax where it is none, or too long or too deep
 */
export function parseFilter(text: string): Filter {
  if (text.length > MOST_CHARACTERS) throw new FilterSyntax(MOST_CHARACTERS, '…');
  return new Reader(tokens(text)).filter();
}

/** The filter, or null where it cannot be read. */
export function readFilter(text: string | undefined): Filter | null {
  if (!text?.trim()) return null;
  try {
    return parseFilter(text);
  } catch (failed) {
    if (failed instanceof FilterSyntax) return null;
    throw failed;
  }
}

class Reader {
  private at = 0;
  private depth = 0;

  constructor(private readonly all: readonly Token[]) {}

  filter(): Filter {
    const read = this.expression();
    if (this.next.kind !== 'end') this.refuse();
    return read;
  }

  private expression(): Filter {
    const terms = [this.conjunction()];
    while (this.skipWord('or')) terms.push(this.conjunction());
    return terms.length === 1 ? terms[0]! : { kind: 'or', terms };
  }

  private conjunction(): Filter {
    const terms = [this.term()];
    while (this.skipWord('and')) terms.push(this.term());
    return terms.length === 1 ? terms[0]! : { kind: 'and', terms };
  }

  private term(): Filter {
    if (++this.depth > MOST_DEPTH) this.refuse();
    try {
      if (this.skipWord('not')) return { kind: 'not', term: this.term() };
      if (this.skipSign('(')) {
        const inner = this.expression();
        this.sign(')');
        return inner;
      }
      const name = this.next;
      if (name.kind !== 'name') this.refuse();
      this.at++;
      return { kind: 'condition', field: name.text, predicate: this.predicate() };
    } finally {
      this.depth--;
    }
  }

  private predicate(): Predicate {
    const word = this.next;
    if (word.kind !== 'word') this.refuse();
    this.at++;
    const code = word.text.toLowerCase();
    const operator = OPERATORS.get(code);
    if (operator) return { kind: 'compare', operator, value: this.value() };
    switch (code) {
      case 'in':
        return { kind: 'in', values: this.values() };
      case 'between': {
        if (this.skipSign('(')) {
          const low = this.value();
          this.sign(',');
          const high = this.value();
          this.sign(')');
          return { kind: 'between', low, high };
        }
        const low = this.value();
        if (!this.skipWord('and')) this.refuse();
        return { kind: 'between', low, high: this.value() };
      }
      case 'exists':
        return this.skipWord('false') ? { kind: 'exists', expected: false }
          : { kind: 'exists', expected: this.skipWord('true') || true };
      default:
        this.at--;
        return this.refuse();
    }
  }

  private values(): Literal[] {
    this.sign('(');
    const values = [this.value()];
    while (this.skipSign(',')) values.push(this.value());
    this.sign(')');
    return values;
  }

  private value(): Literal {
    const token = this.next;
    this.at++;
    switch (token.kind) {
      case 'string':
        return { kind: 'text', text: token.text.slice(1, -1).replaceAll("''", "'") };
      case 'number':
        return { kind: 'number', number: plain(token.text) };
      case 'moment':
        return { kind: 'text', text: token.text };
      case 'word': {
        const word = token.text.toLowerCase();
        if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true' };
        if (word === 'null') return { kind: 'null' };
      }
    }
    this.at--;
    return this.refuse();
  }

  private get next(): Token {
    return this.all[this.at]!;
  }

  private skipWord(word: string): boolean {
    const found = this.next.kind === 'word' && this.next.text.toLowerCase() === word;
    if (found) this.at++;
    return found;
  }

  private skipSign(sign: string): boolean {
    const found = this.next.kind === 'sign' && this.next.text === sign;
    if (found) this.at++;
    return found;
  }

  private sign(sign: string): void {
    if (!this.skipSign(sign)) this.refuse();
  }

  private refuse(): never {
    throw new FilterSyntax(this.next.offset, this.next.text);
  }
}

/** As the services write it: without `+` and without zeros in front. */
function plain(number: string): string {
  const parts = /^([+-]?)0*(\d+(?:\.\d+)?)$/.exec(number);
  return parts ? (parts[1] === '-' ? '-' : '') + parts[2] : number;
}

/** Writes a filter in the one way that means the same when read again, by this page and by the services. */
export function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case 'or':
      return filter.terms.map(term).join(' or ');
    case 'and':
      return filter.terms.map(term).join(' and ');
    case 'not':
      return `not ${term(filter.term)}`;
    case 'condition':
      return `${filter.field} ${printPredicate(filter.predicate)}`;
  }
}

function term(filter: Filter): string {
  return filter.kind === 'and' || filter.kind === 'or' ? `(${printFilter(filter)})` : printFilter(filter);
}

function printPredicate(predicate: Predicate): string {
  switch (predicate.kind) {
    case 'compare':
      return `${predicate.operator} ${printLiteral(predicate.value)}`;
    case 'in':
      return `in (${predicate.values.map(printLiteral).join(', ')})`;
    case 'between':
      return `between ${printLiteral(predicate.low)} and ${printLiteral(predicate.high)}`;
    case 'exists':
      return predicate.expected ? 'exists' : 'exists false';
  }
}

function printLiteral(value: Literal): string {
  switch (value.kind) {
    case 'text':
      return `'${value.text.replaceAll("'", "''")}'`;
    case 'number':
      return value.number;
    case 'boolean':
      return String(value.value);
    case 'null':
      return 'null';
  }
}

/** The parts of a filter that must all hold: the chips. */
export function termsOf(filter: Filter | null): readonly Filter[] {
  return filter === null ? [] : filter.kind === 'and' ? filter.terms : [filter];
}

/** All of these; null for none, the part itself for one; parts that are themselves joined by and are taken apart. */
export function allOf(terms: readonly (Filter | null)[]): Filter | null {
  return joined('and', terms);
}

export function anyOf(terms: readonly (Filter | null)[]): Filter | null {
  return joined('or', terms);
}

function joined(kind: 'and' | 'or', terms: readonly (Filter | null)[]): Filter | null {
  const flat = terms.filter((part): part is Filter => part !== null).flatMap((part) => (part.kind === kind ? part.terms : [part]));
  return flat.length === 0 ? null : flat.length === 1 ? flat[0]! : { kind, terms: flat };
}

export const text = (value: string): Literal => ({ kind: 'text', text: value });
export const decimal = (value: string): Literal => ({ kind: 'number', number: plain(value) });

/** A literal as people see it. */
export function written(value: Literal): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return value.number;
    case 'boolean':
      return String(value.value);
    case 'null':
      return '';
  }
}
