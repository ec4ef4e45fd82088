import { lazy, Suspense, useEffect } from 'react';
import { useStore } from '../api/store';
import { searching } from './searching';

const SearchDialog = lazy(() => import('../search/SearchDialog'));

/** The search over everything, opened by Ctrl-K; what it is lies in `search/`. */
export function SearchEntry() {
  const open = useStore(searching);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        searching.set(true);
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return open && <Suspense fallback={null}><SearchDialog onClose={() => searching.set(false)} /></Suspense>;
}
