import { useMemo } from 'react';
import { useUsers } from '../api/settings';

/** What a user is called; the user's own name where the directory does not know him, as with programs. */
export function useUserName(): (user: string) => string {
  const users = useUsers();
  return useMemo(() => {
    const names = new Map(users?.map((user) => [user.name, user.displayName ?? user.name]));
    return (user: string) => names.get(user) ?? user;
  }, [users]);
}
