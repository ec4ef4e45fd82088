import { describe, expect, it } from 'vitest';
import { ago, day, label, money, number } from './formats';

describe('money', () => {
  it.each([
    ['zh-CN', 'CNY', '50000.00', '¥50,000'],
    ['zh-CN', 'USD', '1234.50', 'US$1,234.50'],
    ['zh-CN', 'JPY', '1000', 'JP¥1,000'],
    ['zh-TW', 'CNY', '50000.00', 'CN¥50,000'],
    ['en', 'CNY', '50000.10', 'CN¥50,000.10'],
    ['en', 'USD', '-3.00', '-$3'],
  ] as const)('in %s of %s %s reads %s', (language, currency, amount, text) => {
    expect(money({ amount, currency }, language)).toBe(text);
  });

  it('keeps every digit that a binary number would lose', () => {
    expect(money({ amount: '90071992547409931.07', currency: 'CNY' }, 'zh-CN')).toBe('¥90,071,992,547,409,931.07');
  });

  it('shows what is no currency as it stands', () => {
    expect(money({ amount: 'abc', currency: '?' }, 'en')).toBe('abc ?');
  });
});

describe('numbers', () => {
  it('keep every digit', () => expect(number('12345678901234567890.5', 'zh-CN')).toBe('12,345,678,901,234,567,890.5'));
});

describe('days', () => {
  it.each([['zh-CN', '2026/1/31'], ['zh-TW', '2026/1/31'], ['en', 'Jan 31, 2026']] as const)(
    'in %s read %s', (language, text) => expect(day('2026-01-31', language)).toBe(text));
});

describe('moments', () => {
  const now = Date.parse('2026-11-22T08:00:00Z');
  it.each([
    ['zh-CN', '2026-11-22T05:00:00Z', '3小时前'],
    ['zh-CN', '2026-11-21T07:00:00Z', '昨天'],
    ['zh-TW', '2026-11-22T07:55:00Z', '5 分鐘前'],
    ['en', '2026-11-25T09:00:00Z', 'in 3 days'],
  ] as const)('in %s, %s is %s', (language, time, text) => expect(ago(time, language, now)).toBe(text));

  it('are a day beyond a week', () => expect(ago('2026-11-01T05:00:00Z', 'en', now)).toBe('Nov 1, 2026'));
});

describe('labels', () => {
  it('fall back to the nearest language', () => {
    expect(label({ 'zh-CN': '华东', en: 'East' }, 'zh-TW', 'x')).toBe('华东');
    expect(label({ 'zh-CN': '华东' }, 'en', 'x')).toBe('华东');
    expect(label({}, 'en', 'x')).toBe('x');
  });
});
