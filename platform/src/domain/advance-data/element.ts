/** What the register of elements says of one element of advance data: why it is asked, on what ground, who holds it, how long it stays. */

export const PURPOSES = ['security', 'clearance', 'revenue', 'statistics'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The kind of law that lets us ask; `volunteered` is what nobody must say, and what may earn an easier passage. */
export const GROUNDS = ['customs-law', 'tax-law', 'transport-security-law', 'volunteered'] as const;
export type Ground = (typeof GROUNDS)[number];

/** Who answers for it: Customs alone, or Customs together with the authority whose law it also serves. */
export const CONTROLLERS = [
  'customs',
  'customs-and-treasury',
  'customs-and-transport-security',
] as const;
export type Controller = (typeof CONTROLLERS)[number];

/** Who knows something at first hand, or can give it. */
export const HOLDERS = [
  'seller', 'platform', 'payment-provider', 'warehouse', 'post', 'express-carrier', 'forwarder', 'carrier', 'handler', 'broker', 'buyer',
] as const; // prettier-ignore
export type Holder = (typeof HOLDERS)[number];

/** The moment on a parcel's way from which somebody can know it. */
export const KNOWN_FROM = ['order', 'payment', 'dispatch', 'loading', 'departure', 'arrival', 'filing'] as const; // prettier-ignore
export type KnownFrom = (typeof KNOWN_FROM)[number];

/**
 * `message`: kept only inside the encrypted message, and unreadable once the key of its day is deleted. `record`: kept
 * with the parcel, because decisions about it can be contested.
 */
export const RETENTIONS = ['message', 'record'] as const;
export type Retention = (typeof RETENTIONS)[number];

/** Who may receive it beside Customs. */
export const RECIPIENTS = ['other-agencies', 'treasury', 'transport-security', 'statistics-office', 'receiver'] as const; // prettier-ignore
export type Recipient = (typeof RECIPIENTS)[number];

export type Element = {
  /** One sentence for whoever fills it in. */
  readonly says: string;
  /** Chain of WCO Data Model class and element ids; null when the model has no such element. */
  readonly wco: string | null;
  readonly purposes: readonly [Purpose, ...Purpose[]];
  readonly ground: Ground;
  readonly controller: Controller;
  /** Who knows it first and best. */
  readonly heldBy: Holder;
  /** Who may give it. */
  readonly givenBy: readonly [Holder, ...Holder[]];
  readonly knownFrom: KnownFrom;
  readonly retention: Retention;
  readonly recipients: readonly Recipient[];
};

/** One row for each element of a part of the contract: a missing row and a row without its element do not compile. */
export type ElementsOf<Part> = { readonly [Name in keyof Required<Part>]: Element };
