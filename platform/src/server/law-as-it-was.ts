/** Finds the law that a past decision was made under: every version that decided something is kept in the database. */
import type { LawBook } from '../domain/journey-law.ts';
import type { Pack } from '../domain/jurisdiction/pack.ts';
import { present } from '../domain/kernel/invariant.ts';
import { createLawBook } from './law-book.ts';
import { readPackVersions } from './packs/versions.ts';
import type { Database } from './db/connect.ts';

/** Law books of kept versions, by 'pack@version', each made once. */
export function lawBooks(packs: ReadonlyMap<string, Pack>): (law: string) => LawBook {
  const books = new Map<string, LawBook>();
  return (law) => {
    const pack = present(packs.get(law), `the law ${law} is kept`);
    const book = books.get(law) ?? createLawBook(pack, law.slice(law.indexOf('@') + 1));
    books.set(law, book);
    return book;
  };
}

type Known = {
  readonly pack: Pack;
  readonly packVersion: string;
  readonly law: LawBook;
  readonly database: Database;
};

const former = new WeakMap<Known['database'], Map<string, LawBook>>();

/**
 * The law in force is at hand. Any other version is read when a page about a parcel first asks for it: also one that a younger
 * process brought while this one runs. Null when it is not kept.
 */
export async function lawAsItWas(
  { pack, packVersion, law, database }: Known,
  wanted: string,
): Promise<LawBook | null> {
  if (wanted === `${pack.id}@${packVersion}`) return law;
  const books = former.get(database) ?? new Map<string, LawBook>();
  former.set(database, books);
  const known = books.get(wanted);
  if (known !== undefined) return known;
  const packs = await readPackVersions(database.intake);
  if (!packs.has(wanted)) return null;
  const book = lawBooks(packs)(wanted);
  books.set(wanted, book);
  return book;
}
