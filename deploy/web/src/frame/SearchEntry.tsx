import { lazy, Suspense, useEffect, useLayoutEffect } from 'react';
import { useLocation } from 'react-router';
import { useMe } from '../api/me';
import { useStore } from '../api/store';
import { noteOpened, openedIn } from '../search/recent';
import { isTyping } from './keys';
import { searching } from './searching';

const SearchDialog = lazy(() => import('../search/SearchDialog'));

/** The search over everything, opened by Ctrl-K, and by `/` where no list has a search box of its own. */
export function SearchEntry() {
  const open = useStore(searching);
  const { pathname, search } = useLocation();
  const { user } = useMe();
  // Before anything is shown: whoever sees the page may press at once.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const everywhere = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event)
        && !document.querySelector('[aria-keyshortcuts="/"]');
      if (everywhere || slash) {
        event.preventDefault();
        searching.set(true);
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => {
    const opened = openedIn(pathname, search);
    if (opened) noteOpened(user, opened);
  }, [pathname, search, user]);
  return open && <Suspense fallback={null}><SearchDialog onClose={() => searching.set(false)} /></Suspense>;
}
