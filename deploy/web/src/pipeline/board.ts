import type { AnyRecord, Money, Pipeline, PipelineStage } from '../api/types';

/** An open opportunity as a card shows it. */
export interface Card extends AnyRecord {
  name: string;
  stage: string;
  customerId?: string;
  owner?: string;
  amount?: Money;
  stageSince?: string;
  expectedClose?: string;
  stalled?: boolean;
}

/** What a stage of the board comes to; amounts are missing for those who may not see them. */
export interface StageSum {
  stage: string;
  count: number;
  stalled: number;
  /** All amounts in the base currency. */
  total?: Money;
  weightedTotal?: Money;
  /** Currencies without a rate: not in the total. */
  unconverted?: Money[];
}

export interface BoardAnswer {
  pipeline: string;
  stages: StageSum[];
}

/** What the address of the board says. */
export interface BoardView {
  pipeline: string;
  /** User name; empty for everybody's. */
  owner: string;
  q: string;
  sort: Sort;
}

export const SORTS = ['expectedClose', '-amount', 'stageSince', '-updatedAt'] as const;
export type Sort = (typeof SORTS)[number];

const DAY_MS = 86_400_000;

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The filter behind the board, or behind one of its columns: what it counts is what the list of it shows. */
export function filterOf(view: Pick<BoardView, 'pipeline' | 'owner'>, stage?: string): string {
  return [
    "status eq 'OPEN'",
    `pipeline eq ${quoted(view.pipeline)}`,
    ...(stage === undefined ? [] : [`stage eq ${quoted(stage)}`]),
    ...(view.owner ? [`owner eq ${quoted(view.owner)}`] : []),
  ].join(' and ');
}

/** The columns: stages in use, and retired ones for as long as something stands in them. */
export function columnsOf(pipeline: Pipeline | undefined, sums: readonly StageSum[] | undefined): readonly PipelineStage[] {
  return (pipeline?.stages ?? [])
    .filter((stage) => !stage.retired || sums?.some((sum) => sum.stage === stage.key && sum.count > 0));
}

/** Whole days since it came into its stage. */
export function daysInStage(card: Card, now: number = Date.now()): number | null {
  const since = Date.parse(card.stageSince ?? '');
  return Number.isNaN(since) ? null : Math.max(0, Math.floor((now - since) / DAY_MS));
}

/** Days from today until a calendar day, negative when it is over. */
export function daysUntil(day: string, now: Date = new Date()): number {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((Date.parse(`${day}T00:00:00Z`) - today) / DAY_MS);
}

/** The sums as they will be when a card has moved; `to` is null where it leaves the board. */
export function movedSums(board: BoardAnswer, card: Card, to: string | null): BoardAnswer {
  if (card.stage === to) return board;
  const stages = board.stages.map((sum) => sum.stage === card.stage ? changed(sum, card, -1)
    : sum.stage === to ? changed(sum, card, 1) : sum);
  if (to !== null && !stages.some((sum) => sum.stage === to)) {
    stages.push(changed({ stage: to, count: 0, stalled: 0 }, card, 1));
  }
  return { ...board, stages };
}

function changed(sum: StageSum, card: Card, sign: 1 | -1): StageSum {
  return {
    ...sum,
    count: Math.max(0, sum.count + sign),
    // A stage begins anew, so nothing that comes into it is stalled.
    stalled: sign < 0 && card.stalled ? Math.max(0, sum.stalled - 1) : sum.stalled,
    total: plus(sum.total, card.amount, sign),
  };
}

/** Of one currency exactly; what would need a rate is left to the next answer. */
function plus(total: Money | undefined, amount: Money | undefined, sign: 1 | -1): Money | undefined {
  if (!amount) return total;
  if (!total) return sign > 0 ? amount : undefined;
  if (total.currency !== amount.currency) return total;
  return { amount: addDecimals(total.amount, amount.amount, sign), currency: total.currency };
}

/** Adds or takes away decimals digit for digit. */
export function addDecimals(first: string, second: string, sign: 1 | -1 = 1): string {
  const scale = Math.max(scaleOf(first), scaleOf(second));
  const sum = scaled(first, scale) + BigInt(sign) * scaled(second, scale);
  const digits = (sum < 0n ? -sum : sum).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return sum < 0n ? `-${text}` : text;
}

const scaleOf = (text: string) => text.split('.')[1]?.length ?? 0;

function scaled(text: string, scale: number): bigint {
  const [whole, fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(scale, '0'));
}

/**
 * The view that an address names.
 *
 * @param leads whether it begins with everybody's cards; who moves only his own begins with those
 */
export function readBoard(parameters: URLSearchParams, pipelines: readonly Pipeline[] | undefined, user: string,
  leads: boolean): BoardView {
  const named = pipelines?.find(({ key }) => key === parameters.get('pipeline'));
  const usual = pipelines?.find(({ isDefault }) => isDefault) ?? pipelines?.[0];
  const sort = SORTS.find((one) => one === parameters.get('sort')) ?? 'expectedClose';
  const owner = parameters.get('owner');
  return {
    pipeline: (named ?? usual)?.key ?? 'default',
    owner: owner === null ? (leads ? '' : user) : owner,
    q: parameters.get('q') ?? '',
    sort,
  };
}
