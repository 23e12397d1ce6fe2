/** Reads the named facts of pack conditions out of a parcel, before and after its charges are known. */
import type { ParcelFacts } from '../advance-data/parcel-facts.ts';
import type { Item } from '../advance-data/statement.ts';
import type { Accessor, FactValue } from '../jurisdiction/condition.ts';
import type {
  ItemFactName,
  ParcelFactName,
  QuantityFactName,
  QuotaFactName,
} from '../jurisdiction/fact-types.ts';
import { present } from '../kernel/invariant.ts';
import type { Rate } from '../kernel/rate.ts';
import { gramsOf, type Quantity } from '../kernel/quantity.ts';
import { countOfArticles, massOfItem, volumeOf } from './quantities.ts';
import type { PartyFacts, PartyRole } from '../parties/party.ts';
import { regionOfDestination } from '../parties/region.ts';
import type { ChargeCase } from './case.ts';
import type { QuotaEffect } from './charge.ts';

type ValueFactName = 'value.intrinsic' | 'value.customs' | 'value.freight';
type Table<Name extends string, Case> = Readonly<Record<Name, Accessor<Case>>>;

const grams = (mass: Quantity | undefined): number | undefined => {
  const found = mass === undefined ? null : gramsOf(mass);
  return found === null ? undefined : Number(found);
};

const partyOf = (facts: ParcelFacts, role: PartyRole): PartyFacts | undefined =>
  facts.parties.find((party) => party.role === role);

function each(
  facts: ParcelFacts,
  read: (item: Item) => string | undefined,
): readonly string[] | undefined {
  const found: string[] = [];
  for (const item of facts.items) {
    const value = read(item);
    if (value !== undefined) found.push(value);
  }
  return filled(found);
}

/** An empty list is nothing known. */
const filled = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length === 0 ? undefined : list;

const registersOf = (party: PartyFacts | undefined): readonly string[] | undefined =>
  filled((party?.identifiers ?? []).map(({ scheme }) => scheme));

const STATED: Table<Exclude<ParcelFactName, ValueFactName>, ParcelFacts> = {
  direction: (facts) => facts.direction,
  mode: (facts) => facts.mode,
  channel: (facts) => facts.channel,
  nature: (facts) => facts.nature,
  profile: (facts) => facts.profile,
  'country.dispatch': (facts) => facts.countryOfDispatch,
  'country.destination': (facts) => facts.countryOfDestination,
  'destination.region': (facts) => regionOfDestination(facts.parties),
  'mass.gross': (facts) => grams(facts.massGross),
  packages: (facts) => facts.packages,
  'pieces.count': (facts) => facts.pieces.length,
  'items.count': (facts) => facts.items.length,
  'items.codes': (facts) => each(facts, (item) => item.commodityCode),
  'items.origins': (facts) => each(facts, (item) => item.origin),
  'items.descriptions': (facts) => each(facts, (item) => item.description),
  'items.licences': (facts) => filled(facts.items.flatMap((item) => item.licences)),
  'orders.count': (facts) => facts.orderNumbers.length,
  'collector.scheme': (facts) => facts.fiscal?.collector?.scheme,
  account: (facts) => facts.fiscal?.account,
  'seller.country': (facts) => partyOf(facts, 'seller')?.country,
  'seller.person': (facts) => partyOf(facts, 'seller')?.personType,
  'consignee.person': (facts) => partyOf(facts, 'consignee')?.personType,
  'consignee.registers': (facts) => registersOf(partyOf(facts, 'consignee')),
  'consignor.person': (facts) => partyOf(facts, 'consignor')?.personType,
  'procedure.current': (facts) => facts.procedure?.current,
  'procedure.previous': (facts) => facts.procedure?.previous,
  'procedure.additional': (facts) => facts.procedure?.additional,
  'return.stated': (facts) => facts.returnOf !== undefined,
  'stream.order': (facts) => facts.streams.order,
  'stream.payment': (facts) => facts.streams.payment,
  'stream.logistics': (facts) => facts.streams.logistics,
  'stream.declaration': (facts) => facts.streams.declaration,
};

const VALUED: Table<ValueFactName, ChargeCase> = {
  'value.intrinsic': ({ values }) => (values.known ? Number(values.intrinsicTotal) : undefined),
  'value.customs': ({ values }) => (values.known ? Number(values.customsTotal) : undefined),
  'value.freight': ({ values }) => Number(values.freightTotal),
};

const ofItem = (read: (item: Item) => FactValue): Accessor<ChargeCase> => {
  return (given) => read(present(given.items[given.item], 'the item in question exists'));
};

const ITEM: Table<ItemFactName, ChargeCase> = {
  'item.code': ofItem((item) => item.commodityCode),
  'item.origin': ofItem((item) => item.origin),
  'item.description': ofItem((item) => item.description),
  'item.value': ({ values, item }) => (values.known ? Number(values.intrinsic[item]) : undefined),
  'item.mass': ofItem((item) => grams(item.massNet ?? item.massGross)),
  'item.licences': ofItem((item) => filled(item.licences)),
  'item.gtin': ofItem((item) => item.gtin),
  'item.listing': ofItem((item) => item.listingUrl),
  'item.dangerous': ofItem((item) => item.unNumber),
};

/** The price of the goods for one of the quantity; unknown while either is. */
const priceFor =
  (quantityOf: (given: ChargeCase) => Rate | null): Accessor<ChargeCase> =>
  (given) => {
    const quantity = given.values.known ? quantityOf(given) : null;
    if (quantity === null || quantity.numerator === 0n) return undefined;
    const price = given.values.intrinsic[given.item] ?? 0n;
    return Number((price * quantity.denominator) / quantity.numerator);
  };

const quantityOf = ({ items, item }: ChargeCase): Quantity | undefined => items[item]?.quantity;

const QUANTITY: Table<QuantityFactName, ChargeCase> = {
  'items.units': ({ items }) => {
    let units = 0;
    for (const { quantity } of items) {
      const articles = countOfArticles(quantity);
      if (articles === null) return undefined;
      units += Number(articles.numerator) / Number(articles.denominator);
    }
    return units;
  },
  'item.price.litre': priceFor((given) => volumeOf(quantityOf(given), 'litre')),
  'item.price.kilogram': priceFor(massOfItem),
  'item.price.unit': priceFor((given) => countOfArticles(quantityOf(given))),
};

const QUOTA: Table<QuotaFactName, ChargeCase> = {
  'quota.state': ({ quota }) => quota?.state,
  'quota.effect': ({ quota }) => quota?.effect,
};

/** What the conditions of rates, thresholds and quotas read; a name that pack check does not know is our bug. */
export function readChargeFact(name: string): Accessor<ChargeCase> {
  const stated = find(STATED, name);
  if (stated !== undefined) return (given) => stated(given.facts);
  return present(
    find(VALUED, name) ?? find(ITEM, name) ?? find(QUANTITY, name) ?? find(QUOTA, name),
    `the fact ${name} is known to rates`,
  );
}

const find = <Case>(
  table: Readonly<Record<string, Accessor<Case>>>,
  name: string,
): Accessor<Case> | undefined => (Object.hasOwn(table, name) ? table[name] : undefined);

const SEVERITY = ['none', 'full-tax', 'general-trade', 'reject'] as const;

/** Of the quotas that apply the one with the severest effect. */
export function severest(quotas: readonly QuotaEffect[]): QuotaEffect | null {
  let worst: QuotaEffect | null = null;
  for (const quota of quotas) {
    if (worst === null || SEVERITY.indexOf(quota.effect) > SEVERITY.indexOf(worst.effect))
      worst = quota;
  }
  return worst;
}
