import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { AnyRecord, RecordKind } from '../api/types';

/** What a room shows of a record beside its list, above the facts; loaded when one is first looked at. */
export const PEEKS: Partial<Record<RecordKind, LazyExoticComponent<ComponentType<{ record: AnyRecord }>>>> = {
  customer: lazy(() => import('../customers/CustomerPeek')),
  contact: lazy(() => import('../contacts/ContactPeek')),
};
