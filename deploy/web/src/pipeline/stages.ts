import type { Change } from '../record/history';

const DAY_MS = 86_400_000;

/**
 * How long a sale has been in each stage, in milliseconds, counting only while it was open.
 *
 * @param stages   changes of its stage
 * @param statuses changes of its status; none where it has always been open
 */
export function timeInStages(stages: readonly Change[], statuses: readonly Change[], now: number): Map<string, number> {
  const events = [
    ...stages.map((change) => ({ at: Date.parse(change.when), stage: change.new })),
    ...statuses.map((change) => ({ at: Date.parse(change.when), open: change.new === 'OPEN' })),
  ].sort((one, other) => one.at - other.at);
  const spent = new Map<string, number>();
  let stage: string | null = null;
  let open = true;
  let since = 0;
  const count = (until: number) => {
    if (stage && open) spent.set(stage, (spent.get(stage) ?? 0) + Math.max(0, until - since));
    since = until;
  };
  for (const event of events) {
    count(event.at);
    if ('stage' in event) stage = typeof event.stage === 'string' ? event.stage : null;
    else open = event.open;
  }
  count(now);
  return spent;
}

/** Whole days; a part of the first counts as none. */
export const wholeDays = (milliseconds: number) => Math.floor(milliseconds / DAY_MS);
