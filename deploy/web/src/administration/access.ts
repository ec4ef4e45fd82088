import { isAdministrator, type Me } from '../api/me';

/** Whether the role has anything to look after. */
export function mayAdminister(me: Me): boolean {
  const reach = me.rights.administration?.read;
  return reach === undefined ? isAdministrator(me) : reach !== 'none';
}
