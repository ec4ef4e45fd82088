import { storeOf } from '../api/store';
import type { AnyRecord, RecordKind } from '../api/types';

/** Two versions of a record that people changed at the same time. */
export interface Conflict {
  kind: RecordKind;
  /** As it is now, by somebody else. */
  theirs: AnyRecord;
  mine: Record<string, unknown>;
  /** Saves what was chosen of both. */
  resolve: (chosen: Record<string, unknown>) => void;
}

export const conflict = storeOf<Conflict | null>(null);
