/** Reads the facts that conditions of datasets may name out of one consignment as stated. */
import type { Item, StatedConsignment } from '../advance-data/statement.ts';
import type { Accessor, FactValue } from '../jurisdiction/condition.ts';
import { conversionFrom } from '../jurisdiction/exchange.ts';
import type { LawInForce } from '../jurisdiction/pack.ts';
import { EXACT_CENT, timesRate } from '../kernel/rate.ts';
import type { Money } from '../kernel/money.ts';
import { gramsOf } from '../kernel/quantity.ts';
import type { PartyRole } from '../parties/party.ts';
import { regionOf, regionOfDestination } from '../parties/region.ts';

/** A consignment, the profile it came under, and the law; the item when the condition is asked about one. */
export type AskedOf = {
  readonly stated: StatedConsignment;
  readonly profile: string;
  readonly law: LawInForce;
  readonly item?: Item;
};

/** Facts of later rooms (charges, quotas) are unknown here; a comparison with an unknown fact does not hold. */
const FACTS: Readonly<Record<string, (asked: AskedOf) => FactValue>> = {
  direction: ({ stated }) => stated.direction,
  mode: ({ stated }) => stated.mode,
  channel: ({ stated }) => stated.channel,
  nature: ({ stated }) => stated.nature,
  profile: ({ profile }) => profile,
  'country.dispatch': ({ stated }) => stated.countryOfDispatch,
  'country.destination': ({ stated }) => stated.countryOfDestination,
  'destination.region': regionStated,
  'mass.gross': ({ stated }) =>
    stated.massGross === undefined ? undefined : grams(gramsOf(stated.massGross)),
  packages: ({ stated }) => stated.packages,
  'pieces.count': ({ stated }) => stated.pieces.length,
  'items.count': ({ stated }) => stated.items.length,
  'items.codes': ({ stated }) => texts(stated, 'commodityCode'),
  'items.origins': ({ stated }) => texts(stated, 'origin'),
  'items.descriptions': ({ stated }) => texts(stated, 'description'),
  'items.licences': ({ stated }) => stated.items.flatMap((item) => item.licences),
  'orders.count': ({ stated }) => stated.orderNumbers.length,
  'value.intrinsic': intrinsicValue,
  'value.freight': ({ stated, law }) =>
    stated.freight === undefined ? undefined : inOwnCurrency(stated.freight, law),
  'collector.scheme': ({ stated }) => stated.fiscal?.collector?.scheme,
  account: ({ stated }) => stated.fiscal?.account,
  'seller.country': ({ stated }) => partyOf(stated, 'seller')?.address?.country,
  'seller.person': ({ stated }) => partyOf(stated, 'seller')?.personType,
  'consignee.person': ({ stated }) => partyOf(stated, 'consignee')?.personType,
  'consignee.registers': ({ stated }) =>
    partyOf(stated, 'consignee')?.identifiers.map(({ scheme }) => scheme),
  'consignor.person': ({ stated }) => partyOf(stated, 'consignor')?.personType,
  'procedure.current': ({ stated }) => stated.procedure?.current,
  'procedure.previous': ({ stated }) => stated.procedure?.previous,
  'procedure.additional': ({ stated }) => stated.procedure?.additional,
  'return.stated': ({ stated }) => stated.returnOf !== undefined,
  'item.code': ({ item }) => item?.commodityCode,
  'item.origin': ({ item }) => item?.origin,
  'item.description': ({ item }) => item?.description,
  'item.value': ({ item, law }) =>
    item?.value === undefined ? undefined : inOwnCurrency(item.value, law),
  'item.mass': ({ item }) =>
    item?.massNet === undefined ? undefined : grams(gramsOf(item.massNet)),
  'item.licences': ({ item }) => item?.licences,
  'item.gtin': ({ item }) => item?.gtin,
  'item.listing': ({ item }) => item?.listingUrl,
  'item.dangerous': ({ item }) => item?.unNumber,
};

/** The accessor of a fact; of one that nobody can know yet it reads undefined. */
export const readConsignmentFact = (name: string): Accessor<AskedOf> =>
  (Object.hasOwn(FACTS, name) ? FACTS[name] : undefined) ?? (() => undefined);

function regionStated({ stated }: AskedOf): string | undefined {
  return regionOfDestination(
    stated.parties.map(({ role, address }) => {
      const region = address === undefined ? undefined : regionOf(address);
      return region === undefined ? { role } : { role, region };
    }),
  );
}

const partyOf = (stated: StatedConsignment, role: PartyRole) =>
  stated.parties.find((party) => party.role === role);

const grams = (mass: bigint | null): number | undefined =>
  mass === null ? undefined : Number(mass);

const texts = (
  stated: StatedConsignment,
  element: 'commodityCode' | 'origin' | 'description',
): readonly string[] =>
  stated.items.flatMap((item) => {
    const text = item[element];
    return text === undefined ? [] : [text];
  });

/** Minor units of the jurisdiction's currency; undefined while an item has no value or no rate is known. */
function intrinsicValue({ stated, law }: AskedOf): number | undefined {
  let sum = 0;
  for (const item of stated.items) {
    const value = item.value === undefined ? undefined : inOwnCurrency(item.value, law);
    if (value === undefined) return undefined;
    sum += value;
  }
  return stated.items.length === 0 ? undefined : sum;
}

/** Compared with thresholds only, never charged, so that half-up to the minor unit is exact enough. */
function inOwnCurrency(amount: Money, law: LawInForce): number | undefined {
  if (amount.currency === law.currency) return Number(amount.minor);
  const conversion = conversionFrom(amount.currency, law);
  if (conversion === null) return undefined;
  return Number(timesRate(amount, conversion.perMinor, EXACT_CENT).minor);
}
