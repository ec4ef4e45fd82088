import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { get } from './client';
import type { RecordKind } from './types';

export type Reach = 'none' | 'own' | 'team' | 'tree' | 'all';
export type Action = 'read' | 'write' | 'assign' | 'export';
export type FieldClass = 'contactData' | 'money' | 'text' | 'facts';

/** Who is signed in and what he may do, as the services enforce it; the page only leaves out what would be refused. */
export interface Me {
  user: string;
  displayName?: string;
  team?: string;
  roles: string[];
  scopes: string[];
  rights: Partial<Record<string, Partial<Record<Action, Reach>>>>;
  /** The class of each field that is not a plain fact; several for what is computed from several. */
  fields?: Partial<Record<string, Record<string, FieldClass | FieldClass[]>>>;
  /** How far fields of a class are seen in full, and how far at least masked. */
  fieldClasses?: Partial<Record<FieldClass, { full: Reach; masked: Reach }>>;
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => get<Me>('/api/me', {}, signal),
  staleTime: 5 * 60_000,
});

/** The signed-in user; the frame has it before any room is shown. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** Whether the role has this right over anything at all. */
export function may(me: Me, kind: RecordKind, action: Action): boolean {
  const reach = me.rights[kind]?.[action];
  return reach !== undefined && reach !== 'none';
}

export function isAdministrator(me: Me): boolean {
  return me.roles.some((role) => role.toLowerCase() === 'administrator' || role.toLowerCase() === 'admin');
}

/** Whether the role never sees this field of anybody's records: then it is no column, no filter, no input. */
export function isHidden(me: Me, kind: RecordKind, field: string): boolean {
  return reachesOf(me, kind, field).some(({ full, masked }) => full === 'none' && masked === 'none');
}

/** Whether the role sees this field in full for somebody, so that it can be filtered and sorted by. */
export function isSearchable(me: Me, kind: RecordKind, field: string): boolean {
  return reachesOf(me, kind, field).every(({ full }) => full !== 'none');
}

function reachesOf(me: Me, kind: RecordKind, field: string) {
  const fields = me.fields?.[kind];
  const classes = fields?.[field] ?? fields?.[field.split('.')[0]!] ?? [];
  return [classes].flat().map((fieldClass) => me.fieldClasses?.[fieldClass] ?? { full: 'all' as Reach, masked: 'all' as Reach });
}
