/** Where a parcel stands under the quotas of the pack, and what the law does when it is over one. */
import type { Quota } from '../jurisdiction/pack.ts';
import type { ChargeCase } from './case.ts';
import type { QuotaEffect } from './charge.ts';
import type { ChargeLaw } from './charge-law.ts';

const NO_QUOTAS: readonly QuotaEffect[] = [];

/** One effect for each quota that is about the parcel; none while a value is missing. */
export function quotaEffects(given: ChargeCase, law: ChargeLaw): readonly QuotaEffect[] {
  if (law.quotas.length === 0 || !given.values.known) return NO_QUOTAS;
  const effects: QuotaEffect[] = [];
  for (const { row, when } of law.quotas) {
    if (when === null || when(given)) effects.push(effectOf(row, given));
  }
  return effects;
}

function effectOf(row: Quota, { values, earlier }: ChargeCase): QuotaEffect {
  const value = row.basis === 'customs' ? values.customsTotal : values.intrinsicTotal;
  if (row.perYear !== null && earlier.personYear + value > row.perYear.minor) {
    return { rule: row.id, state: 'over-year', effect: row.overYear };
  }
  if (row.perTransaction !== null && value > row.perTransaction.minor) {
    return { rule: row.id, state: 'over-transaction', effect: row.overQuota };
  }
  return { rule: row.id, state: 'within', effect: 'none' };
}
