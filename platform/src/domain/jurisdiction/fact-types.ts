/** The names a pack's conditions may use, with their types; later rooms read them, and risk adds its own. */
import type { FactTypes } from './condition.ts';

/** Facts of the parcel as stated. Money in minor units of the jurisdiction's currency, masses in grams. */
export const PARCEL_FACT_TYPES = {
  direction: 'text',
  mode: 'text',
  channel: 'text',
  nature: 'text',
  profile: 'text',
  'country.dispatch': 'text',
  'country.destination': 'text',
  /** ISO 3166-2 code of the province or state of delivery, such as CA-ON. */
  'destination.region': 'text',
  'mass.gross': 'number',
  packages: 'number',
  'pieces.count': 'number',
  'items.count': 'number',
  'items.codes': 'texts',
  'items.origins': 'texts',
  'items.descriptions': 'texts',
  'items.licences': 'texts',
  'orders.count': 'number',
  'value.intrinsic': 'number',
  'value.customs': 'number',
  'value.freight': 'number',
  'collector.scheme': 'text',
  account: 'text',
  'seller.country': 'text',
  'seller.person': 'text',
  'consignee.person': 'text',
  /** Schemes of the registers in which the consignee has a number: vat, gst, eori ... */
  'consignee.registers': 'texts',
  'consignor.person': 'text',
  'procedure.current': 'text',
  'procedure.previous': 'text',
  'procedure.additional': 'texts',
  'return.stated': 'boolean',
  'stream.order': 'boolean',
  'stream.payment': 'boolean',
  'stream.logistics': 'boolean',
  'stream.declaration': 'boolean',
} as const satisfies FactTypes;
export type ParcelFactName = keyof typeof PARCEL_FACT_TYPES;

/** Facts of the one item a rate, threshold or item rule is asked about. */
export const ITEM_FACT_TYPES = {
  'item.code': 'text',
  'item.origin': 'text',
  'item.description': 'text',
  'item.value': 'number',
  'item.mass': 'number',
  'item.licences': 'texts',
  'item.gtin': 'text',
  'item.listing': 'text',
  'item.dangerous': 'text',
} as const satisfies FactTypes;
export type ItemFactName = keyof typeof ITEM_FACT_TYPES;

/** What only charges ask: quantities, and prices in minor units for one of a quantity, rounded down. */
export const QUANTITY_FACT_TYPES = {
  /** Articles counted over all items; unknown while an item is not counted in articles. */
  'items.units': 'number',
  'item.price.litre': 'number',
  'item.price.kilogram': 'number',
  'item.price.unit': 'number',
} as const satisfies FactTypes;
export type QuantityFactName = keyof typeof QUANTITY_FACT_TYPES;

/** The state of the parcel under each quota of the pack: `within`, `over-transaction`, `over-year`. */
export const QUOTA_FACT_TYPES = {
  'quota.state': 'text',
  'quota.effect': 'text',
} as const satisfies FactTypes;
export type QuotaFactName = keyof typeof QUOTA_FACT_TYPES;

/** Facts known once the charges are computed and the prohibitions are looked at. */
export const CHARGE_FACT_TYPES = {
  'charges.total': 'number',
  'charges.payable': 'number',
  'charges.duty': 'number',
  'charges.vat': 'number',
  'charges.gst': 'number',
  'charges.excise': 'number',
  'charges.fee': 'number',
  'charges.incomplete': 'boolean',
  'charges.reliefs': 'texts',
  'prohibition.categories': 'texts',
  'prohibition.actions': 'texts',
} as const satisfies FactTypes;
export type ChargeFactName = keyof typeof CHARGE_FACT_TYPES;

/** What the conditions of each kind of row may use. */
export const FACTS_OF_RATES: FactTypes = {
  ...PARCEL_FACT_TYPES,
  ...ITEM_FACT_TYPES,
  ...QUANTITY_FACT_TYPES,
  ...QUOTA_FACT_TYPES,
};
export const FACTS_OF_PARCELS: FactTypes = { ...PARCEL_FACT_TYPES, 'items.units': 'number' };
const {
  'value.intrinsic': _intrinsic,
  'value.customs': _customs,
  'value.freight': _freight,
  ...statedFactTypes
} = PARCEL_FACT_TYPES;
/** Goods are valued before any value is known. */
export const FACTS_OF_VALUATIONS: FactTypes = statedFactTypes;
export const FACTS_OF_CATEGORIES: FactTypes = {
  ...PARCEL_FACT_TYPES,
  ...QUOTA_FACT_TYPES,
  ...CHARGE_FACT_TYPES,
};
export const FACTS_OF_ELEMENTS: FactTypes = { ...FACTS_OF_CATEGORIES, ...ITEM_FACT_TYPES };
