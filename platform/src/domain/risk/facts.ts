/** Reads each named fact out of a parcel or item; a fact that is not known is undefined, never a guess. */
import type { Accessor, FactValue } from '../jurisdiction/condition.ts';
import type { ChargeAssessment, ChargeKind, QuotaEffect } from '../charges/charge.ts';
import type { Money } from '../kernel/money.ts';
import type { PartyFacts, PartyRole } from '../parties/party.ts';
import { regionOfDestination } from '../parties/region.ts';
import { collectorStanding } from './collector-standing.ts';
import type { RiskItemFactName, RiskParcelFactName } from './fact-types.ts';
import {
  assessedAmount,
  gramsKnown,
  grossMass,
  itemNumbers,
  wordsOfCase,
  type RiskCase,
  type RiskSubject,
} from './subject.ts';

type Read = Accessor<RiskCase>;

const ofParcel =
  (read: (subject: RiskSubject) => FactValue): Read =>
  (given) =>
    read(given.subject);

const partyOf = (subject: RiskSubject, role: PartyRole): PartyFacts | undefined => {
  for (const party of subject.facts.parties) if (party.role === role) return party;
  return undefined;
};

const inOwnCurrency = (subject: RiskSubject, amount: Money | undefined): number | undefined =>
  amount?.currency === subject.charges.currency ? Number(amount.minor) : undefined;

function chargeOf(subject: RiskSubject, kind: ChargeKind): number | undefined {
  if (subject.charges.incomplete) return undefined;
  let minor = 0n;
  for (const line of subject.charges.lines) if (line.charge === kind) minor += line.amount.minor;
  return Number(minor);
}

const known = <T>(values: readonly (T | undefined)[]): T[] =>
  values.filter((value) => value !== undefined);

const perKilogram = (minor: number | undefined, mass: number | undefined): number | undefined =>
  minor === undefined || mass === undefined || mass === 0
    ? undefined
    : Math.round((minor * 1000) / mass);

const each = (amount: number | undefined, count: number | undefined): number | undefined =>
  amount === undefined || count === undefined || count === 0
    ? undefined
    : Math.round(amount / count);

const hundredfold = (amount: number | undefined): number | undefined =>
  amount === undefined ? undefined : amount * 100;

/** Of several quotas the first that is exceeded speaks, else the first. */
const gravest = (quotas: ChargeAssessment['quotas']): QuotaEffect | undefined =>
  quotas.find((quota) => quota.state !== 'within') ?? quotas[0];

/** Every fact of the parcel, by name. */
export const PARCEL_FACTS: Readonly<Record<RiskParcelFactName, Read>> = {
  direction: ofParcel(({ facts }) => facts.direction),
  mode: ofParcel(({ facts }) => facts.mode),
  channel: ofParcel(({ facts }) => facts.channel),
  nature: ofParcel(({ facts }) => facts.nature),
  profile: ofParcel(({ facts }) => facts.profile),
  'country.dispatch': ofParcel(({ facts }) => facts.countryOfDispatch),
  'country.destination': ofParcel(({ facts }) => facts.countryOfDestination),
  'destination.region': ofParcel(({ facts }) => regionOfDestination(facts.parties)),
  'mass.gross': grossMass,
  packages: ofParcel(({ facts }) => facts.packages),
  'pieces.count': ofParcel(({ facts }) => facts.pieces.length),
  'items.count': ofParcel(({ facts }) => facts.items.length),
  'items.codes': ofParcel(({ facts }) => known(facts.items.map((item) => item.commodityCode))),
  'items.origins': ofParcel(({ facts }) => known(facts.items.map((item) => item.origin))),
  'items.descriptions': ofParcel(({ facts }) => known(facts.items.map((item) => item.description))),
  'items.licences': ofParcel(({ facts }) => facts.items.flatMap((item) => item.licences)),
  'items.words': wordsOfCase,
  'orders.count': ofParcel(({ facts }) => facts.orderNumbers.length),
  'value.intrinsic': ofParcel((subject) => assessedAmount(subject, subject.charges.intrinsicValue)),
  'value.customs': ofParcel((subject) => assessedAmount(subject, subject.charges.customsValue)),
  'value.freight': ofParcel((subject) => inOwnCurrency(subject, subject.facts.freight)),
  'value.freight.percent': ofParcel((subject) =>
    each(
      hundredfold(inOwnCurrency(subject, subject.facts.freight)),
      assessedAmount(subject, subject.charges.intrinsicValue),
    ),
  ),
  'value.per.kilogram': ofParcel((subject) =>
    perKilogram(
      assessedAmount(subject, subject.charges.customsValue),
      gramsKnown(subject.facts.massGross),
    ),
  ),
  'collector.scheme': ofParcel(({ facts }) => facts.fiscal?.collector?.scheme),
  'collector.standing': ofParcel(collectorStanding),
  account: ofParcel(({ facts }) => facts.fiscal?.account),
  'seller.country': ofParcel((subject) => partyOf(subject, 'seller')?.country),
  'seller.person': ofParcel((subject) => partyOf(subject, 'seller')?.personType),
  'consignee.person': ofParcel((subject) => partyOf(subject, 'consignee')?.personType),
  'consignee.registers': ofParcel((subject) =>
    known(partyOf(subject, 'consignee')?.identifiers.map(({ scheme }) => scheme) ?? []),
  ),
  'consignor.person': ofParcel((subject) => partyOf(subject, 'consignor')?.personType),
  'consignee.country': ofParcel((subject) => partyOf(subject, 'consignee')?.country),
  'consignor.country': ofParcel((subject) => partyOf(subject, 'consignor')?.country),
  'parties.keys': ofParcel(({ facts }) => known(facts.parties.map((party) => party.key))),
  'parties.identifiers': ofParcel(({ facts }) =>
    facts.parties.flatMap((party) =>
      party.identifiers.map(({ scheme, value }) => `${scheme}:${value}`),
    ),
  ),
  'procedure.current': ofParcel(({ facts }) => facts.procedure?.current),
  'procedure.previous': ofParcel(({ facts }) => facts.procedure?.previous),
  'procedure.additional': ofParcel(({ facts }) => facts.procedure?.additional),
  'return.stated': ofParcel(({ facts }) => facts.returnOf !== undefined),
  'reference.scheme': ofParcel(({ facts }) => facts.reference.scheme),
  'security.status': ofParcel(({ facts }) => facts.security?.status),
  'stream.order': ofParcel(({ facts }) => facts.streams.order),
  'stream.payment': ofParcel(({ facts }) => facts.streams.payment),
  'stream.logistics': ofParcel(({ facts }) => facts.streams.logistics),
  'stream.declaration': ofParcel(({ facts }) => facts.streams.declaration),
  'streams.count': ofParcel(
    ({ facts: { streams } }) =>
      Number(streams.order) +
      Number(streams.payment) +
      Number(streams.logistics) +
      Number(streams.declaration),
  ),
  'findings.codes': ofParcel(({ findings }) => findings.map((finding) => finding.code)),
  'findings.errors': ofParcel(
    ({ findings }) => findings.filter((finding) => finding.severity === 'error').length,
  ),
  'quality.score': ofParcel(({ quality }) => quality),
  'order.parcels': ofParcel(({ knowledge }) => knowledge.orderParcels + 1),
  'consignee.today': ofParcel(({ knowledge }) => knowledge.consigneeToday),
  'seller.today': ofParcel(({ knowledge }) => knowledge.sellerToday),
  'declarant.known': ofParcel(({ knowledge }) => knowledge.declarant !== null),
  'declarant.active': ofParcel(({ knowledge }) => knowledge.declarant?.active),
  'declarant.kind': ofParcel(({ knowledge }) => knowledge.declarant?.kind),
  'declarant.tier': ofParcel(({ knowledge }) => knowledge.declarant?.trustTier),
  'declarant.parcels': ofParcel(({ knowledge }) => knowledge.declarant?.parcels),
  'declarant.adverse': ofParcel(({ knowledge }) => knowledge.declarant?.adverse),
  'declarant.adverse.rate': ofParcel(({ knowledge: { declarant } }) =>
    declarant === null || declarant.parcels === 0
      ? undefined
      : Math.round((declarant.adverse * 1000) / declarant.parcels),
  ),
  'screening.count': ofParcel(({ knowledge }) => knowledge.screeningHits.length),
  'screening.best': ofParcel(({ knowledge }) =>
    Math.round(1000 * knowledge.screeningHits.reduce((best, hit) => Math.max(best, hit.score), 0)),
  ),
  'screening.lists': ofParcel(({ knowledge }) => knowledge.screeningHits.map((hit) => hit.list)),
  'charges.total': ofParcel((subject) => assessedAmount(subject, subject.charges.total)),
  'charges.payable': ofParcel((subject) => assessedAmount(subject, subject.charges.payable)),
  'charges.duty': ofParcel((subject) => chargeOf(subject, 'duty')),
  'charges.vat': ofParcel((subject) => chargeOf(subject, 'vat')),
  'charges.gst': ofParcel((subject) => chargeOf(subject, 'gst')),
  'charges.excise': ofParcel((subject) => chargeOf(subject, 'excise')),
  'charges.fee': ofParcel((subject) => chargeOf(subject, 'fee')),
  'charges.incomplete': ofParcel(({ charges }) => charges.incomplete),
  'charges.reliefs': ofParcel(({ charges }) => charges.reliefs),
  'quota.state': ofParcel(({ charges }) => gravest(charges.quotas)?.state),
  'quota.effect': ofParcel(({ charges }) => gravest(charges.quotas)?.effect),
};

const itemValue = (given: RiskCase): number | undefined => itemNumbers(given).value;
/** Net mass where it is stated, else gross. */
const itemMass = (given: RiskCase): number | undefined => itemNumbers(given).mass;
const itemQuantity = (given: RiskCase): number | undefined => itemNumbers(given).quantity;

/** Every fact of one item, by name. */
export const ITEM_FACTS: Readonly<Record<RiskItemFactName, Read>> = {
  'item.code': ({ item }) => item?.commodityCode,
  'item.origin': ({ item }) => item?.origin,
  'item.description': ({ item }) => item?.description,
  'item.words': wordsOfCase,
  'item.words.count': (given) => wordsOfCase(given).length,
  'item.value': itemValue,
  'item.value.each': (given) => each(itemValue(given), itemQuantity(given)),
  'item.value.per.kilogram': (given) => perKilogram(itemValue(given), itemMass(given)),
  'item.mass': itemMass,
  'item.mass.each': (given) => each(itemMass(given), itemQuantity(given)),
  'item.quantity': itemQuantity,
  'item.licences': ({ item }) => item?.licences,
  'item.gtin': ({ item }) => item?.gtin,
  'item.sku': ({ item }) => item?.sku,
  'item.listing': ({ item }) => item?.listingUrl,
  'item.dangerous': ({ item }) => item?.unNumber,
};

const FACTS: ReadonlyMap<string, Read> = new Map([
  ...Object.entries(PARCEL_FACTS),
  ...Object.entries(ITEM_FACTS),
]);

/** How to read a fact by its name; undefined for a name the registry does not know. */
export const factReader = (name: string): Read | undefined => FACTS.get(name);

export const isItemFact = (name: string): boolean => Object.hasOwn(ITEM_FACTS, name);

export const isRiskParcelFact = (name: string): name is RiskParcelFactName =>
  Object.hasOwn(PARCEL_FACTS, name);
