/**
 * What a tab keeps over a reload although it holds files, which its session storage cannot. In this browser only, for a
 * day at most, and until somebody signs out. Where the browser forbids it, it lasts as long as the page.
 */
const DATABASE = 'rapport.files';
const STORE = 'kept';
const TAB = 'rapport.tab';
const LONGEST_MS = 24 * 60 * 60 * 1000;

interface Kept {
  user: string;
  at: number;
  value: unknown;
}

/** Keeps it under a name; null forgets it. */
export async function keepFiles(user: string, name: string, value: unknown): Promise<void> {
  try {
    await inStore('readwrite', (store) => {
      if (value === null) return store.delete(keyOf(name));
      const old = store.openCursor();
      old.onsuccess = () => {
        const cursor = old.result;
        if (!cursor) return;
        if (Date.now() - (cursor.value as Kept).at > LONGEST_MS) cursor.delete();
        cursor.continue();
      };
      return store.put({ user, at: Date.now(), value } satisfies Kept, keyOf(name));
    });
  } catch {
    // A full or forbidden storage costs only the memory over a reload.
  }
}

/** What this tab has kept for this user; null where there is nothing. */
export async function keptFiles<T>(user: string, name: string): Promise<T | null> {
  try {
    const kept = await inStore('readonly', (store) => store.get(keyOf(name))) as Kept | undefined;
    return kept && kept.user === user && Date.now() - kept.at <= LONGEST_MS ? (kept.value as T) : null;
  } catch {
    return null;
  }
}

/** Forgets what every tab has kept. */
export function forgetFiles(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof indexedDB === 'undefined') return resolve();
    const gone = indexedDB.deleteDatabase(DATABASE);
    gone.onsuccess = gone.onerror = gone.onblocked = () => resolve();
  });
}

function keyOf(name: string): string {
  let tab = sessionStorage.getItem(TAB);
  if (!tab) sessionStorage.setItem(TAB, tab = crypto.getRandomValues(new Uint32Array(2)).join('-'));
  return `${tab}:${name}`;
}

/** Opened for each use and closed again, so that forgetting is never held up. */
async function inStore(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opened = indexedDB.open(DATABASE, 1);
    opened.onupgradeneeded = () => opened.result.createObjectStore(STORE);
    opened.onsuccess = () => resolve(opened.result);
    opened.onerror = () => reject(opened.error);
  });
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}
