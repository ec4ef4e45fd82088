import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AnyRecord } from '../api/types';
import { customer } from '../customers/customer';
import { fieldOf, type Field } from '../record/kind';
import { Table, type TableProperties } from './Table';

const ROWS = 50;

const columns = customer.columns.map((name) => fieldOf(customer, name)!);
const records: AnyRecord[] = Array.from({ length: ROWS }, (_, at) => ({
  id: `c${at}`, version: 1, name: `客户 ${at}`, salesStatus: 'FOLLOWING_UP', level: 'VIP', owner: 'zhangsan', phone: '13800138000',
  region: '上海', lastInteractionAt: '2026-11-21T08:00:00Z', openOpportunityAmount: { amount: '50000.00', currency: 'CNY' }, tags: ['重点', '制造'],
  primaryContact: '<script>alert(1)</script>', access: at === 3 ? { write: false } : at === 4 ? { hidden: ['phone'] } : undefined,
}));
const choices = [{ code: 'zhangsan', label: '张三', retired: false }];

const nothing = () => undefined;
const properties: TableProperties = {
  description: customer, columns, widths: {}, records, total: 12_345, ticked: new Set(), open: null, sort: ['-lastInteractionAt', 'name'], language: 'zh-CN',
  nameOf: (field: Field) => field.name, choicesOf: (field: Field) => (field.type === 'user' ? choices : undefined), names: {}, outdated: false,
  touch: false, ticking: true, onSort: nothing, onResize: nothing, onMove: nothing, onTick: nothing, onTickAll: nothing, onOpen: nothing,
  onEdit: nothing, onNear: nothing,
};

beforeAll(() => {
  // A window high enough for every row: this environment lays nothing out.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 2000 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { value: 1200 });
});

afterEach(cleanup);

const shown = () => render(<Table {...properties} />).container;

describe('the table of a list', () => {
  it('tells readers of screens how long it is and how it is sorted', () => {
    const table = shown();
    expect(table.querySelector('[role=grid]')?.getAttribute('aria-rowcount')).toBe('12346');
    expect(table.querySelector('[aria-sort=descending]')?.textContent).toContain('lastInteractionAt');
    expect(table.querySelectorAll('[data-index]')).toHaveLength(ROWS);
  });

  it('shows what users typed as text', () => {
    const table = shown();
    expect(table.querySelector('script')).toBeNull();
    expect(table.textContent).toContain('<script>alert(1)</script>');
  });

  it('offers to change only what may be changed', () => {
    const buttons = [...shown().querySelectorAll('button[aria-label]')].map((button) => button.getAttribute('aria-label')!);
    expect(buttons.some((name) => name.endsWith('客户 2'))).toBe(true);
    expect(buttons.some((name) => name.endsWith('客户 3'))).toBe(false);
  });
});
