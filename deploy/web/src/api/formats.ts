import type { Label, Money } from './types';

export type Language = 'zh-CN' | 'zh-TW' | 'en';

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

const cache = new Map<string, unknown>();

function cached<T>(key: string, make: () => T): T {
  if (!cache.has(key)) cache.set(key, make());
  return cache.get(key) as T;
}

/** A decimal in the reader's habit, digit for digit: text is never made a binary number. */
export function number(value: string | number, language: Language): string {
  const format = cached(`n${language}`, () => new Intl.NumberFormat(language, { maximumFractionDigits: 20 }));
  return isDecimal(value) ? format.format(value as Intl.StringNumericLiteral) : String(value);
}

/** An amount with the sign of its currency; zero cents are left out. */
export function money(value: Money, language: Language): string {
  if (!isDecimal(value.amount)) return `${value.amount} ${value.currency}`;
  const format = cached(`m${language}${value.currency}`, () => currencyFormat(value.currency, language));
  return format.format(value.amount as Intl.StringNumericLiteral);
}

function currencyFormat(currency: string, language: Language): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(language, {
      style: 'currency', currency, minimumFractionDigits: undefined, maximumFractionDigits: 6,
      trailingZeroDisplay: 'stripIfInteger',
    } as Intl.NumberFormatOptions);
  } catch {
    return new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
  }
}

function isDecimal(value: string | number): boolean {
  return typeof value === 'number' ? Number.isFinite(value) : /^[+-]?\d+(\.\d+)?$/.test(value);
}

/** A calendar day such as `2026-01-31`, which is the same day everywhere. */
export function day(value: string, language: Language): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!parts) return value;
  const format = cached(`d${language}`, () => new Intl.DateTimeFormat(language, {
    year: 'numeric', month: language === 'en' ? 'short' : 'numeric', day: 'numeric', timeZone: 'UTC',
  }));
  return format.format(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
}

/** A moment in full, in the reader's time zone. */
export function moment(value: string, language: Language): string {
  const time = Date.parse(value);
  if (Number.isNaN(time)) return value;
  const format = cached(`i${language}`, () => new Intl.DateTimeFormat(language, {
    year: 'numeric', month: language === 'en' ? 'short' : 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit',
    hourCycle: 'h23',
  }));
  return format.format(time);
}

/** A moment within a week in words (3 小时前), any other as its day. */
export function ago(value: string, language: Language, now: number = Date.now()): string {
  const time = Date.parse(value);
  if (Number.isNaN(time)) return value;
  const difference = time - now;
  if (Math.abs(difference) >= WEEK_DAYS * DAY_MS) {
    const format = cached(`l${language}`, () => new Intl.DateTimeFormat(language, {
      year: 'numeric', month: language === 'en' ? 'short' : 'numeric', day: 'numeric',
    }));
    return format.format(time);
  }
  const format = cached(`r${language}`, () => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));
  const [unit, length] = unitOf(Math.abs(difference));
  return format.format(Math.trunc(difference / length) || 0, unit);
}

function unitOf(distance: number): [Intl.RelativeTimeFormatUnit, number] {
  if (distance < 60_000) return ['second', 60_000];
  if (distance < 3_600_000) return ['minute', 60_000];
  return distance < DAY_MS ? ['hour', 3_600_000] : ['day', DAY_MS];
}

/** The name in the reader's language, else in the nearest one; the code where nothing fits. */
export function label(labels: Label | undefined, language: Language, code: string): string {
  if (!labels) return code;
  const order = language === 'zh-TW' ? ['zh-TW', 'zh-CN', 'en'] : language === 'zh-CN' ? ['zh-CN', 'zh-TW', 'en']
    : ['en', 'zh-CN', 'zh-TW'];
  return order.map((tag) => labels[tag]).find(Boolean) ?? Object.values(labels)[0] ?? code;
}
