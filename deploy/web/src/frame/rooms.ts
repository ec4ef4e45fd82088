import type { ComponentType } from 'react';
import type { Me } from '../api/me';

/** Names of the rooms that the rail may show; their titles are in `frame/texts`, `rooms.…`. */
export type RoomName = 'start' | 'customers' | 'contacts' | 'pipeline' | 'orders' | 'interactions' | 'imports' | 'merges'
  | 'administration';

/** A part of the page with an address, loaded when it is first entered. */
export interface Room {
  /** Below `/`; with parameters as react-router writes them. */
  path: string;
  /** Which entry of the rail is marked; also the title of the window. */
  name: RoomName;
  /** Whether it stands in the rail; `path` must have no parameters then. */
  rail?: { icon: ComponentType; may: (me: Me) => boolean };
  page: () => Promise<{ default: ComponentType }>;
}
