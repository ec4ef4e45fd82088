import { describe, expect, it } from 'vitest';
import { readAmount } from './amounts';

describe('an amount', () => {
  it.each([
    ['50000', '50000'], ['50,000.50', '50000.50'], ['５万', '50000'], ['1.2亿', '120000000'], ['0.00005萬', '0.5'],
    ['¥ 3', '3'], ['-3.50', '-3.50'], ['.5', '0.5'], ['12k', '12000'], ['007', '7'],
    ['90071992547409931.07', '90071992547409931.07'],
  ])('typed as %s is %s', (typed, amount) => expect(readAmount(typed)).toBe(amount));

  it.each(['', 'abc', '1.2.3', '五万', '万', '1e5', '-'])('is not read from %j', (typed) => expect(readAmount(typed)).toBeNull());
});
