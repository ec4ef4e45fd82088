import type { KindDescription } from '../record/kind';

export function RecordList({ description }: { description: KindDescription }) {
  return <h1>{description.kind}</h1>;
}
