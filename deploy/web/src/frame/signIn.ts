/** Where the window that was opened to sign in arrives; it has nothing else to do. */
const ARRIVED = '/?signed-in';
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('rapport-sign-in');

function address(from: string): string {
  return `/login?${new URLSearchParams({ from, language: document.documentElement.lang }).toString()}`;
}

/** Leaves for the provider; the page that was asked for is shown afterwards. */
export function signIn(): void {
  location.assign(address(location.pathname + location.search));
}

/** Signs in beside the page, which keeps everything typed; false where the browser allows no window. */
export function signInBeside(): boolean {
  return open(address(ARRIVED), 'rapport-sign-in', 'popup,width=480,height=640') !== null;
}

/**
 * Called first of all.
 *
 * @returns whether this is the window that was opened to sign in, which closes itself
 */
export function finishSignIn(): boolean {
  if (location.pathname + location.search !== ARRIVED) return false;
  channel?.postMessage('signed-in');
  window.close();
  return true;
}

/** Calls when somebody has signed in, in any window of this browser. */
export function onSignedIn(listener: () => void): () => void {
  channel?.addEventListener('message', listener);
  return () => channel?.removeEventListener('message', listener);
}
