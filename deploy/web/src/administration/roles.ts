/** Roles by their codes. */
export const ROLES = ['rep', 'manager', 'service', 'marketer', 'analyst', 'administrator', 'integration'] as const;
export type Role = (typeof ROLES)[number];

/** Integrations have no users of the page, but their rights are in the table. */
export const USER_ROLES = ROLES.filter((role) => role !== 'integration');

export const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);
