import { readAmount } from '../record/amounts';
import type { Money } from '../api/types';

/** One product of an order. */
export interface Line {
  product: string;
  /** A decimal as text. */
  quantity?: string;
  unitPrice?: Money;
  amount?: Money;
}

/** A line as it is being typed. */
export interface TypedLine {
  product: string;
  quantity: string;
  unitPrice: string;
}

export const typedOf = (line: Line): TypedLine =>
  ({ product: line.product, quantity: line.quantity ?? '', unitPrice: line.unitPrice?.amount ?? '' });

/** Lines as they are sent; the service multiplies and adds them up. Empty lines are left out. */
export function linesOf(typed: readonly TypedLine[], currency: string): Array<Omit<Line, 'amount'>> {
  return typed.filter((line) => line.product.trim() || line.quantity.trim() || line.unitPrice.trim()).map((line) => ({
    product: line.product.trim(),
    quantity: line.quantity.trim() ? (readAmount(line.quantity) ?? line.quantity) : '1',
    ...(line.unitPrice.trim() ? { unitPrice: { amount: readAmount(line.unitPrice) ?? line.unitPrice, currency } } : {}),
  }));
}
