import { describe, expect, it } from 'vitest';
import { isHidden, isSearchable, may, type Me } from './me';

const me: Me = {
  user: 'zhangsan', roles: ['rep'], scopes: [],
  rights: { customer: { read: 'team', write: 'own', assign: 'none' } },
  fields: { customer: { phone: 'contactData', annualRevenue: 'money', address: 'contactData', 'purchases.count': ['money', 'text'] } },
  fieldClasses: { contactData: { full: 'none', masked: 'team' }, money: { full: 'none', masked: 'none' }, text: { full: 'own', masked: 'own' } },
};

describe('rights', () => {
  it('that nobody named are none', () => {
    expect(may(me, 'customer', 'write')).toBe(true);
    expect(may(me, 'customer', 'assign')).toBe(false);
    expect(may(me, 'order', 'read')).toBe(false);
  });

  it('leave out fields that are never seen', () => {
    expect(isHidden(me, 'customer', 'annualRevenue')).toBe(true);
    expect(isHidden(me, 'customer', 'phone')).toBe(false);
    expect(isHidden(me, 'customer', 'name')).toBe(false);
    expect(isHidden(me, 'customer', 'purchases.count')).toBe(true);
  });

  it('let nobody search by what he sees masked', () => {
    expect(isSearchable(me, 'customer', 'phone')).toBe(false);
    expect(isSearchable(me, 'customer', 'address.delivery')).toBe(false);
    expect(isSearchable(me, 'customer', 'name')).toBe(true);
  });
});
