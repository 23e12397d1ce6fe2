/** Writes the facts that matter in canonical form, whose digest names them, and finds in which of them two parcels differ. */
import type { ParcelFacts } from '../advance-data/parcel-facts.ts';
import type { Item } from '../advance-data/statement.ts';
import type { QuoteDifference } from '../charges/quoted.ts';
import { canonicalJson, type Json } from '../kernel/canonical-json.ts';
import { writeAmount, type Money } from '../kernel/money.ts';
import { parseOwn } from '../kernel/parse-own.ts';
import { gramsOf, writeQuantity, type Quantity } from '../kernel/quantity.ts';

/** The canonical form of a parcel that `factsThatMatter` reduced; goods in an order of their own. */
export const writeQuotedFacts = (facts: ParcelFacts): string => canonicalJson(quotedFacts(facts));

function quotedFacts(facts: ParcelFacts): Json {
  const goods = facts.items.map(goodsJson);
  const { procedure } = facts;
  return {
    direction: facts.direction,
    mode: facts.mode,
    channel: facts.channel,
    nature: facts.nature,
    shippedFrom: facts.countryOfDispatch,
    to: facts.countryOfDestination,
    freight: amountJson(facts.freight),
    insurance: amountJson(facts.insurance),
    value: amountJson(facts.totalValue),
    collector: facts.fiscal?.collector?.scheme,
    account: facts.fiscal?.account,
    weight: massJson(facts.massGross),
    packages: facts.packages,
    pieces: facts.pieces.length === 0 ? undefined : facts.pieces.length,
    isReturn: facts.returnOf === undefined ? undefined : true,
    procedure: procedure === undefined ? undefined : { ...procedure, additional: [...procedure.additional].sort() },
    parties: facts.parties.length === 0 ? undefined : facts.parties.map(({ role, country, personType, region, identifiers }) => ({ role, country, personType, region, registers: identifiers.length === 0 ? undefined : identifiers.map(({ scheme }) => scheme).sort() })),
    goods: goods.sort((left, right) => (canonicalJson(left) < canonicalJson(right) ? -1 : 1)),
  }; // prettier-ignore
}

const goodsJson = (item: Item): { readonly [name: string]: Json | undefined } => ({
  commodityCode: item.commodityCode,
  description: item.description,
  dangerous: item.unNumber,
  gtin: item.gtin,
  licences: item.licences.length === 0 ? undefined : [...item.licences].sort(),
  listingUrl: item.listingUrl,
  origin: item.origin,
  quantity: item.quantity === undefined ? undefined : `${writeQuantity(item.quantity)} ${item.quantity.unit}`,
  value: amountJson(item.value),
  weight: massJson(item.massNet),
}); // prettier-ignore

/** In words as people write them: a difference is shown as it stands here. */
const amountJson = (amount: Money | undefined): string | undefined =>
  amount === undefined ? undefined : `${writeAmount(amount)} ${amount.currency}`;

const MICRO_OF_GRAM: bigint = 1_000n;

/** Kilograms and grams of one mass are written alike. */
function massJson(mass: Quantity | undefined): string | undefined {
  if (mass === undefined) return undefined;
  const grams = gramsOf(mass);
  if (grams === null) return `${writeQuantity(mass)} ${mass.unit}`;
  const micro = mass.unit === 'KGM' ? mass.micro : mass.micro / MICRO_OF_GRAM;
  const isExact = mass.unit === 'KGM' || mass.micro % MICRO_OF_GRAM === 0n;
  return isExact
    ? `${writeQuantity({ micro, unit: 'KGM' })} KGM`
    : `${writeQuantity(mass)} ${mass.unit}`;
}

/** The most differences that are told of one parcel. */
const DIFFERENCES_MAX = 20;

/** Every fact that is not the same on both sides, in the order of their pointers. */
export function differencesOf(quoted: string, shipped: string): readonly QuoteDifference[] {
  const [before, after] = [leavesOf(quoted), leavesOf(shipped)];
  const facts = [...new Set([...before.keys(), ...after.keys()])].sort();
  return facts
    .filter((fact) => before.get(fact) !== after.get(fact))
    .map((fact) => ({
      fact,
      quoted: before.get(fact) ?? null,
      shipped: after.get(fact) ?? null,
    }))
    .slice(0, DIFFERENCES_MAX);
}

function leavesOf(facts: string): ReadonlyMap<string, string> {
  const leaves = new Map<string, string>();
  const visit = (value: unknown, pointer: string): void => {
    if (typeof value !== 'object' || value === null) {
      leaves.set(pointer, String(value));
      return;
    }
    for (const [name, member] of Object.entries(value)) visit(member, `${pointer}/${name}`);
  };
  visit(parseOwn<unknown>(facts), '');
  return leaves;
}
