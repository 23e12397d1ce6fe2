/** Finds the law of a destination among the packs that are installed; one is read when it is first asked for. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '../../domain/jurisdiction/pack.ts';
import type { LawBook } from '../../domain/journey-law.ts';
import { createLawBook } from '../law-book.ts';
import { requirePack } from '../packs/load.ts';
import { versionOf } from '../packs/versions.ts';

export type Installed = {
  readonly pack: Pack;
  readonly book: LawBook;
  /** Whether it is the law of this installation, which alone may bind. */
  readonly isOwn: boolean;
};

export type Jurisdictions = {
  /** Destinations that a quote may name. */
  readonly countries: readonly string[];
  /** Null where no law of the country is installed. */
  readonly of: (country: string) => Installed | null;
  /** Why the law of others binds nobody here: this is another country's authority, or none at all. */
  readonly authority: 'elsewhere' | 'not-issued';
};

/** `own` is the law of this installation as it is in force here. */
export function openJurisdictions(
  packsDirectory: string,
  own: Omit<Installed, 'isOwn'> | null,
): Jurisdictions {
  const ids = new Map<string, string>();
  for (const { id, countries } of headsIn(packsDirectory))
    for (const country of countries) if (!ids.has(country)) ids.set(country, id);
  if (own !== null) ids.set(own.pack.country, own.pack.id);
  const read = new Map<string, Installed>();
  if (own !== null) read.set(own.pack.id, { ...own, isOwn: true });
  return {
    authority: own === null ? 'not-issued' : 'elsewhere',
    countries: [...ids.keys()].sort(),
    of: (country) => {
      const id = ids.get(country);
      if (id === undefined) return null;
      const known = read.get(id) ?? open(packsDirectory, id);
      read.set(id, known);
      return known;
    },
  };
}

function open(packsDirectory: string, id: string): Installed {
  const { pack, digest } = requirePack(packsDirectory, id);
  return { pack, book: createLawBook(pack, versionOf(digest)), isOwn: false };
}

type Head = { readonly id: string; readonly countries: readonly string[] };

/** The countries of each pack, without reading its law. */
function headsIn(packsDirectory: string): readonly Head[] {
  return readdirSync(packsDirectory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(packsDirectory, name, 'pack.json'))
    .filter((file) => existsSync(file))
    .map((file) => headOf(JSON.parse(readFileSync(file, 'utf8'))));
}

/** A pack that several states share lists them; its own code then names no country. */
function headOf(head: unknown): Head {
  const member = (name: string): unknown =>
    typeof head === 'object' && head !== null ? Reflect.get(head, name) : undefined;
  const states = member('memberStates');
  const countries = Array.isArray(states) ? states : [];
  return {
    id: String(member('id')),
    countries: [String(member('country')), ...countries.map(String)],
  };
}
