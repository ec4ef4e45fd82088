import { post } from '../api/client';
import { forgetWrites } from '../api/consistency';

/** Ends the session here and, where it can, at the provider. Drafts of this user are gone then. */
export async function signOut(): Promise<void> {
  const { body } = await post<{ location: string }>('/logout');
  forgetWrites();
  sessionStorage.clear();
  location.assign(body.location);
}
