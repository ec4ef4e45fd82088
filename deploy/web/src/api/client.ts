import { connection, freshness, signedInAgain } from './connection';
import { awaitedWrites, noteWrite } from './consistency';
import { Problem, problemOf, Unreachable } from './problem';

/** Answers a read gave, with what its headers say. */
export interface Read<T> {
  body: T;
  /** Version of the record; null for lists. */
  version: number | null;
  /** Milliseconds that the answer may be behind; null when it does not say. */
  lag: number | null;
  at: number;
}

export interface Written<T> {
  body: T;
  version: number | null;
}

export type Query = Record<string, string | number | boolean | null | undefined>;

export interface WriteOptions {
  /** The version that is changed; 412 when it is no longer the newest. */
  version?: number | null;
  /** Why, for the history. */
  reason?: string;
  query?: Query;
  /** One for each thing that is to happen once, however often it is sent. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

const MERGE_PATCH = 'application/merge-patch+json';
const WRITE_RETRIES = 2;
const LONGEST_RETRY_S = 3;

/** A path with the parameters that have a value. */
export function address(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

/** Reads JSON; waits for the writes of this tab. */
export async function read<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Read<T>> {
  const headers = new Headers({ Accept: 'application/json' });
  const writes = awaitedWrites();
  if (writes) headers.set('Consistency-Token', writes);
  const answer = await send(address(path, query), { headers, signal });
  const header = answer.headers.get('Data-Lag');
  const lag = header === null ? null : Number(header);
  const at = Date.now();
  if (lag !== null && Number.isFinite(lag)) freshness.set({ lag, at });
  return { body: (await answer.json()) as T, version: versionOf(answer), lag, at };
}

/** The body of a read, where its headers do not matter. */
export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return (await read<T>(path, query, signal)).body;
}

/** Creates or does something; sent again it does the same only once. */
export function post<T = void>(path: string, body?: unknown, options: WriteOptions = {}): Promise<Written<T>> {
  return write<T>('POST', path, body, { idempotencyKey: newKey(), ...options });
}

/** Changes the fields that the patch names (RFC 7396); null clears one. */
export function patch(path: string, changes: object, options: WriteOptions = {}): Promise<Written<void>> {
  return write<void>('PATCH', path, changes, options);
}

export function put<T = void>(path: string, body: unknown, options: WriteOptions = {}): Promise<Written<T>> {
  return write<T>('PUT', path, body, options);
}

export function remove(path: string, options: WriteOptions = {}): Promise<Written<void>> {
  return write<void>('DELETE', path, undefined, options);
}

/** Sends a form with files. */
export function upload<T>(path: string, form: FormData, options: WriteOptions = {}): Promise<Written<T>> {
  return write<T>('POST', path, form, { idempotencyKey: newKey(), ...options });
}

/** For `Idempotency-Key`; also where the page is not served securely and `randomUUID` is missing. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function write<T>(method: string, path: string, body: unknown, options: WriteOptions): Promise<Written<T>> {
  const headers = new Headers({ Accept: 'application/json' });
  if (body !== undefined && !(body instanceof FormData)) {
    headers.set('Content-Type', method === 'PATCH' ? MERGE_PATCH : 'application/json');
  }
  if (options.version !== undefined && options.version !== null) headers.set('If-Match', `"${options.version}"`);
  if (options.idempotencyKey) headers.set('Idempotency-Key', options.idempotencyKey);
  const writes = awaitedWrites();
  if (writes) headers.set('Consistency-Token', writes);
  const url = address(path, { ...options.query, reason: options.reason });
  const payload = body === undefined || body instanceof FormData ? body : JSON.stringify(body);
  const answer = await sendPatiently(url, { method, headers, body: payload, signal: options.signal });
  noteWrite(answer.headers.get('Consistency-Token'));
  const text = await answer.text();
  return { body: (text ? JSON.parse(text) : undefined) as T, version: versionOf(answer) };
}

/** A 503 says that nothing has happened: the same is sent again when it asks for a short wait. */
async function sendPatiently(url: string, request: RequestInit): Promise<Response> {
  for (let retry = 0; ; retry++) {
    try {
      return await send(url, request);
    } catch (failed) {
      const wait = failed instanceof Problem && failed.status === 503 ? (failed.retryAfter ?? 1) : Infinity;
      if (retry >= WRITE_RETRIES || wait > LONGEST_RETRY_S) throw failed;
      await new Promise((resolve) => setTimeout(resolve, wait * 1000));
    }
  }
}

/** Sends, and waits for the next sign-in where the session has ended: what was typed is sent then. */
async function send(url: string, request: RequestInit): Promise<Response> {
  for (;;) {
    const answer = await exchanged(url, request);
    if (answer.ok) {
      connection.set('ok');
      return answer;
    }
    if (answer.status === 401) {
      await signedInAgain();
      continue;
    }
    const problem = await problemOf(answer);
    connection.set(problem.passing && problem.status !== 429 ? 'unavailable' : 'ok');
    throw problem;
  }
}

async function exchanged(url: string, request: RequestInit): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.set('Accept-Language', document.documentElement.lang || 'zh-CN');
  const csrf = request.method && request.method !== 'GET' ? cookie('XSRF-TOKEN') : null;
  if (csrf) headers.set('X-XSRF-TOKEN', csrf);
  try {
    return await fetch(url, { ...request, headers, credentials: 'same-origin', redirect: 'error' });
  } catch (failed) {
    if (request.signal?.aborted) throw failed;
    connection.set('offline');
    throw new Unreachable();
  }
}

function versionOf(answer: Response): number | null {
  const tag = answer.headers.get('ETag')?.match(/^(?:W\/)?"(\d+)"$/);
  return tag ? Number(tag[1]) : null;
}

function cookie(name: string): string | null {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : null;
}
