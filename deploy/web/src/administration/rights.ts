export const REACHES = ['none', 'own', 'team', 'tree', 'all'] as const;
export type Reach = (typeof REACHES)[number];

export const ACTIONS = ['read', 'write', 'assign', 'export', 'approve'] as const;
export type Action = (typeof ACTIONS)[number];

export const CLASSES = ['contactData', 'money', 'text'] as const;
export type FieldClass = (typeof CLASSES)[number];

/** What can be done to a kind at all; to one that is not named here, anything. */
const DONE_TO: Record<string, readonly Action[]> = {
  customer: ACTIONS,
  contact: ['read', 'write', 'assign', 'export'],
  opportunity: ['read', 'write', 'assign', 'export'],
  order: ['read', 'write', 'assign', 'export'],
  interaction: ['read', 'write', 'assign', 'export'],
  task: ['read', 'write', 'assign', 'export'],
  segment: ['read', 'write', 'export'],
  view: ['read', 'write'],
  settings: ['read', 'write'],
  directory: ['read', 'write'],
  administration: ['read', 'write'],
};

/** These belong to nobody: one may, or one may not. */
const OWNED_BY_NOBODY: readonly string[] = ['settings', 'directory', 'administration'];

/** A role as the table of rights has it; what is not named is none. */
export interface RightsOfRole {
  kinds?: Record<string, Record<string, string>>;
  fieldClasses?: Record<string, Record<string, string>>;
  exportRowsADay?: number | null;
}

export type Table = Record<string, RightsOfRole>;

/** A cell of the table, named as refusals name it: `rep.kinds.customer.read`, `rep.exportRowsADay`. */
export type Place = string;

/** Cells that were changed and are not saved yet; null stands for no limit of exports. */
export type Changes = Readonly<Record<Place, Reach | number | null>>;

export const kindPlace = (role: string, kind: string, action: Action): Place => `${role}.kinds.${kind}.${action}`;
export const classPlace = (role: string, fieldClass: FieldClass, shown: 'full' | 'masked'): Place => `${role}.fieldClasses.${fieldClass}.${shown}`;
export const rowsPlace = (role: string): Place => `${role}.exportRowsADay`;
export const roleOf = (place: Place): string => place.split('.')[0]!;

export const actionsOf = (kind: string): readonly Action[] => DONE_TO[kind] ?? ACTIONS;
export const reachesOf = (kind: string): readonly Reach[] => (OWNED_BY_NOBODY.includes(kind) ? ['none', 'all'] : REACHES);
export const canBeMasked = (fieldClass: FieldClass): boolean => fieldClass === 'contactData';

/** The kinds of a table: those that are known in their order, then what a newer platform has added. */
export function kindsOf(table: Table): readonly string[] {
  const named = Object.values(table).flatMap((role) => Object.keys(role.kinds ?? {}));
  return [...new Set([...Object.keys(DONE_TO), ...named])];
}

/** What stands in a cell; a reach that is not known is none, as nobody gets anything by it. */
export function valueAt(table: Table, place: Place): Reach | number | null {
  const [role, part, name, last] = place.split('.');
  const rights = table[role!];
  if (part === 'exportRowsADay') return rights?.exportRowsADay ?? null;
  const reach = (part === 'kinds' ? rights?.kinds : rights?.fieldClasses)?.[name!]?.[last!];
  return REACHES.find((one) => one === reach) ?? 'none';
}

/** Notes a change; one that brings back what is stored is none. */
export function changed(changes: Changes, stored: Table, place: Place, value: Reach | number | null): Changes {
  const { [place]: _, ...others } = changes;
  return value === valueAt(stored, place) ? others : { ...others, [place]: value };
}

/** The changes that are still some, when the table below them is another. */
export function stillChanges(changes: Changes, stored: Table): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([place, value]) => value !== valueAt(stored, place)));
}

/** The whole table with the changes in it; what is not changed stays as it is, known here or not. */
export function withChanges(stored: Table, changes: Changes): Table {
  const table = structuredClone(stored);
  for (const [place, value] of Object.entries(changes)) {
    const [role, part, name, last] = place.split('.');
    const rights = (table[role!] ??= {});
    if (part === 'exportRowsADay') rights.exportRowsADay = value as number | null;
    else ((rights[part as 'kinds' | 'fieldClasses'] ??= {})[name!] ??= {})[last!] = value as Reach;
  }
  return table;
}

/** Refusals by the cell that they are about; of a whole role where they name no cell. */
export function refusalsOf(fields: ReadonlyArray<{ field: string; message: string }>): ReadonlyMap<Place, string> {
  return new Map(fields.filter(({ field }) => field.startsWith('table.')).map(({ field, message }) => [field.slice('table.'.length), message]));
}
