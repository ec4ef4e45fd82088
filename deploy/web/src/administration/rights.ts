export const REACHES = ['none', 'own', 'team', 'tree', 'all'] as const;
export type Reach = (typeof REACHES)[number];

const KINDS = ['customer', 'contact', 'opportunity', 'order', 'interaction', 'segment', 'view', 'settings', 'directory', 'administration'] as const;
const ACTIONS = ['read', 'write', 'assign', 'export', 'approve'] as const;
const CLASSES = ['contactData', 'money', 'text'] as const;

/** A role as the table of rights has it; what is not named is none. */
export interface RightsOfRole {
  kinds?: Record<string, Record<string, string>>;
  fieldClasses?: Record<string, Record<string, string>>;
  exportRowsADay?: number | null;
}

const reachOf = (name: string | undefined): Reach => REACHES.find((reach) => reach === name?.toLowerCase()) ?? 'none';

/** What a role may, without what it may not; field classes always, because one that is hidden is worth saying. */
export function described(role: RightsOfRole) {
  return {
    kinds: KINDS.flatMap((kind) => {
      const actions = ACTIONS.map((action) => ({ action, reach: reachOf(role.kinds?.[kind]?.[action]) })).filter(({ reach }) => reach !== 'none');
      return actions.length > 0 ? [{ kind, actions }] : [];
    }),
    classes: CLASSES.map((fieldClass) => ({
      fieldClass, full: reachOf(role.fieldClasses?.[fieldClass]?.full), masked: reachOf(role.fieldClasses?.[fieldClass]?.masked),
    })),
  };
}
