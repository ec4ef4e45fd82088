import { storeOf } from './store';

/**
 * How it stands with the services: `offline` nothing answers, `unavailable` one says that it cannot now,
 * `signedOut` the session has ended and requests wait for the next sign-in.
 */
export type Connection = 'ok' | 'offline' | 'unavailable';

export const connection = storeOf<Connection>('ok');

/** Whether the session has ended while the page was open; what was asked meanwhile waits. */
export const sessionEnded = storeOf(false);

/** How far the newest answers were behind the events, in milliseconds, and when that was. */
export interface Freshness {
  lag: number;
  at: number;
}

export const freshness = storeOf<Freshness | null>(null);

let resumed: Array<() => void> = [];

/** Settles when the user has signed in again. */
export function signedInAgain(): Promise<void> {
  sessionEnded.set(true);
  return new Promise((resolve) => resumed.push(resolve));
}

/** What waited goes on. */
export function resumeSession(): void {
  sessionEnded.set(false);
  const waiting = resumed;
  resumed = [];
  waiting.forEach((resume) => resume());
}
