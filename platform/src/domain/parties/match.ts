/** Says when two parties are one entity, and why: two agreements, one of them a name or a number, and nothing that speaks against it. */
import type { Trait } from './traits.ts';

/** A trait as it is kept: its text may be a fingerprint, because only equality counts. */
export type KnownParty = { readonly key: string; readonly traits: readonly Trait[] };

/** What agrees, and how sure that makes us, in a thousand. */
export type Match = { readonly confidence: number; readonly because: readonly string[] };

/** Registers that give a holder one number: two different ones are two holders. */
const ONE_A_HOLDER: ReadonlySet<string> = new Set(
  ['eori', 'lei', 'national-id', 'personal-customs-code'].map((scheme) => `number:${scheme}`),
);

const isNumber = (kind: string): boolean => kind.startsWith('number:');

function textsOf({ traits }: KnownParty): ReadonlyMap<string, ReadonlySet<string>> {
  const texts = new Map<string, Set<string>>();
  for (const { kind, text } of traits) texts.set(kind, (texts.get(kind) ?? new Set()).add(text));
  return texts;
}

/** Kinds in which both say something: true where they agree. */
function compared(left: KnownParty, right: KnownParty): ReadonlyMap<string, boolean> {
  const others = textsOf(right);
  const kinds = new Map<string, boolean>();
  for (const [kind, texts] of textsOf(left)) {
    const other = others.get(kind);
    if (other !== undefined) kinds.set(kind, [...texts].some((text) => other.has(text)));
  }
  return kinds;
} // prettier-ignore

/** Whether two parties cannot be one: a person and a firm, or holders of two numbers where each holder has one. */
export const contradict = (left: KnownParty, right: KnownParty): boolean =>
  [...compared(left, right)].some(
    ([kind, agrees]) => !agrees && (kind === 'person' || ONE_A_HOLDER.has(kind)),
  );

const CONFIDENCE = { numberAndName: 990, numberAndPlace: 950, nameAndPlace: 940, nameAndContact: 930 } as const; // prettier-ignore

/**
 * Null when they are not seen to be one. A number alone is not enough, because numbers are used by others than their holders; a place or
 * a telephone alone is not, because many share it.
 */
export function matchParties(left: KnownParty, right: KnownParty): Match | null {
  if (contradict(left, right)) return null;
  const kinds = compared(left, right);
  const agreed = [...kinds].filter(([kind, agrees]) => agrees && kind !== 'person').map(([kind]) => kind).sort(); // prettier-ignore
  const has = (wanted: (kind: string) => boolean): boolean => agreed.some(wanted);
  const name = has((kind) => kind === 'name');
  const place = has((kind) => kind === 'place');
  const confidence = confidenceOf({ name, place, number: has(isNumber), contact: has((kind) => kind === 'phone' || kind === 'email') }); // prettier-ignore
  return confidence === null ? null : { confidence, because: agreed };
}

type Agreed = Readonly<Record<'name' | 'place' | 'number' | 'contact', boolean>>;

function confidenceOf({ name, place, number, contact }: Agreed): number | null {
  if (number && name) return CONFIDENCE.numberAndName;
  if (number && place) return CONFIDENCE.numberAndPlace;
  if (name && place) return CONFIDENCE.nameAndPlace;
  return name && contact ? CONFIDENCE.nameAndContact : null;
}

export type Linked = { readonly key: string; readonly match: Match };

export type Placement = {
  /** The entity that the party joins; null when one is to be opened for it and those it matches. */
  readonly entity: string | null;
  /** The party itself first; then, for a new entity, the others. */
  readonly links: readonly Linked[];
};

export type Neighbour = KnownParty & {
  /** Id as decimal text; null while the party is in none. */
  readonly entity: string | null;
};

/**
 * Where a party that was never seen belongs. `neighbours` are those that share a trait with it, and all members of their entities. It joins
 * the oldest entity with a match and without a member that contradicts it; entities are never merged, which is for people to do. Null
 * when it stands alone.
 */
export function placeParty(party: KnownParty, neighbours: readonly Neighbour[]): Placement | null {
  const matches = neighbours
    .map((neighbour) => ({ neighbour, match: matchParties(party, neighbour) }))
    .filter((each): each is { neighbour: Neighbour; match: Match } => each.match !== null)
    .sort((left, right) => right.match.confidence - left.match.confidence || (left.neighbour.key < right.neighbour.key ? -1 : 1)); // prettier-ignore
  const entities = [...new Set(matches.flatMap(({ neighbour }) => neighbour.entity ?? []))].sort(byAge); // prettier-ignore
  for (const entity of entities) {
    const members = neighbours.filter((each) => each.entity === entity);
    const best = matches.find(({ neighbour }) => neighbour.entity === entity);
    if (best !== undefined && !members.some((member) => contradict(party, member)))
      return { entity, links: [{ key: party.key, match: best.match }] };
  }
  const free: { readonly neighbour: Neighbour; readonly match: Match }[] = [];
  for (const each of matches)
    if (each.neighbour.entity === null && !free.some(({ neighbour }) => contradict(neighbour, each.neighbour))) free.push(each); // prettier-ignore
  const [first] = free;
  if (first === undefined) return null;
  const others = free.map(({ neighbour, match }) => ({ key: neighbour.key, match }));
  return { entity: null, links: [{ key: party.key, match: first.match }, ...others] };
}

const byAge = (left: string, right: string): number => (BigInt(left) < BigInt(right) ? -1 : 1);
