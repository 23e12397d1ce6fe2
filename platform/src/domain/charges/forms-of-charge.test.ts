/** Properties of the forms in which laws state charges: taxes in the price, shares of taxes, foreign amounts, volumes, readings. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { factsOf } from '../../../test/support/parcels.ts';
import { lawForTests } from '../../../test/support/statements.ts';
import type { Item } from '../advance-data/statement.ts';
import type {
  LawInForce,
  LawRow,
  Parameter,
  RateRow,
  RoundingRow,
  TaxBase,
  Threshold,
} from '../jurisdiction/pack.ts';
import { settled, withSettings } from '../jurisdiction/settings.ts';
import type { Rate } from '../kernel/rate.ts';
import { assessCharges } from './assess-charges.ts';

const row = (id: string): LawRow => ({ id, from: 0, until: null, knownFrom: 0, source: 'xm:test', readOn: 0, verified: true }); // prettier-ignore

const rateOf = (given: Partial<RateRow>): RateRow => ({
  ...row('rate'), tax: 'excise', measure: 'excise', rate: null, grossedUpBy: null, shareOwed: null, specific: null, base: [], commodityPrefixes: [],
  origins: [], direction: 'import', channel: 'any', modes: [], when: null, ...given,
}); // prettier-ignore

const baseOf = (given: Partial<TaxBase>): TaxBase => ({
  ...row('base'), tax: 'duty', include: ['goods'], goodsShare: null, when: null, exchangeRule: 'taxable-event-day', ...given,
}); // prettier-ignore

const lineOf = (given: Partial<Threshold> & Pick<Threshold, 'amount'>): Threshold => ({
  ...row('line'), tax: 'excise', basis: 'intrinsic', scope: 'consignment', comparator: 'at-most', mode: 'exempt', channel: 'any', natures: [], originIn: [],
  goodsIn: [], goodsNotIn: [], measures: [], sellerRegistered: null, when: null, ...given,
}); // prettier-ignore

const itemOf = (minor: bigint, given: Partial<Item> = {}): Item => ({ value: { minor, currency: 'XMC' }, commodityCode: '220421', licences: [], ...given }); // prettier-ignore

const excise = (law: LawInForce, items: readonly Item[]): bigint =>
  assessCharges(factsOf({ items, direction: 'import' }), law).total.minor;

const price = fc.bigInt({ min: 0n, max: 10n ** 12n });
const percent = fc.integer({ min: 1, max: 95 }).map((of): Rate => ({ numerator: BigInt(of), denominator: 100n })); // prettier-ignore

test('a tax that is in its own base is the rate of the price with it, but for one rounding', () => {
  fc.assert(
    fc.property(price, percent, (value, rate) => {
      const law = lawForTests({ rates: [rateOf({ rate, grossedUpBy: rate })] });
      const tax = excise(law, [itemOf(value)]);
      const ofTaxed = (value + tax) * rate.numerator;
      const apart = tax * rate.denominator - ofTaxed;
      assert.ok(apart <= rate.denominator && apart >= -rate.denominator);
    }),
  );
});

test('a share of a tax that is owed is that share of the tax, but for the roundings', () => {
  fc.assert(
    fc.property(price, percent, percent, (value, rate, shareOwed) => {
      const whole = excise(lawForTests({ rates: [rateOf({ rate })] }), [itemOf(value)]);
      const owed = excise(lawForTests({ rates: [rateOf({ rate, shareOwed })] }), [itemOf(value)]);
      const apart = owed * 100n - whole * shareOwed.numerator;
      assert.ok(apart <= 100n && apart >= -100n);
      assert.ok(owed <= whole);
    }),
  );
});

test('consumption tax and value added tax on retail goods owe (CT + VAT) / (1 - CT) x 70 %', () => {
  const [ct, vat, seventy]: readonly Rate[] = [
    { numerator: 15n, denominator: 100n },
    { numerator: 13n, denominator: 100n },
    { numerator: 70n, denominator: 100n },
  ];
  assert.ok(ct !== undefined && vat !== undefined && seventy !== undefined);
  const rates = [
    rateOf({ rate: ct, grossedUpBy: ct, shareOwed: seventy }),
    rateOf({ id: 'vat', tax: 'vat', measure: 'vat', rate: vat, grossedUpBy: ct, shareOwed: seventy, base: ['goods'] }), // prettier-ignore
  ];
  // 850.00 / 0.85 = 1000.00; 15 % and 13 % of it are 280.00, of which seven tenths are owed.
  assert.equal(excise(lawForTests({ rates }), [itemOf(85_000n)]), 19_600n);
});

test('an amount in the currency of a foreign threshold is held against it as stated, at any rate and however it is split', () => {
  const rate = fc.record({ numerator: fc.bigInt({ min: 1n, max: 10n ** 9n }), denominator: fc.constantFrom(1n, 100n, 10n ** 6n) }); // prettier-ignore
  const parts = fc.array(fc.bigInt({ min: 0n, max: 9_000n }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rate, parts, fc.constantFrom(-1n, 0n, 1n), (exchange, values, by) => {
      const sum = values.reduce((left, right) => left + right, 0n);
      const law = lawForTests({
        rates: [rateOf({ specific: { amount: { minor: 1n, currency: 'XMC' }, per: 'item' } })],
        thresholds: [lineOf({ amount: { minor: sum + by, currency: 'USD' } })],
        exchangeRate: (currency) => (currency === 'USD' ? { rate: exchange, source: 'xm:test', verified: true } : null),
      }); // prettier-ignore
      const items = values.map((minor) => itemOf(0n, { value: { minor, currency: 'USD' } }));
      assert.equal(excise(law, items) === 0n, by >= 0n);
    }),
  );
});

test('a threshold whose currency has no rate on the day relieves nothing, and the figures bind nobody', () => {
  const law = lawForTests({
    rates: [rateOf({ rate: { numerator: 1n, denominator: 10n } })],
    thresholds: [lineOf({ amount: { minor: 15_000n, currency: 'USD' } })],
  });
  const found = assessCharges(factsOf({ items: [itemOf(100n)], direction: 'import' }), law);
  assert.equal(found.total.minor, 10n);
  assert.deepEqual(found.missing, ['/on']);
});

test('a volume owes the same in litres, centilitres and millilitres; without one the charge is incomplete', () => {
  const law = lawForTests({
    rates: [rateOf({ specific: { amount: { minor: 7_000n, currency: 'XMC' }, per: 'litre' } })],
  });
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 9n }), (micro) => {
      const inUnit = (unit: string, times: bigint): bigint => excise(law, [itemOf(1n, { quantity: { micro: micro * times, unit } })]); // prettier-ignore
      assert.equal(inUnit('CLT', 100n), inUnit('LTR', 1n));
      assert.equal(inUnit('MLT', 1_000n), inUnit('LTR', 1n));
    }),
  );
  const bare = assessCharges(factsOf({ items: [itemOf(1n)], direction: 'import' }), law);
  assert.deepEqual(bare.missing, ['/items/0/quantity']);
});

test('goods valued at a share of their price are charged on that share, and on the whole where the condition fails', () => {
  const half: Rate = { numerator: 1n, denominator: 2n };
  const taxBases = [
    baseOf({}),
    baseOf({ id: 'personal', goodsShare: half, when: { fact: 'nature', is: 'gift' } }),
  ];
  const rates = [rateOf({ tax: 'duty', rate: { numerator: 1n, denominator: 10n }, base: ['customs-value'] })]; // prettier-ignore
  const law = lawForTests({ taxBases, rates });
  fc.assert(
    fc.property(price, (value) => {
      const of = (nature: 'gift' | 'sale') => assessCharges(factsOf({ items: [itemOf(value)], nature, direction: 'import' }), law); // prettier-ignore
      assert.equal(of('gift').customsValue.minor, (value + 1n) / 2n);
      assert.equal(of('sale').customsValue.minor, value);
    }),
  );
});

test('of the rows of several readings exactly those hold that the parameter chooses', () => {
  const choices = ['apart', 'together'];
  const parameter: Parameter = { ...row('aggregation'), value: 'apart', choices };
  const rows: readonly LawRow[] = [
    row('always'),
    ...choices.map((value) => ({ ...row(value), setting: { parameter: 'aggregation', value } })),
  ];
  for (const value of choices) {
    const { parameters } = withSettings({ parameters: [parameter] }, { aggregation: value });
    assert.deepEqual(settled(rows, parameters).map(({ id }) => id), ['always', value]); // prettier-ignore
  }
  assert.deepEqual(withSettings({ parameters: [parameter] }, { aggregation: 'never' }).parameters, [parameter]); // prettier-ignore
});

const roundingOf = (given: Pick<RoundingRow, 'applies'> & Partial<RoundingRow>): RoundingRow => ({
  ...row(`rounding-${given.applies}`), scope: 'line', rounding: { mode: 'down', step: 1n }, ...given,
}); // prettier-ignore

test('a sum rounded to its step is a multiple of it, at most one step from the exact sum, and no line falls below zero', () => {
  const prices = fc.array(fc.bigInt({ min: 0n, max: 3_000n }), { minLength: 1, maxLength: 8 });
  const rounding = fc.record({ mode: fc.constantFrom('down' as const, 'up' as const, 'half-up' as const), step: fc.constantFrom(5n, 10n, 100n) }); // prettier-ignore
  fc.assert(
    fc.property(prices, percent, rounding, (values, rate, ofSum) => {
      const law = lawForTests({
        rates: [rateOf({ rate })],
        roundings: [roundingOf({ applies: 'excise', scope: 'parcel', rounding: ofSum })],
      });
      const items = values.map((value) => itemOf(value));
      const { lines, total } = assessCharges(factsOf({ items, direction: 'import' }), law);
      const exact = values.reduce((sum, value) => sum + value * rate.numerator, 0n);
      const apart = total.minor * 100n - exact;
      assert.equal(total.minor % ofSum.step, 0n);
      // Each line is rounded to the minor unit before the sum is.
      const most = (ofSum.step + BigInt(values.length)) * 100n;
      assert.ok(apart <= most && apart >= -most);
      assert.ok(lines.every(({ amount }) => amount.minor >= 0n));
    }),
  );
});

test('a rate is applied to the rounded base, and a local tax to the national one', () => {
  const rates = [
    rateOf({ tax: 'vat', measure: 'national', rate: { numerator: 78n, denominator: 1000n }, base: ['goods'] }),
    rateOf({ id: 'local', tax: 'gst', measure: 'local', rate: { numerator: 22n, denominator: 100n }, grossedUpBy: { numerator: 22n, denominator: 100n }, base: ['vat'] }),
  ]; // prettier-ignore
  const roundings = [
    roundingOf({ applies: 'vat-base', rounding: { mode: 'down', step: 1_000n } }),
    roundingOf({ applies: 'vat', scope: 'parcel', rounding: { mode: 'down', step: 100n } }),
    roundingOf({ applies: 'gst', scope: 'parcel', rounding: { mode: 'down', step: 100n } }),
  ];
  const { lines } = assessCharges(factsOf({ items: [itemOf(14_999n)], direction: 'import' }), lawForTests({ rates, roundings })); // prettier-ignore
  // 14,000 x 7.8 % = 1,092, down to 1,000; x 22/78 = 282.05, down to 200.
  assert.deepEqual(lines.map(({ amount }) => amount.minor), [1_000n, 200n]); // prettier-ignore
});
