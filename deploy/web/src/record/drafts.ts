import { useCallback, useState } from 'react';

const PREFIX = 'rapport.draft.';

/**
 * What is being typed, kept in this tab until it is saved or thrown away: over a sign-in, a reload, a wrong click.
 *
 * @param key names the form, and the record where it is about one
 */
export function useDraft<T extends object>(key: string, empty: T) {
  const [restored] = useState(() => stored<T>(key));
  const [draft, setDraft] = useState<T>(restored ?? empty);
  const change = useCallback((next: T) => {
    setDraft(next);
    try {
      sessionStorage.setItem(PREFIX + key, JSON.stringify(next));
    } catch {
      // Without storage the draft lives as long as the page.
    }
  }, [key]);
  const clear = useCallback(() => {
    sessionStorage.removeItem(PREFIX + key);
    setDraft(empty);
  }, [key]);
  return { draft, change, clear, wasRestored: restored !== null };
}

function stored<T>(key: string): T | null {
  try {
    const text = sessionStorage.getItem(PREFIX + key);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}
