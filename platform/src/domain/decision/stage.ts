/** The stages of a parcel and the only ways between them; every other transition is a refusal. @source domain-item-states */
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
