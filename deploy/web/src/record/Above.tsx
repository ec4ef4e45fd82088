import { Link } from 'react-router';
import { useNames } from '../api/records';
import type { RecordKind } from '../api/types';
import { pageOf } from './kinds';

/** What a record belongs to: a way to its page, where the reader may see it. */
export function Above({ kind, id }: { kind: RecordKind; id: unknown }) {
  const names = useNames(kind, typeof id === 'string' ? [id] : []);
  const name = typeof id === 'string' ? names.get(id) : undefined;
  return name ? <Link to={pageOf(kind, id as string)}><bdi>{name}</bdi></Link> : null;
}
