/** What was imported, at hand for those who serve: read anew after an import, and not before somebody asks. */
import { editionOn, editionsOf, type Edition } from '../../domain/commodity/edition.ts';
import { migrateCode, type Migration } from '../../domain/commodity/migrate-code.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { Pool } from '../db/connect.ts';
import { readCatalogue, shippedCatalogue, type CodeCatalogue } from './code-catalogue.ts';
import { EDITIONS } from './harmonized-system.ts';
import { readLinks, readRevision, type StoredLink } from './store.ts';

export type CodeLibrary = {
  readonly catalogue: () => Promise<CodeCatalogue>;
  /** What became of a code of an earlier or later edition on a day; null when it stands, or when no edition has it. */
  readonly migrate: (code: string, on: Day) => Promise<MovedCode | null>;
};

export type MovedCode = {
  readonly code: string;
  readonly from: string;
  readonly to: string;
  readonly migration: Migration;
};

/** How often a process looks whether there was an import, at most. */
const LOOK_MILLISECONDS = 1_000;

/** `pool` is null where there is no database: then only what ships is known. */
export function createCodeLibrary(pool: Pool | null, country: string): CodeLibrary {
  let kept: { readonly revision: number; readonly made: Promise<CodeCatalogue> } | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  const catalogue = async (): Promise<CodeCatalogue> => {
    if (kept !== undefined && performance.now() - lookedAt < LOOK_MILLISECONDS) return kept.made;
    const revision = pool === null ? 0 : await readRevision(pool);
    lookedAt = performance.now();
    if (kept?.revision !== revision) {
      const made =
        pool === null || revision === 0
          ? Promise.resolve(shippedCatalogue())
          : readCatalogue(pool, country);
      kept = { revision, made };
      // One that could not be read is read again by the next who asks.
      made.catch(() => (kept = undefined));
    }
    return kept.made;
  };
  return {
    catalogue,
    migrate: async (code, on) => {
      const { codes } = await catalogue();
      const subheading = code.slice(0, SUBHEADING_DIGITS);
      const now = editionOn(EDITIONS, on);
      if (now === undefined || codes.knows(subheading, on)) return null;
      const [was] = editionsOf(codes.periodsOf(subheading), EDITIONS);
      if (was === undefined) return null;
      const migration = migrateCode(
        subheading,
        pool === null ? null : await correlationOf(pool, subheading, [was, now]),
        false,
      );
      return { code: subheading, from: was.year, to: now.year, migration };
    },
  };
}

const SUBHEADING_DIGITS = 6;

/** Publications go from the younger edition to the older one; they are read in either direction. */
async function correlationOf(
  pool: Pool,
  code: string,
  [from, to]: readonly [Edition, Edition],
): Promise<Parameters<typeof migrateCode>[1]> {
  const isForward = from.from < to.from;
  const [younger, older] = isForward ? [to, from] : [from, to];
  const whole = `hs-${younger.year}-to-hs-${older.year}`;
  const best = `${whole}-best`;
  const rows = await readLinks(pool, [whole, best], code);
  const turned = ({ code: left, becomes: right }: StoredLink) =>
    isForward ? { code: right, becomes: left } : { code: left, becomes: right };
  const of = (publication: string) => rows.filter((row) => row.publication === publication).map(turned); // prettier-ignore
  const [links, bests] = [of(whole), of(best)];
  if (links.length === 0 && bests.length === 0) return null;
  return {
    links: links.length > 0 ? links : bests,
    bestOf: (asked) => {
      const [only, second] = bests.filter((link) => link.code === asked);
      return second === undefined ? only?.becomes : undefined;
    },
  };
}
