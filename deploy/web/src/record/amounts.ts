const UNITS: Record<string, number> = { 千: 3, 万: 4, 萬: 4, 百万: 6, 百萬: 6, 千万: 7, 千萬: 7, 亿: 8, 億: 8, k: 3, m: 6 };

/**
 * Reads an amount as people type it: `50,000`, `５万`, `1.2亿`, `-3.50`. Works on digits, never on binary numbers.
 *
 * @returns the plain decimal, or null where it is none
 */
export function readAmount(typed: string): string | null {
  const text = typed.normalize('NFKC').replaceAll(/[,，\s_]/g, '').replace(/^[¥$€]/, '').toLowerCase();
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?(千|万|萬|百万|百萬|千万|千萬|亿|億|k|m)?$/.exec(text);
  if (!parts || (!parts[2] && !parts[3])) return null;
  const shift = parts[4] ? UNITS[parts[4]]! : 0;
  const fraction = parts[3] ?? '';
  const whole = (parts[2] + fraction.slice(0, shift).padEnd(shift, '0')).replace(/^0+(?=\d)/, '') || '0';
  const rest = fraction.slice(shift);
  return `${parts[1] === '-' ? '-' : ''}${whole}${rest ? `.${rest}` : ''}`;
}
