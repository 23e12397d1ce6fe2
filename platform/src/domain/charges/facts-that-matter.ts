/** Reduces a parcel to the facts that its charges can depend on, so that two parcels which are alike in them owe the same. */
import type { ParcelFacts } from '../advance-data/parcel-facts.ts';
import type { Item } from '../advance-data/statement.ts';
import type { LawInForce } from '../jurisdiction/pack.ts';
import type { Money } from '../kernel/money.ts';
import type { PartyFacts } from '../parties/party.ts';
import { choicesOf, readsOf, type LawReads } from './law-reads.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A parcel without anything that tells it from another of the same facts. */
const BARE = {
  reference: { scheme: 'courier', number: 'QUOTE' },
  profile: 'standard',
  orderNumbers: [],
  streams: { order: false, payment: false, logistics: false, declaration: true, arrival: false },
  sources: {},
} as const satisfies Partial<ParcelFacts>;

/**
 * The facts that matter under the law. Whatever no row of it asks about is gone: names, texts, numbers, and the digits of
 * a code beyond the last line that the law draws. Charges of the reduced parcel are those of the parcel.
 */
export function factsThatMatter(facts: ParcelFacts, law: LawInForce): ParcelFacts {
  const reads = readsOf(law, choicesOf(facts));
  const { names } = reads;
  const kept: Mutable<ParcelFacts> = {
    ...BARE,
    direction: facts.direction,
    pieces: names.has('pieces.count') ? facts.pieces.map((_, at) => ({ reference: String(at + 1) })) : [],
    items: facts.items.map((item) => itemThatMatters(item, facts, reads)),
    parties: partiesThatMatter(facts.parties, names),
  }; // prettier-ignore
  keepStated(kept, facts, names);
  if (facts.items.length === 0 && facts.totalValue !== undefined)
    kept.totalValue = facts.totalValue;
  const fiscal = fiscalThatMatters(facts, law, names);
  if (fiscal !== undefined) kept.fiscal = fiscal;
  return kept;
}

/** Facts that are kept as they are where the law asks for the name. */
const STATED = [
  ['mode', 'mode'],
  ['channel', 'channel'],
  ['nature', 'nature'],
  ['country.dispatch', 'countryOfDispatch'],
  ['country.destination', 'countryOfDestination'],
  ['mass.gross', 'massGross'],
] as const satisfies readonly (readonly [string, keyof ParcelFacts])[];

const AMOUNTS = [
  ['value.freight', 'freight'],
  ['insurance', 'insurance'],
] as const satisfies readonly (readonly [string, keyof ParcelFacts])[];

function keepStated(
  kept: Mutable<ParcelFacts>,
  facts: ParcelFacts,
  names: ReadonlySet<string>,
): void {
  for (const [name, member] of STATED)
    if (facts[member] !== undefined && names.has(name))
      Object.assign(kept, { [member]: facts[member] });
  for (const [name, member] of AMOUNTS)
    if (isThere(facts[member]) && names.has(name)) kept[member] = facts[member];
  const packages = packagesOf(facts, names);
  if (packages !== undefined) kept.packages = packages;
  if (facts.returnOf !== undefined && names.has('return.stated'))
    kept.returnOf = { scheme: 'courier', number: 'RETURN' };
  if (facts.procedure !== undefined && PROCEDURE_FACTS.some((name) => names.has(name)))
    kept.procedure = facts.procedure;
}

const PROCEDURE_FACTS = ['procedure.current', 'procedure.previous', 'procedure.additional'];

/** Nothing stated and nothing to pay are the same. */
const isThere = (amount: Money | undefined): amount is Money =>
  amount !== undefined && amount.minor !== 0n;

/** Pieces stand for packages where nobody counted these. */
function packagesOf(
  { packages, pieces }: ParcelFacts,
  names: ReadonlySet<string>,
): number | undefined {
  if (!names.has('packages')) return undefined;
  return packages ?? (pieces.length > 0 && !names.has('pieces.count') ? pieces.length : undefined);
}

function itemThatMatters(item: Item, facts: ParcelFacts, { names, ...codes }: LawReads): Item {
  const isAsked = (asked: readonly string[]): boolean => asked.some((name) => names.has(name));
  const kept: Mutable<Item> = { licences: isAsked(LICENCES) ? item.licences : [] };
  const value = item.value ?? (facts.items.length === 1 ? facts.totalValue : undefined);
  if (value !== undefined) kept.value = value;
  const { commodityCode: code } = item;
  if (code !== undefined) kept.commodityCode = codeThatMatters(code, codes, names);
  const mass = item.massNet ?? item.massGross;
  if (mass !== undefined && names.has('item.mass')) kept.massNet = mass;
  for (const [asked, member] of OF_ITEM)
    if (item[member] !== undefined && isAsked(asked))
      Object.assign(kept, { [member]: item[member] });
  return kept;
}

const LICENCES = ['item.licences', 'items.licences'];

/** Members of an item, by the names under which a law may ask for them. */
const OF_ITEM = [
  [['item.origin', 'items.origins'], 'origin'],
  [['item.quantity'], 'quantity'],
  [['item.description', 'items.descriptions'], 'description'],
  [['item.gtin'], 'gtin'],
  [['item.listing'], 'listingUrl'],
  [['item.dangerous'], 'unNumber'],
] as const satisfies readonly (readonly [readonly string[], keyof Item])[];

/** Items of one six-digit code are one line, whatever else the law says. */
const LINE_DIGITS = 6;

/** The digits up to the longest prefix that the law names; all of them where it names whole codes. */
function codeThatMatters(
  code: string,
  { prefixes, prefixDigitsMax }: Omit<LawReads, 'names'>,
  names: ReadonlySet<string>,
): string {
  if (names.has('item.code.whole')) return code;
  for (let length = Math.min(code.length, prefixDigitsMax); length > LINE_DIGITS; length--)
    if (prefixes.has(code.slice(0, length))) return code.slice(0, length);
  return code.slice(0, LINE_DIGITS);
}

/** Parties of a role, by the names under which a law may ask for what they are. */
const ROLES = ['seller', 'consignee', 'consignor', 'deliver-to'] as const;

function partiesThatMatter(
  parties: readonly PartyFacts[],
  names: ReadonlySet<string>,
): readonly PartyFacts[] {
  return ROLES.flatMap((role) => {
    const party = parties.find((each) => each.role === role);
    const kept = party === undefined ? null : partyThatMatters(party, names);
    return kept === null ? [] : [kept];
  });
}

/** Null when nothing about the party matters. */
function partyThatMatters(
  { role, country, personType, region, identifiers }: PartyFacts,
  names: ReadonlySet<string>,
): PartyFacts | null {
  const isDoor = role === 'consignee' || role === 'deliver-to';
  const stated = {
    country: names.has(`${role}.country`) ? country : undefined,
    personType: names.has(`${role}.person`) ? personType : undefined,
    region: isDoor && names.has('destination.region') ? region : undefined,
  };
  const registers = names.has(`${role}.registers`) ? identifiers : [];
  const known = Object.entries(stated).filter(([, value]) => value !== undefined);
  if (known.length === 0 && registers.length === 0) return null;
  const numberless = registers.map(({ scheme }) => ({ scheme, value: '' }));
  return { role, identifiers: numberless, ...Object.fromEntries(known) };
}

/** A scheme that the law does not know collects nothing, and is left out unless a row asks for its name. */
function fiscalThatMatters(
  { fiscal }: ParcelFacts,
  law: LawInForce,
  names: ReadonlySet<string>,
): ParcelFacts['fiscal'] {
  const stated = fiscal?.collector?.scheme;
  const known = law.collectors.find(
    ({ scheme }) => scheme.toLowerCase() === stated?.toLowerCase(),
  )?.scheme;
  const scheme = known ?? (names.has('collector.scheme') ? stated : undefined);
  const account = names.has('account') ? fiscal?.account : undefined;
  if (scheme === undefined && account === undefined) return undefined;
  return {
    ...(scheme === undefined ? {} : { collector: { scheme, number: '' } }),
    ...(account === undefined ? {} : { account }),
  };
}
