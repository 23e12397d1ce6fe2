/** Holds what every law implies against every pack: dearer goods owe no less duty but at a line of the law, and splitting goods changes no share of their value. */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ParcelFacts } from '../../src/domain/advance-data/parcel-facts.ts';
import { assessCharges } from '../../src/domain/charges/assess-charges.ts';
import type { ChargeAssessment } from '../../src/domain/charges/charge.ts';
import type { Condition } from '../../src/domain/jurisdiction/condition.ts';
import { lawInForce } from '../../src/domain/jurisdiction/in-force.ts';
import type { Pack } from '../../src/domain/jurisdiction/pack.ts';
import { minorDigits } from '../../src/domain/kernel/currency.ts';
import type { Money } from '../../src/domain/kernel/money.ts';
import { loadPacks } from '../../src/server/packs/load.ts';
import { parcelsOf, type Given } from './parcels.ts';

const packs = [...loadPacks(resolve(import.meta.dirname, '../../../packs'))].map(
  ([id, loaded]): [string, Pack] => {
    assert.ok(loaded.pack, `${id} is well formed`);
    // What is payable is rounded as a whole, and the largest line takes the difference: that is no matter of duty.
    const { roundings, ...rest } = loaded.pack;
    return [id, { ...rest, roundings: roundings.filter(({ applies }) => applies !== 'total') }];
  },
);

/** Parcels of one kind of goods, without freight that would be shared out. */
const single = ({ facts }: Given): boolean =>
  facts.items.length === 1 && facts.items[0]?.value !== undefined;

function priced(facts: ParcelFacts, pack: Pack, minor: bigint): ParcelFacts {
  const [item] = facts.items;
  assert.ok(item);
  return { ...facts, items: [{ ...item, value: { minor, currency: pack.currency } }] };
}

const dutyOf = ({ lines }: ChargeAssessment): bigint =>
  lines.reduce((sum, line) => (line.charge === 'duty' ? sum + line.amount.minor : sum), 0n);

/** Every amount that a law draws a line at, in its own currency: of thresholds, quotas and collectors, and those that its conditions name. */
function drawnLines(pack: Pack, day: number): readonly number[] {
  const worth = ({ minor, currency }: Money): number => {
    if (currency === pack.currency) return Number(minor);
    const rate = pack.exchangeRates.find((row) => row.currency === currency && row.from <= day && (row.until ?? Infinity) > day)?.rate; // prettier-ignore
    return rate === undefined ? Number.NaN : (Number(minor) * Number(rate.numerator) * 10 ** (minorDigits(pack.currency) - minorDigits(currency))) / Number(rate.denominator); // prettier-ignore
  };
  const amounts = [
    ...pack.thresholds.map((row) => row.amount),
    ...pack.quotas.flatMap((row) => [row.perTransaction, row.perYear]),
    ...pack.collectors.map((row) => row.valueAtMost),
  ].filter((amount) => amount !== null);
  const conditions = [...pack.rates, ...pack.thresholds, ...pack.quotas, ...pack.taxBases].flatMap((row) => (row.when === null ? [] : [row.when])); // prettier-ignore
  return [...amounts.map(worth), ...conditions.flatMap(numbersIn)];
}

function numbersIn(condition: Condition): readonly number[] {
  if ('all' in condition) return condition.all.flatMap(numbersIn);
  if ('any' in condition) return condition.any.flatMap(numbersIn);
  if ('not' in condition) return numbersIn(condition.not);
  if ('atMost' in condition && typeof condition.atMost === 'number') return [condition.atMost];
  return 'atLeast' in condition && typeof condition.atLeast === 'number' ? [condition.atLeast] : [];
}

const rulesOf = ({ lines, reliefs, quotas }: ChargeAssessment): string =>
  JSON.stringify([lines.map(({ rule, place }) => [rule, place]), reliefs, quotas]);

/** Two neighbouring prices between which the duty falls, when it falls somewhere between two. */
function fall(assess: (minor: bigint) => ChargeAssessment, [from, to]: readonly [bigint, bigint]) {
  let [low, high] = [from, to];
  if (dutyOf(assess(low)) <= dutyOf(assess(high))) return null;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (dutyOf(assess(middle)) < dutyOf(assess(low))) high = middle;
    else low = middle;
  }
  return { below: assess(low), above: assess(high), price: high };
}

/** What the law may hold against its lines: value and price for Customs, alone or with what was sent before, and the price of a kilogram. */
function measuredOf(found: ChargeAssessment, { facts, earlier }: Given): readonly number[] {
  const values = [found.intrinsicValue, found.customsValue, ...found.items.flatMap(({ intrinsic, customs }) => [intrinsic, customs])].map(({ minor }) => Number(minor)); // prettier-ignore
  const before = [0, ...[earlier.order, earlier.personDay, earlier.personYear].map(Number)];
  const mass = facts.items[0]?.massNet;
  const kilograms = mass === undefined ? Number.NaN : Number(mass.micro) / (mass.unit === 'GRM' ? 1e9 : 1e6); // prettier-ignore
  const cif = Number(found.intrinsicValue.minor + found.freightValue.minor);
  return [
    ...values.flatMap((value) => before.map((more) => value + more)),
    ...before.map((more) => cif + more),
    Number(found.intrinsicValue.minor) / kilograms,
  ];
}

/** How many parcels the second property spoke about: one that never does proves nothing. */
let split = 0;
const price = fc.bigInt({ min: 0n, max: 3_000_000n });

for (const [id, pack] of packs) {
  test(`${id}: a dearer parcel of the same goods owes less duty only where the law draws a line, and exactly there`, () => {
    const beside = fc.record({ line: fc.nat(), by: fc.integer({ min: -3, max: 1 }), anywhere: fc.option(price, { freq: 2 }) }); // prettier-ignore
    const more = fc.oneof(fc.bigInt({ min: 1n, max: 5n }), price);
    fc.assert(
      fc.property(parcelsOf(pack).filter(single), beside, more, (given, at, rise) => {
        const law = lawInForce(pack, given.day);
        const lines = drawnLines(pack, given.day).filter((line) => line > 3);
        const minor = at.anywhere ?? BigInt(Math.floor(lines[at.line % lines.length] ?? 0) + at.by);
        const assess = (of: bigint): ChargeAssessment =>
          assessCharges(priced(given.facts, pack, of), law, given.earlier);
        if (assess(minor).incomplete || assess(minor + rise).incomplete) return;
        const found = fall(assess, [minor, minor + rise]);
        if (found === null) return;
        const { below, above } = found;
        assert.notEqual(rulesOf(below), rulesOf(above), 'another rule holds beyond the line');
        const near = [below, above].flatMap((side) => measuredOf(side, given));
        assert.ok(
          near.some((value) => lines.some((line) => Math.abs(value - line) <= 1.5)),
          `the duty falls at ${String(found.price)}, where the law draws no line`,
        );
      }),
      { numRuns: 1_000 },
    );
  });

  test(`${id}: goods stated as two items owe the same share of their value, but for one rounding more`, () => {
    fc.assert(
      fc.property(parcelsOf(pack).filter(single), price, price, (given, one, other) => {
        const law = lawInForce(pack, given.day);
        const whole = priced(given.facts, pack, one + other);
        const [item] = whole.items;
        assert.ok(item);
        const { freight: _freight, insurance: _insurance, ...bare } = whole;
        const part = (minor: bigint) => ({ ...item, value: { minor, currency: pack.currency } });
        const together = assessCharges(bare, law, given.earlier);
        const apart = assessCharges({ ...bare, items: [part(one), part(other)] }, law, given.earlier); // prettier-ignore
        // Lines drawn for one item are meant to fall apart; so are amounts a kilogram, which the mass of neither part says.
        if (rulesOf(together) !== rulesOf({ ...apart, lines: apart.lines.slice(0, together.lines.length) })) return; // prettier-ignore
        if (together.lines.length * 2 !== apart.lines.length || together.incomplete || apart.incomplete) return; // prettier-ignore
        split += 1;
        const shared = (found: ChargeAssessment): bigint => found.lines.reduce((sum, { charge, rate, amount }) => (charge === 'duty' && rate !== null ? sum + amount.minor : sum), 0n); // prettier-ignore
        const step = law.roundings.find((row) => row.applies === 'duty')?.rounding.step ?? 1n;
        const difference = shared(together) - shared(apart);
        const lines = BigInt(apart.lines.filter(({ charge }) => charge === 'duty').length);
        assert.ok(difference <= step * lines && -difference <= step * lines, `${String(difference)} minor units`); // prettier-ignore
      }),
      { numRuns: 400 },
    );
  });
}

test('many parcels were split', () => {
  assert.ok(split > 500, `${String(split)} parcels`);
});
