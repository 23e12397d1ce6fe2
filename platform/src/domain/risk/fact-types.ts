/** The typed registry of the facts a risk rule may use: those of every pack condition, and what targeting alone may know. */
import type { FactTypes } from '../jurisdiction/condition.ts';
import {
  CHARGE_FACT_TYPES,
  ITEM_FACT_TYPES,
  PARCEL_FACT_TYPES,
  QUOTA_FACT_TYPES,
  type ChargeFactName,
  type ItemFactName,
  type ParcelFactName,
  type QuotaFactName,
} from '../jurisdiction/fact-types.ts';

/** Facts of the parcel that targeting adds. Counts are of parcels, the day's counts include none of this parcel. */
export const KNOWN_FACT_TYPES = {
  'reference.scheme': 'text',
  'streams.count': 'number',
  'security.status': 'text',
  'findings.codes': 'texts',
  'findings.errors': 'number',
  /** 0 to 100. */
  'quality.score': 'number',
  /** `absent`, `unknown` (nobody holds the number), `held`, `held-by-other` or `inactive`. */
  'collector.standing': 'text',
  /** Parcels that name one of this parcel's orders, this one included. */
  'order.parcels': 'number',
  'consignee.today': 'number',
  'seller.today': 'number',
  'consignee.country': 'text',
  'consignor.country': 'text',
  'parties.keys': 'texts',
  'parties.identifiers': 'texts',
  'declarant.known': 'boolean',
  'declarant.active': 'boolean',
  'declarant.kind': 'text',
  'declarant.tier': 'number',
  'declarant.parcels': 'number',
  'declarant.adverse': 'number',
  /** Adverse outcomes per thousand parcels of the last 90 days. */
  'declarant.adverse.rate': 'number',
  'screening.count': 'number',
  /** The best match, in thousandths. */
  'screening.best': 'number',
  'screening.lists': 'texts',
  'items.words': 'texts',
  /** What sending cost, in hundredths of the value of the goods. */
  'value.freight.percent': 'number',
  /** Minor units of customs value per kilogram of gross mass. */
  'value.per.kilogram': 'number',
} as const satisfies FactTypes;

/** Facts of one item that targeting adds. Words are lower case, without punctuation. */
export const KNOWN_ITEM_FACT_TYPES = {
  'item.words': 'texts',
  'item.words.count': 'number',
  'item.sku': 'text',
  'item.quantity': 'number',
  'item.value.each': 'number',
  'item.value.per.kilogram': 'number',
  'item.mass.each': 'number',
} as const satisfies FactTypes;

/** Prohibitions are matched in the same pass as the rules, which therefore cannot ask about them. */
type RiskChargeFactName = Exclude<ChargeFactName, `prohibition.${string}`>;
export type RiskParcelFactName =
  ParcelFactName | QuotaFactName | RiskChargeFactName | keyof typeof KNOWN_FACT_TYPES;
export type RiskItemFactName = ItemFactName | keyof typeof KNOWN_ITEM_FACT_TYPES;

const {
  'prohibition.categories': _categories,
  'prohibition.actions': _actions,
  ...chargeFactTypes
} = CHARGE_FACT_TYPES;

/** What rules of scope `parcel` may use. */
export const FACTS_OF_PARCEL_RULES: FactTypes = {
  ...PARCEL_FACT_TYPES,
  ...QUOTA_FACT_TYPES,
  ...chargeFactTypes,
  ...KNOWN_FACT_TYPES,
};

/** What rules of scope `item` may use. */
export const FACTS_OF_ITEM_RULES: FactTypes = {
  ...FACTS_OF_PARCEL_RULES,
  ...ITEM_FACT_TYPES,
  ...KNOWN_ITEM_FACT_TYPES,
};

/** What `pack check` holds the rules and selections of a pack to. */
export const FACTS_OF_RISK_RULES = { parcel: FACTS_OF_PARCEL_RULES, item: FACTS_OF_ITEM_RULES };
