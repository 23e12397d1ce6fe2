/** The stages of a parcel and the only ways between them; every other transition is a refusal. */
export const STAGES = [
  'announced', 'assessed', 'asked', 'screening', 'do-not-load-proposed', 'do-not-load', 'departed', 'arrived', 'presented',
  'held', 'scanning', 'examining', 'release-proposed', 'released', 'seized', 'refused', 'destroyed', 're-exported',
  'delivered', 'return-requested', 'return-exported', 'refunded', 'cancelled',
] as const; // prettier-ignore

/**
 * `announced`: some stream spoke, nothing decided yet; `assessed`: decided, on its way; `asked`/`screening`: an answer or a
 * screening is open; `release-proposed`: an officer proposed release, a second one must confirm.
 */
export type Stage = (typeof STAGES)[number];

/** Where a parcel is before it has left the country of dispatch, and may go to from anywhere among them. */
const BEFORE_DEPARTURE = ['assessed', 'asked', 'screening', 'do-not-load-proposed'] as const;

/**
 * The table. A departure or an arrival is a fact and is possible from everywhere before it, even against a question: that
 * it happened too early is a finding. Nothing leaves Customs' charge but from `departed` (export), `arrived` or `presented`:
 * a hold must end first, and a proposal be confirmed.
 */
const WAYS: Readonly<Record<Stage, readonly Stage[]>> = {
  announced: [...BEFORE_DEPARTURE, 'departed', 'arrived', 'presented', 'held', 'cancelled'],
  assessed: [
    ...BEFORE_DEPARTURE,
    'departed',
    'arrived',
    'presented',
    'held',
    'release-proposed',
    'cancelled',
  ],
  asked: [...BEFORE_DEPARTURE, 'departed', 'arrived', 'presented', 'held', 'cancelled'],
  screening: [...BEFORE_DEPARTURE, 'departed', 'arrived', 'presented', 'held', 'cancelled'],
  'do-not-load-proposed': ['assessed', 'do-not-load', 'held', 'cancelled'],
  'do-not-load': ['assessed', 'held', 'cancelled'],
  departed: ['arrived', 'presented', 'held', 'release-proposed', 'released'],
  arrived: ['presented', 'held', 'scanning', 'examining', 'release-proposed', 'released'],
  presented: ['held', 'scanning', 'examining', 'release-proposed', 'released'],
  held: [
    'assessed',
    'departed',
    'arrived',
    'presented',
    'scanning',
    'examining',
    'release-proposed',
    'seized',
    'refused',
    'cancelled',
  ],
  scanning: ['held', 'examining', 'release-proposed', 'seized', 'refused'],
  examining: ['held', 'release-proposed', 'seized', 'refused'],
  'release-proposed': [
    'assessed',
    'departed',
    'arrived',
    'presented',
    'held',
    'scanning',
    'examining',
  ],
  released: ['delivered', 'return-requested'],
  seized: ['destroyed'],
  refused: ['destroyed', 're-exported'],
  destroyed: [],
  're-exported': [],
  delivered: ['return-requested'],
  'return-requested': ['delivered', 'return-exported'],
  'return-exported': ['refunded'],
  refunded: [],
  cancelled: [],
};

/** Whether a parcel may go from one stage to the other. Staying is not a move. */
export const mayMove = (from: Stage, to: Stage): boolean => from !== to && WAYS[from].includes(to);

/** The stages a parcel may go to next. */
export const nextStages = (from: Stage): readonly Stage[] =>
  STAGES.filter((to) => mayMove(from, to));

/** A stage nothing follows. */
export const isFinal = (stage: Stage): boolean => WAYS[stage].length === 0;

const CLOSED: ReadonlySet<Stage> = new Set([
  'released',
  'seized',
  'refused',
  'destroyed',
  're-exported',
  'delivered',
  'return-requested',
  'return-exported',
  'refunded',
  'cancelled',
]);

/** The same stages as a list, for queries. */
export const CLOSED_STAGES: readonly Stage[] = [...CLOSED];

/** Whether the parcel has left Customs' charge: what is stated from then on changes no decision. */
export const isClosed = (stage: Stage): boolean => CLOSED.has(stage);
