import { describe, expect, it } from 'vitest';
import { allOf, quoted } from './related';

describe('conditions', () => {
  it('are none', () => expect(allOf(undefined, false)).toBeUndefined());
  it('stand alone', () => expect(allOf("kind eq 'CALL'", undefined)).toBe("kind eq 'CALL'"));
  it('keep to themselves among others', () => expect(allOf("a eq '1' or b eq '2'", "c eq '3'"))
    .toBe("(a eq '1' or b eq '2') and (c eq '3')"));
  it('hold any text', () => expect(quoted("O'Neil")).toBe("'O''Neil'"));
});
