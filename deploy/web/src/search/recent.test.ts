import { beforeEach, describe, expect, it } from 'vitest';
import { noteOpened, openedIn, recent, recentFirst } from './recent';

const ID = '01a20150-9f22-74a6-ac5c-93ccba3f6af1';
const OTHER = '01a20150-a2a0-7399-b0a3-d13194a5983f';

describe('an address', () => {
  it.each([
    [`/customers/${ID}`, '', 'customer'],
    ['/contacts', `?view=mine&peek=${ID}`, 'contact'],
    ['/pipeline/board', `?peek=${ID}`, 'opportunity'],
  ])('%s%s shows a %s', (pathname, search, kind) => expect(openedIn(pathname, search)).toEqual({ kind, id: ID }));

  it.each([['/customers', ''], ['/pipeline/board', ''], ['/imports/customer', ''], [`/administration/${ID}`, ''], ['/orders', '?peek=x']])(
    '%s%s shows no record', (pathname, search) => expect(openedIn(pathname, search)).toBeNull());
});

describe('what was opened', () => {
  beforeEach(() => localStorage.clear());

  it('is the newest first, each once, of this user', () => {
    noteOpened('zhangsan', { kind: 'customer', id: ID });
    noteOpened('zhangsan', { kind: 'contact', id: OTHER });
    noteOpened('zhangsan', { kind: 'customer', id: ID });
    expect(recent('zhangsan').map(({ id }) => id)).toEqual([ID, OTHER]);
    expect(recent('lisi')).toEqual([]);
  });

  it('is nothing where something else is kept', () => {
    localStorage.setItem('rapport.recent.zhangsan', '{');
    expect(recent('zhangsan')).toEqual([]);
  });

  it('comes first in what is found', () => {
    expect(recentFirst([{ id: 'a' }, { id: 'b' }, { id: OTHER }, { id: ID }],
      [{ kind: 'customer', id: ID }, { kind: 'customer', id: OTHER }]).map(({ id }) => id)).toEqual([ID, OTHER, 'a', 'b']);
  });
});
