/** Folds the record of a parcel into what its receiver may know: five stages with times, and the one thing to do. */
import type { Moment } from '../../domain/kernel/instant.ts';
import { parseOwn } from '../../domain/kernel/parse-own.ts';
import { foldEntry, type ParcelEvent, type ParcelState } from '../../domain/parcel-state.ts';
import { outsideOf } from '../../domain/release/custody.ts';
import type { EntryRow } from './store.ts';

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

/** `entries` are those before the last tick, oldest first: what came later is not yet told to anybody outside. */
export function trackingOf(entries: readonly EntryRow[]): Tracking {
  let state: ParcelState | null = null;
  let deliveredAt: Moment | null = null;
  for (const { at, body } of entries) {
    const { events } = parseOwn<{ readonly events: readonly ParcelEvent[] }>(body);
    const moment = at.epochMilliseconds;
    state = foldEntry(state, events, moment);
    if (events.some(({ type }) => type === 'delivered')) deliveredAt = moment;
  }
  const [first] = entries;
  if (state === null || first === undefined)
    return { reached: NOT_REACHED, current: null, next: 'unknown' };
  return { ...positionOf(state, { toldAt: first.at.epochMilliseconds, deliveredAt }), next: nextOf(state) }; // prettier-ignore
}

type Times = { readonly toldAt: Moment; readonly deliveredAt: Moment | null };

function positionOf(
  { custody }: ParcelState,
  { toldAt, deliveredAt }: Times,
): Pick<Tracking, 'reached' | 'current'> {
  const reached: Tracking['reached'] = {
    told: toldAt,
    'under-way': custody.departedAt,
    'with-us': custody.arrivedAt,
    'handed-over': custody.releasedAt,
    delivered: deliveredAt,
  };
  const current = PUBLIC_STAGES.findLast((stage) => reached[stage] !== null) ?? 'told';
  return { reached, current };
}

/** Nobody takes money for a parcel that is not here; waiting is told by nothing but that: every reason for it looks the same. */
function nextOf({ custody, debt }: ParcelState): NextStep {
  switch (outsideOf(custody)) {
    case 'accepted':
    case 'waiting':
      if (debt.standing !== 'owed') return 'nothing';
      return custody.arrivedAt === null ? 'payment-later' : 'payment';
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
