/** Chooses, datum by datum, which source's word is used, and remembers whose it was. */
import type { StatementId } from '../kernel/identifier.ts';
import { present } from '../kernel/invariant.ts';
import type { Precedence } from '../jurisdiction/pack.ts';
import type { PartyFacts } from '../parties/party.ts';
import type { ParcelFacts, Streams } from './parcel-facts.ts';
import type { ConsignmentFacts, HouseReference, Statement, StatementKind } from './statement.ts';

/** Believed first when the pack says nothing else. */
const DEFAULT_ORDER: readonly StatementKind[] = [
  'declaration',
  'logistics',
  'order',
  'payment',
  'arrival',
];

const SINGLE = ['mode', 'channel', 'nature', 'countryOfDispatch', 'countryOfDestination', 'transport', 'massGross', 'packages', 'totalValue', 'freight', 'insurance', 'fiscal', 'security', 'returnOf', 'procedure'] as const satisfies readonly (keyof ConsignmentFacts)[]; // prettier-ignore

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * The facts in use about a parcel, from its statements in force (oldest first). For each element the first source in the
 * pack's precedence that stated it wins; among statements of one kind the latest does.
 */
export function factsInUse(
  reference: HouseReference,
  statements: readonly Statement[],
  precedences: readonly Precedence[],
): ParcelFacts {
  const sources: Record<string, StatementId> = {};
  // A parcel of one statement, the ordinary case, has nothing to choose.
  const ranked = (element: string): readonly Statement[] =>
    statements.length === 1 ? statements : rank(statements, orderFor(element, precedences));
  const first = present(
    rank(statements, DEFAULT_ORDER)[0] ?? statements[0],
    'a parcel has at least one statement',
  );
  const chosen: Mutable<ParcelFacts> & { sources: Record<string, StatementId> } = {
    reference,
    profile: first.profile,
    direction: first.facts.direction,
    orderNumbers: distinct(statements.flatMap((statement) => statement.facts.orderNumbers)),
    pieces: pick(ranked('pieces'), 'pieces', sources),
    items: pick(ranked('items'), 'items', sources),
    parties: mergeParties(ranked('parties')),
    streams: streamsOf(statements),
    sources,
  };
  for (const element of SINGLE) chooseSingle(chosen, element, ranked(element));
  return chosen;
}

type Single = (typeof SINGLE)[number];
/** The members are set by name; each has the type that it has in a statement. */
type Chosen = Partial<Record<Single, unknown>> & { readonly sources: Record<string, StatementId> };

function chooseSingle(chosen: Chosen, element: Single, ranked: readonly Statement[]): void {
  for (const statement of ranked) {
    const value = statement.facts[element];
    if (value === undefined) continue;
    chosen[element] = value;
    chosen.sources[element] = statement.id;
    return;
  }
}

function pick<Key extends 'pieces' | 'items'>(
  ranked: readonly Statement[],
  element: Key,
  sources: Record<string, StatementId>,
): ConsignmentFacts[Key] {
  for (const statement of ranked) {
    const list = statement.facts[element];
    if (list.length > 0) {
      sources[element] = statement.id;
      return list;
    }
  }
  return [];
}

const orderFor = (element: string, precedences: readonly Precedence[]): readonly string[] =>
  precedences.find((row) => row.element === element)?.kinds ?? DEFAULT_ORDER;

/** Statements by precedence of kind, the latest of a kind first. */
function rank(statements: readonly Statement[], kinds: readonly string[]): readonly Statement[] {
  if (statements.length === 1) return statements;
  const ranked: Statement[] = [];
  for (const kind of kinds) {
    for (let index = statements.length - 1; index >= 0; index--) {
      const statement = statements[index];
      if (statement?.kind === kind) ranked.push(statement);
    }
  }
  return ranked;
}

/** One party per role, from the first source that names it. */
function mergeParties(ranked: readonly Statement[]): readonly PartyFacts[] {
  if (ranked.length === 1) return ranked[0]?.facts.parties ?? [];
  const byRole = new Map<string, PartyFacts>();
  for (const statement of ranked)
    for (const party of statement.facts.parties)
      if (!byRole.has(party.role)) byRole.set(party.role, party);
  return [...byRole.values()];
}

function streamsOf(statements: readonly Statement[]): Streams {
  const streams: Mutable<Streams> = {
    order: false,
    payment: false,
    logistics: false,
    declaration: false,
    arrival: false,
  };
  for (const statement of statements) streams[statement.kind] = true;
  return streams;
}

const distinct = (values: readonly string[]): readonly string[] =>
  values.length < 2 ? values : [...new Set(values)];
