/** Computes what is owed on a parcel under the law of a day: duty, excise, fees and taxes, each figure with its steps. */
import type { ParcelFacts } from '../advance-data/parcel-facts.ts';
import type { Item } from '../advance-data/statement.ts';
import type { LawInForce } from '../jurisdiction/pack.ts';
import { money } from '../kernel/money.ts';
import { NOTHING_EARLIER, type ChargeCase, type EarlierValues, type ParcelValues } from './case.ts';
import type {
  ChargeAssessment,
  ChargeFinding,
  ChargeLine,
  ItemValue,
  QuotaEffect,
} from './charge.ts';
import { CHARGE_ORDER, chargeLawOf, type ChargeLaw } from './charge-law.ts';
import { chargeKind } from './charge-kind.ts';
import type { Charging } from './charging.ts';
import { coverageOf } from './collectors.ts';
import { valueParcel } from './customs-value.ts';
import { doubtsAmong } from './doubts.ts';
import { severest } from './facts.ts';
import { quotaEffects } from './quotas.ts';
import { isPayable, roundTogether } from './round-together.ts';

const NO_ITEM: readonly Item[] = [{ licences: [] }];

/**
 * Assesses the charges of one parcel. Amounts are in the currency of the law, lines sum to the total, and nothing in the
 * order of the items decides. A missing value, currency, code or mass makes the result `incomplete`; it never fails.
 * `earlier` is what the same order or person was sent before.
 */
export function assessCharges(
  facts: ParcelFacts,
  law: LawInForce,
  earlier: EarlierValues = NOTHING_EARLIER,
): ChargeAssessment {
  const chargeLaw = chargeLawOf(law);
  const items = facts.items.length === 0 ? NO_ITEM : facts.items;
  const doubts = doubtsAmong(chargeLaw.unverified);
  const values = valueParcel({ facts, items }, chargeLaw, doubts);
  const bare: ChargeCase = { facts, items, values, earlier, quota: null, item: 0 };
  const quotas = quotaEffects(bare, chargeLaw);
  const given = { ...bare, quota: severest(quotas) };
  const isSettled = law.on >= law.inForceFrom && chargeLaw.isConvertible;
  const missing = isSettled ? [...values.missing] : [...values.missing, '/on'];
  const charging: Charging = {
    given,
    cases: items.length === 1 ? [given] : items.map((_, item) => ({ ...given, item })),
    law: chargeLaw,
    coverage: coverageOf(given, chargeLaw),
    matches: items.map((item) => chargeLaw.matchesOf(item.commodityCode ?? '')),
    charged: {},
    reliefs: [],
    doubts,
    missing,
    findings: [],
  };
  const lines: ChargeLine[] = [];
  for (const kind of CHARGE_ORDER) chargeKind(kind, charging, lines);
  roundTogether(lines, { what: 'total payable', ...chargeLaw.roundings.total });
  for (const { rule } of quotas) doubts.note(rule);
  if (lines.some(isPayable)) doubts.note(chargeLaw.roundings.total.rule);
  return assessmentOf(
    { ...charging, values, quotas, lines, unverified: doubts.rules },
    chargeLaw,
    facts.items.length,
  );
}

type Parts = {
  readonly values: ParcelValues;
  readonly quotas: readonly QuotaEffect[];
  readonly lines: readonly ChargeLine[];
  readonly reliefs: readonly string[];
  readonly missing: readonly string[];
  readonly findings: readonly ChargeFinding[];
  readonly unverified: readonly string[];
};

function assessmentOf(
  { values, quotas, lines, reliefs, missing, findings, unverified }: Parts,
  { law, on }: ChargeLaw,
  itemCount: number,
): ChargeAssessment {
  const { currency } = law;
  let total = 0n;
  let payable = 0n;
  for (const line of lines) {
    total += line.amount.minor;
    if (isPayable(line)) payable += line.amount.minor;
  }
  return {
    pack: law.id,
    packVersion: law.version,
    on,
    currency,
    intrinsicValue: money(values.intrinsicTotal, currency),
    customsValue: money(values.customsTotal, currency),
    freightValue: money(values.freightTotal, currency),
    items: itemCount === 0 ? [] : itemValues(values, currency),
    lines,
    total: money(total, currency),
    payable: money(payable, currency),
    reliefs,
    quotas,
    incomplete: missing.length > 0,
    missing,
    findings,
    verified: unverified.length === 0,
    unverified,
  };
}

const itemValues = ({ intrinsic, customs }: ParcelValues, currency: string): readonly ItemValue[] =>
  intrinsic.map((minor, index) => ({
    intrinsic: money(minor, currency),
    customs: money(customs[index] ?? 0n, currency),
  }));
