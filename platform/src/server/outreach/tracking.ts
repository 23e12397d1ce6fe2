/** Folds the record of a parcel into what its receiver may know: five stages with times, and the one thing to do. */
import type { Moment } from '../../domain/kernel/instant.ts';
import { publishedAt, type OutsideState } from '../../domain/kernel/outside-state.ts';
import type { ToldRow } from './store.ts';

export const PUBLIC_STAGES = ['told', 'under-way', 'with-us', 'handed-over', 'delivered'] as const;
export type PublicStage = (typeof PUBLIC_STAGES)[number];

/** What the receiver, or the shop, has to do; `unknown` when nobody has told us of the number. */
export type NextStep =
  | 'unknown'
  | 'nothing'
  | 'done'
  | 'question'
  /** Charges are known, and the parcel is not here yet. */
  | 'payment-later'
  | 'payment'
  | 'not-loaded'
  | 'refused';

export type Tracking = {
  /** When each stage was reached; null for one that was not, or was passed at a time nobody told. */
  readonly reached: Readonly<Record<PublicStage, Moment | null>>;
  /** The furthest stage reached; null for an unknown number. */
  readonly current: PublicStage | null;
  readonly next: NextStep;
};

const NOT_REACHED: Tracking['reached'] = {
  told: null,
  'under-way': null,
  'with-us': null,
  'handed-over': null,
  delivered: null,
};

/** `rows` are the entries before the tick, oldest first: what came later is not yet told to anybody outside. */
export function trackingOf(rows: readonly ToldRow[], tick: Moment): Tracking {
  const [first] = rows;
  if (first === undefined) return { reached: NOT_REACHED, current: null, next: 'unknown' };
  const reached = reachedIn(rows, first.at.epochMilliseconds);
  const current = PUBLIC_STAGES.findLast((stage) => reached[stage] !== null) ?? 'told';
  const { outside, outsideBefore } = first;
  const outsideAt = first.outsideAt.epochMilliseconds;
  const state = publishedAt({ outside, outsideAt, outsideBefore }, tick);
  return { reached, current, next: nextOf(state, { isOwed: isOwedIn(rows), isHere: reached['with-us'] !== null }) }; // prettier-ignore
}

/** The first scan of a kind counts, whenever it was told; release and delivery are when we were told of them. */
function reachedIn(rows: readonly ToldRow[], toldAt: Moment): Tracking['reached'] {
  const reached = { ...NOT_REACHED, told: toldAt };
  const first = (known: Moment | null, at: Moment | null): Moment | null =>
    known === null || at === null ? (known ?? at) : Math.min(known, at);
  for (const { at, told } of rows)
    for (const event of told)
      if (event.type === 'departed') reached['under-way'] = first(reached['under-way'], event.at);
      else if (event.type === 'arrived' || event.type === 'presented')
        reached['with-us'] = first(reached['with-us'], event.at);
      else if (event.type === 'released') reached['handed-over'] = at.epochMilliseconds;
      else if (event.type === 'delivered') reached.delivered = at.epochMilliseconds;
  return reached;
}

function isOwedIn(rows: readonly ToldRow[]): boolean {
  const last = rows.flatMap(({ told }) => told).findLast(({ type }) => type.startsWith('debt-'));
  return last?.type === 'debt-assessed' && last.standing === 'owed';
}

type Facts = { readonly isOwed: boolean; readonly isHere: boolean };

/** Nobody takes money for a parcel that is not here; waiting is told by nothing but that: every reason for it looks the same. */
function nextOf(state: OutsideState, { isOwed, isHere }: Facts): NextStep {
  switch (state) {
    case 'accepted':
    case 'waiting':
      if (!isOwed) return 'nothing';
      return isHere ? 'payment' : 'payment-later';
    case 'cleared':
      return 'done';
    case 'question':
      return 'question';
    case 'do-not-load':
      return 'not-loaded';
    case 'refused':
      return 'refused';
  }
}
