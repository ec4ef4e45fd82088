import { post } from '../api/client';
import { forgetWrites } from '../api/consistency';
import { forgetFiles } from './keptFiles';

/** Ends the session here and, where it can, at the provider. Drafts and files of this user are gone then. */
export async function signOut(): Promise<void> {
  const { body } = await post<{ location: string }>('/logout');
  forgetWrites();
  sessionStorage.clear();
  await forgetFiles();
  location.assign(body.location);
}
