/** The quotes that a batch knows: those its parcels name, with the law that each was made under. */
import type { KnownQuote } from '../../domain/charges/quoted.ts';
import type { LawBook } from '../../domain/journey-law.ts';

export type Quotes = {
  readonly byId: ReadonlyMap<string, KnownQuote>;
  /** By 'pack@version'. */
  readonly laws: ReadonlyMap<string, LawBook>;
};

export const NO_QUOTES: Quotes = { byId: new Map(), laws: new Map() };
