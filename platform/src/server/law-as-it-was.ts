/** Finds the law that a past decision was made under: every version that decided something is kept in the database. */
import type { LawBook } from '../domain/journey-law.ts';
import type { Pack } from '../domain/jurisdiction/pack.ts';
import { present } from '../domain/kernel/invariant.ts';
import { createLawBook } from './law-book.ts';
import { readPackVersions } from './packs/versions.ts';
import type { Platform } from './world.ts';

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

type Known = Pick<Platform, 'pack' | 'packVersion' | 'law' | 'database'>;

const former = new WeakMap<Known['database'], Promise<(law: string) => LawBook>>();

/** The law in force is at hand; former versions are read once, when a page about an old parcel asks for one. */
export async function lawAsItWas(
  { pack, packVersion, law, database }: Known,
  wanted: string,
): Promise<LawBook> {
  if (wanted === `${pack.id}@${packVersion}`) return law;
  const books = former.get(database) ?? readPackVersions(database.intake).then(lawBooks);
  former.set(database, books);
  return (await books)(wanted);
}
