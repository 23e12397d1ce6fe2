/** Holds the law that this process decides under, and exchanges it whole between two decisions when two persons have activated another. */
import type { LawBook } from '../domain/journey-law.ts';
import type { Pack } from '../domain/jurisdiction/pack.ts';
import { createLawBook } from './law-book.ts';

export type LawInUse = {
  /** The same object for the life of the process; what it answers is the law in use at that moment. */
  readonly book: LawBook;
  /** The book in use at this moment, which stays the same law when another one comes into use. */
  readonly current: () => LawBook;
  readonly pack: () => Pack;
  readonly version: () => string;
  /** A decision is made without a pause, so that none is made half under one law and half under another. */
  readonly use: (pack: Pack, version: string) => void;
};

export function createLawInUse(pack: Pack, version: string): LawInUse {
  const inUse = (its: Pack, named: string) => ({
    pack: its,
    version: named,
    book: createLawBook(its, named),
  });
  let current = inUse(pack, version);
  return {
    book: { dayAt: (at) => current.book.dayAt(at), on: (day) => current.book.on(day) },
    current: () => current.book,
    pack: () => current.pack,
    version: () => current.version,
    use: (its, named) => {
      current = inUse(its, named);
    },
  };
}
