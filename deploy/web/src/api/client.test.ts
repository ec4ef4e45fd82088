import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { get, patch, post, read } from './client';
import { connection, freshness, resumeSession, sessionEnded } from './connection';
import { awaitedWrites, forgetWrites, noteWrite } from './consistency';
import { Problem, Unreachable } from './problem';

/** What the services would answer, one after the other; what they were asked is kept. */
let answers: Array<() => Response | Promise<Response>>;
let asked: Array<{ url: string; method: string; headers: Headers; body: unknown }>;

const json = (body: unknown, headers: Record<string, string> = {}, status = 200) => () =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', ...headers } });
const refused = (status: number, members: object = {}, headers: Record<string, string> = {}) =>
  json({ status, title: 'x', detail: '不行', ...members }, headers, status);

beforeEach(() => {
  answers = [];
  asked = [];
  forgetWrites();
  connection.set('ok');
  document.documentElement.lang = 'zh-TW';
  vi.stubGlobal('fetch', async (url: string, request: RequestInit) => {
    asked.push({ url, method: request.method ?? 'GET', headers: new Headers(request.headers), body: request.body });
    const answer = answers.shift();
    if (!answer) throw new TypeError('nobody there');
    return answer();
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a read', () => {
  it('asks in the language of the page and tells how fresh the answer is', async () => {
    answers.push(json({ total: 1 }, { 'Data-Lag': '412', ETag: '"7"' }));
    const answer = await read('/api/customers', { q: '华为', filter: '', size: 50, asOf: undefined });
    expect(asked[0]!.url).toBe(`/api/customers?q=${encodeURIComponent('华为')}&size=50`);
    expect(asked[0]!.headers.get('Accept-Language')).toBe('zh-TW');
    expect(answer).toMatchObject({ body: { total: 1 }, version: 7, lag: 412 });
    expect(freshness.get()?.lag).toBe(412);
  });

  it('waits for what this tab has written, for a minute', async () => {
    answers.push(json({}, { 'Consistency-Token': 'customer:1:3, customer:2:1' }), json({}));
    await post('/api/customers', {});
    await get('/api/customers');
    expect(asked[1]!.headers.get('Consistency-Token')).toBe('customer:1:3,customer:2:1');
    expect(awaitedWrites(Date.now() + 61_000)).toBeNull();
  });

  it('says that nobody answers', async () => {
    await expect(get('/api/customers')).rejects.toBeInstanceOf(Unreachable);
    expect(connection.get()).toBe('offline');
  });

  it('says that a service cannot answer now, and when it can again', async () => {
    answers.push(refused(503, {}, { 'Retry-After': '2' }), json({}));
    const problem = await get('/api/customers').catch((failed: unknown) => failed as Problem);
    expect(problem).toMatchObject({ status: 503, retryAfter: 2, passing: true });
    expect(connection.get()).toBe('unavailable');
    await get('/api/customers');
    expect(connection.get()).toBe('ok');
  });
});

describe('a write', () => {
  it('names the version it changes, and proves that it comes from the page', async () => {
    document.cookie = 'XSRF-TOKEN=abc%2Fd';
    answers.push(json({}, { ETag: '"8"' }));
    const { version } = await patch('/api/customers/1', { name: 'x' }, { version: 7, reason: '更正' });
    expect(version).toBe(8);
    expect(asked[0]!.url).toBe(`/api/customers/1?reason=${encodeURIComponent('更正')}`);
    const { headers } = asked[0]!;
    expect([headers.get('If-Match'), headers.get('Content-Type'), headers.get('X-XSRF-TOKEN')])
      .toEqual(['"7"', 'application/merge-patch+json', 'abc/d']);
  });

  it('is sent again with the same key where nothing has happened yet', async () => {
    vi.useFakeTimers();
    answers.push(refused(503, {}, { 'Retry-After': '1' }), json({ id: 'c1' }, {}, 201));
    const created = post<{ id: string }>('/api/customers', { name: 'x' });
    await vi.advanceTimersByTimeAsync(1000);
    expect((await created).body.id).toBe('c1');
    expect(asked[0]!.headers.get('Idempotency-Key')).toBe(asked[1]!.headers.get('Idempotency-Key'));
  });

  it('that is refused tells which field and why', async () => {
    answers.push(refused(422, { errors: [{ field: 'email', code: 'email-malformed', message: '邮箱格式不对' }] }));
    const problem = await post('/api/customers', {}).catch((failed: unknown) => failed as Problem);
    expect((problem as Problem).of('email')).toBe('邮箱格式不对');
    expect((problem as Problem).message).toBe('不行');
  });

  it('waits for the next sign-in where the session has ended, and goes on', async () => {
    answers.push(refused(401), json({ id: 'c1' }, {}, 201));
    const created = post<{ id: string }>('/api/customers', { name: '没有丢' });
    await vi.waitFor(() => expect(sessionEnded.get()).toBe(true));
    resumeSession();
    expect((await created).body.id).toBe('c1');
    expect(asked[1]!.body).toBe(JSON.stringify({ name: '没有丢' }));
    expect(sessionEnded.get()).toBe(false);
  });
});

describe('what was written', () => {
  it('is kept over a reload of the tab, the newest of many', () => {
    for (let each = 0; each < 60; each++) noteWrite(`customer:${each}:1`);
    const tokens = awaitedWrites()!.split(',');
    expect(tokens).toHaveLength(50);
    expect(tokens.at(-1)).toBe('customer:59:1');
    expect(sessionStorage.getItem('rapport.writes')).toContain('customer:59:1');
  });
});
