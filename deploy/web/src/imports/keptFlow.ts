import { useEffect, useState } from 'react';
import { keepFiles, keptFiles } from '../frame/keptFiles';
import { flow, type Flow } from './flow';

const NAME = 'import';
let keeping = false;

/** Takes up what was prepared before the page was loaded anew, and keeps what is prepared from now on; false until then. */
export function useKeptFlow(user: string): boolean {
  const [known, setKnown] = useState(keeping);
  useEffect(() => {
    if (keeping) return undefined;
    let left = false;
    void keptFiles<Flow>(user, NAME).then((kept) => {
      if (left) return;
      if (kept && flow.get() === null) flow.set(kept);
      keeping = true;
      flow.subscribe(() => void keepFiles(user, NAME, flow.get()));
      setKnown(true);
    });
    return () => {
      left = true;
    };
  }, [user]);
  return known;
}
