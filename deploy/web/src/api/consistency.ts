/**
 * The writes of this browser tab that reads must have seen: what you save is in the next list you see. Kept over a
 * reload, forgotten after a minute, when every read model has long caught up or says itself that it has not.
 */
const KEY = 'rapport.writes';
const KEPT_MS = 60_000;
const MOST = 50;

interface Write {
  token: string;
  at: number;
}

let writes: Write[] = restored();

function restored(): Write[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? (kept as Write[]) : [];
  } catch {
    return [];
  }
}

/** Notes what a write answered; it may hold several tokens. */
export function noteWrite(header: string | null, now = Date.now()): void {
  if (!header) return;
  const tokens = header.split(',').map((token) => token.trim()).filter(Boolean);
  writes = [...writes.filter((write) => !tokens.includes(write.token)), ...tokens.map((token) => ({ token, at: now }))]
    .slice(-MOST);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(writes));
  } catch {
    // A full or forbidden storage costs only the memory over a reload.
  }
}

/** The header of a read; null when there is nothing to wait for. */
export function awaitedWrites(now = Date.now()): string | null {
  writes = writes.filter((write) => now - write.at < KEPT_MS);
  return writes.length === 0 ? null : writes.map((write) => write.token).join(',');
}

/** For another user in the same tab. */
export function forgetWrites(): void {
  writes = [];
  sessionStorage.removeItem(KEY);
}
