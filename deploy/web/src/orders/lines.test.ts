import { describe, expect, it } from 'vitest';
import { linesOf, typedOf } from './lines';

describe('lines of an order', () => {
  it('are sent as they were typed, amounts read as people write them', () => {
    expect(linesOf([{ product: ' 设备网关 ', quantity: '２', unitPrice: '1.5万' }], 'CNY'))
      .toEqual([{ product: '设备网关', quantity: '2', unitPrice: { amount: '15000', currency: 'CNY' } }]);
  });

  it('are one piece unless said, and empty ones are none', () => {
    expect(linesOf([{ product: '培训', quantity: '', unitPrice: '' }, { product: ' ', quantity: '', unitPrice: '' }], 'CNY'))
      .toEqual([{ product: '培训', quantity: '1' }]);
  });

  it('leave the refusal of what is no number to the service', () => {
    expect(linesOf([{ product: 'a', quantity: 'x', unitPrice: 'y' }], 'CNY')[0]).toMatchObject({ quantity: 'x', unitPrice: { amount: 'y' } });
  });

  it('are typed from what stands', () => {
    expect(typedOf({ product: 'a', quantity: '3', unitPrice: { amount: '2.00', currency: 'CNY' } })).toEqual({ product: 'a', quantity: '3', unitPrice: '2.00' });
  });
});
