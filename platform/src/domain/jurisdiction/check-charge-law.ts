/** Checks that the charges of a pack can be computed in one way only: bases, roundings, and no two rates that tie. */
import { writeDay } from '../kernel/day.ts';
import { holdsOn, overlaps, type Period } from '../kernel/period.ts';
import type { Say } from './pack-finding.ts';
import { areApart } from './settings.ts';
import type { Pack, RateRow, RoundingRow, TaxBase, TaxKind, Threshold } from './pack.ts';

export function checkChargeLaw(pack: Pack, say: Say): void {
  for (const row of pack.taxBases) checkValuation(row, say);
  for (const row of pack.thresholds) checkThreshold(row, pack, say);
  for (const row of pack.rates) checkRate(row, pack, say);
  for (const [, rows] of Map.groupBy(pack.rates, (row) => `${row.tax} ${row.measure}`))
    checkTies(rows, say);
  checkExchangeRules(pack, say);
  for (const name of ['exchange', 'customs-value', 'total'] as const)
    checkRounding(name, pack, say);
}

/** The value for Customs is made by the base of duty; the bases of taxes add it as `customs-value`. */
function checkValuation(row: TaxBase, say: Say): void {
  if (row.tax === 'duty' ? !row.include.includes('customs-value') : row.when === null && row.goodsShare === null) return; // prettier-ignore
  say(row, 'error', {
    reason: 'only the base of duty values goods by a condition or a share, and it cannot hold the customs-value it makes',
    fix: 'move it to the row for duty, and put customs-value into this one',
  }); // prettier-ignore
}

function checkThreshold(row: Threshold, pack: Pack, say: Say): void {
  if ((row.mode === 'not-levied') !== (row.basis === 'tax-amount')) {
    const reason = 'the mode not-levied goes with the basis tax-amount, and only with it';
    say(row, 'error', { reason, fix: 'change mode or basis' });
  }
  const { currency } = row.amount;
  if (currency !== pack.currency && !pack.exchangeRates.some((rate) => rate.currency === currency))
    say(row, 'error', {
      reason: `there is no exchange rate for ${currency}`,
      fix: 'add rows to exchange-rates.csv, or write the amount in the currency of the pack',
    });
  const measures = new Set(
    pack.rates.filter((rate) => rate.tax === row.tax).map((rate) => rate.measure),
  );
  for (const measure of row.measures) {
    if (!measures.has(measure)) {
      say(row, 'error', {
        reason: `${row.tax} has no measure "${measure}"`,
        fix: 'name a measure of rates.csv',
      });
    }
  }
}

function checkRate(row: RateRow, pack: Pack, say: Say): void {
  checkFactors(row, say);
  checkExpression(row, pack, say);
  if (
    (row.rate !== null || row.expression !== undefined) &&
    row.base.length === 0 &&
    !isCovered(
      row,
      pack.taxBases.filter((base) => base.tax === row.tax && base.when === null),
    )
  ) {
    const reason = `there is no tax base for ${row.tax} in the whole period of the rate`;
    say(row, 'error', { reason, fix: 'add a row to tax-bases.csv, or name the base in the rate' });
  }
  if (
    !isCovered(
      row,
      pack.roundings.filter((rounding) => rounding.applies === row.tax),
    )
  ) {
    const reason = `there is no rounding for ${row.tax} in the whole period of the rate`;
    say(row, 'error', { reason, fix: 'add a row to roundings.csv' });
  }
  const later: readonly (readonly [TaxKind, TaxKind])[] = [['excise', 'duty'], ['fee', 'duty'], ['vat', 'duty'], ['vat', 'excise'], ['vat', 'fee']]; // prettier-ignore
  const own = row.tax === 'fee' ? 'fees' : row.tax;
  const circular = row.base.some((component) => component === own) || later.some(([after, before]) => row.tax === before && row.base.some((component) => component === after)); // prettier-ignore
  if (circular)
    say(row, 'error', {
      reason: 'the base holds a charge that is computed later',
      fix: 'the order is duty, excise, fee, vat, gst',
    });
}

/** Amounts of an expression are in the currency of the pack, or in one that it converts. */
function checkExpression(row: RateRow, pack: Pack, say: Say): void {
  if (row.expression === undefined) return;
  const { terms, least, most } = row.expression.duty;
  const known = new Set([pack.currency, ...pack.exchangeRates.map(({ currency }) => currency)]);
  for (const term of [...terms, ...(least ?? []), ...(most ?? [])]) {
    if (term.kind === 'specific' && !known.has(term.currency))
      say(row, 'error', {
        reason: `there is no exchange rate for ${term.currency}`,
        fix: 'add rows to exchange-rates.csv, or write the amount in the currency of the pack',
      });
  }
}

function checkFactors(row: RateRow, say: Say): void {
  if (row.rate === null && (row.grossedUpBy !== null || row.shareOwed !== null))
    say(row, 'error', {
      reason: 'grossed_up_by and share_owed are about a rate, and there is none',
      fix: 'write the rate, or empty the cells',
    });
  if (row.grossedUpBy !== null && row.grossedUpBy.numerator >= row.grossedUpBy.denominator)
    say(row, 'error', {
      reason: 'a price is not all tax',
      fix: 'write grossed_up_by as a share below one',
    });
}

/** Whether some row holds on each day of the period: checked on each day on which one begins or ends. */
function isCovered(period: Period, rows: readonly Period[]): boolean {
  const days = [period.from, ...rows.flatMap((row) => (row.until === null ? [] : [row.until]))];
  return days
    .filter((day) => holdsOn(period, day))
    .every((day) => rows.some((row) => holdsOn(row, day)));
}

/** Two rates of a measure tie when nothing in them tells which is more specific, and both may hold. */
function checkTies(rows: readonly RateRow[], say: Say): void {
  const byKey = new Map<string, RateRow[]>();
  for (const row of rows) {
    for (const prefix of row.commodityPrefixes.length === 0 ? [''] : row.commodityPrefixes) {
      const key = [
        prefix,
        row.direction,
        row.channel,
        row.origins.length > 0,
        row.modes.length > 0,
        row.when !== null,
      ].join('|');
      const group = byKey.get(key);
      if (group === undefined) byKey.set(key, [row]);
      else group.push(row);
    }
  }
  for (const group of byKey.values()) {
    for (const [index, row] of group.entries()) {
      for (const other of group.slice(index + 1)) if (tie(row, other)) sayTie(row, other, say);
    }
  }
}

const meet = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === 0 || right.length === 0 || left.some((member) => right.includes(member));

/** Conditions are not compared: two rows with different conditions may be apart. */
const tie = (row: RateRow, other: RateRow): boolean =>
  row.id !== other.id &&
  overlaps(row, other) &&
  !areApart(row, other) &&
  meet(row.origins, other.origins) &&
  meet(row.modes, other.modes) &&
  (row.when === null || JSON.stringify(row.when) === JSON.stringify(other.when));

function sayTie(row: RateRow, other: RateRow, say: Say): void {
  const reason = `"${row.id}" and "${other.id}" may both hold from ${writeDay(Math.max(row.from, other.from))}`;
  say(other, 'error', {
    reason,
    fix: 'give one a longer prefix, an origin, or a measure of its own',
  });
}

function checkExchangeRules(pack: Pack, say: Say): void {
  for (const [index, row] of pack.taxBases.entries()) {
    const other = pack.taxBases
      .slice(0, index)
      .find((base) => overlaps(base, row) && base.exchangeRule !== row.exchangeRule);
    if (other !== undefined) {
      const reason = `"${other.id}" converts by another rule in the same period`;
      say(row, 'error', { reason, fix: 'use one exchange rule for all taxes of a day' });
    }
  }
}

function checkRounding(name: RoundingRow['applies'], pack: Pack, say: Say): void {
  const rows = pack.roundings.filter((row) => row.applies === name);
  if (isCovered({ from: pack.inForceFrom, until: null }, rows)) return;
  const reason = `there is no rounding for ${name} since the pack is in force`;
  say(pack.roundings[0] ?? pack, 'error', { reason, fix: 'add a row to roundings.csv' });
}
