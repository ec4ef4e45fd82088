import { storeOf } from '../api/store';
import type { RecordKind } from '../api/types';

/** A record about to be entered. */
export interface Creation {
  kind: RecordKind;
  /** What is known of it already: the customer that it belongs to, say. */
  preset: Record<string, unknown>;
  /** Called with its id when it is there. */
  onCreated?: (id: string) => void;
}

export const creating = storeOf<Creation | null>(null);

/** Opens the form for a new record from anywhere in the page. */
export function startCreating(kind: RecordKind, preset: Record<string, unknown> = {}, onCreated?: (id: string) => void): void {
  creating.set({ kind, preset, onCreated });
}
