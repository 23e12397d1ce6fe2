/** Shows that rates are worked out exactly, that free is nothing with its reason, and that what is not known is never nothing. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { dutyOf, share, specific } from '../../../test/support/duties.ts';
import { isLess, plus, reduced, times, whole } from '../kernel/fraction.ts';
import type { Rate } from '../kernel/rate.ts';
import { success } from '../kernel/result.ts';
import { measuresOf, type Goods } from './duty-work.ts';
import type { Duty } from './duty.ts';
import { evaluateDuty } from './evaluate-duty.ts';
import { parseDuty } from './parse-duty.ts';
import { converted } from './units.ts';

/** Goods of which everything is known: worth so many cents, of one unit of every measure, priced in dollars. */
const goodsOf = (value: bigint, given: Partial<Goods> = {}): Goods => ({
  value: whole(value),
  quantityOf: () => whole(1n),
  worthOf: () => whole(value / 10n),
  minorOf: () => whole(100n),
  dutyOf: () => null,
  ...given,
});

const read = (text: string): Duty => {
  const parsed = parseDuty(text, 'USD');
  assert.ok(parsed.ok, text);
  return parsed.value;
};

/** Minor units, or the codes of what stands in the way with their places. */
function owed(text: string, goods: Goods): Rate | readonly string[] {
  const found = evaluateDuty(read(text), goods);
  return found.ok
    ? reduced(found.value.minor)
    : found.error.map(({ code, at, length }) => `${code} ${at}+${length}`);
}

const weighing = (count: bigint, unit: string) => ({
  quantityOf: (measure: { readonly unit: string; readonly of: string | null }) =>
    measure.of === null ? converted(whole(count), unit, measure.unit) : null,
});

suite('A rate of duty', () => {
  test('is worked out exactly, bounds and units included', () => {
    const kilograms = goodsOf(10_000n, weighing(250n, 'KGM'));
    const cases: readonly (readonly [string, Goods, bigint, bigint?])[] = [
      ['6.5%', kilograms, 650n],
      ['33 1/3%', kilograms, 10_000n, 3n],
      ['4.4¢/kg + 0.9%', kilograms, 1_190n],
      ['10% + 93.10 EUR / 100 kg', kilograms, 24_275n],
      ['$1.24/t', kilograms, 31n],
      ['11% MIN 4.60 EUR / 100 kg', kilograms, 1_150n],
      ['1% MIN 4 EUR / 100 kg MAX 2 EUR / 100 kg', kilograms, 500n],
      ['5% or $1/kg, whichever is the greater', kilograms, 25_000n],
      ['$6/1000', goodsOf(1n, weighing(3n, 'DZN')), 108n, 5n],
      ['10.5¢/pf.liter', goodsOf(1n, weighing(4n, 'LPA')), 84n],
      ['0.60 € / % vol / hl', goodsOf(1n, weighing(5n, 'LPA')), 300n],
      ['0.5% - 2%', kilograms, 0n],
    ];
    for (const [text, goods, numerator, denominator = 1n] of cases)
      assert.deepEqual(owed(text, goods), { numerator, denominator }, text);
  });

  test('on sugar falls with every degree below the line, and parts of one, down to its least', () => {
    const text =
      '3.6606¢/kg less 0.020668¢/kg for each degree under 100 degrees (and fractions of a degree in proportion) but not less than 3.143854¢/kg';
    const turning = (tenths: bigint): Goods =>
      goodsOf(0n, {
        quantityOf: ({ unit }) => (unit === 'DD' ? { numerator: tenths, denominator: 10n } : whole(1_000n)),
      }); // prettier-ignore
    assert.deepEqual(
      owed(text, turning(1_000n)),
      reduced({ numerator: 36_606n, denominator: 10n }),
    );
    assert.deepEqual(
      owed(text, turning(975n)),
      reduced({ numerator: 3_608_930n, denominator: 1_000n }),
    );
    assert.deepEqual(
      owed(text, turning(100n)),
      reduced({ numerator: 3_143_854n, denominator: 1_000n }),
    );
  });

  test('that is free owes nothing, and its work says free', () => {
    const found = evaluateDuty(read('Free'), goodsOf(10_000n));
    assert.ok(found.ok);
    assert.deepEqual(found.value.sum.terms, [{ kind: 'free', minor: whole(0n) }]);
  });

  test('that rests on something unknown is unknown as a whole, with every reason and its place', () => {
    const blind = goodsOf(0n, { value: null, quantityOf: () => null, worthOf: () => null, minorOf: () => null });
    assert.deepEqual(owed('6.5%', blind), ['value-missing 0+4']);
    assert.deepEqual(owed('40¢ each + 6% on the case + 2%', blind), [
      'quantity-missing 0+8',
      'exchange-rate-missing 0+8',
      'part-value-missing 11+14',
      'value-missing 28+2',
    ]);
    assert.deepEqual(owed('Free, under bond', blind), ['condition-open 0+16']);
    assert.deepEqual(owed('5% MIN 4¢/kg', goodsOf(1n, { quantityOf: () => null })), ['quantity-missing 7+5']);
    assert.deepEqual(owed('See additional U.S. note 1', blind), ['reference-open 0+26']);
  }); // prettier-ignore

  test('that refers to another one is that one, on the part it names, and a circle is found out', () => {
    const leading = (to: string): Goods => goodsOf(10_000n, { dutyOf: () => success({ duty: read(to), rule: 'other', text: to, unproven: [] }) }); // prettier-ignore
    assert.deepEqual(owed('The duty provided in the applicable subheading + 25%', leading('10%')), whole(3_500n)); // prettier-ignore
    assert.deepEqual(owed('A duty upon the value of the repairs', leading('10%')), whole(100n));
    assert.deepEqual(owed('No change', leading('no change')), ['reference-circular 0+9']);
  });

  test('names the quantities it fell on, each once', () => {
    const found = evaluateDuty(read('4¢/kg + $1 each MIN 2¢/kg'), goodsOf(1n));
    assert.ok(found.ok);
    assert.deepEqual(
      measuresOf(found.value).map(({ unit }) => unit),
      ['KGM', 'NAR'],
    );
  });
});

const value = fc.bigInt({ min: 0n, max: 10n ** 9n });
const minorOf = (duty: Duty, goods: Goods): Rate => {
  const found = evaluateDuty(duty, goods);
  assert.ok(found.ok);
  return found.value.minor;
};
/** Shares of the whole goods that are added, never subtracted. */
const rising = share.map((term) => (term.kind === 'share' ? { ...term, part: null } : term));
const isRising = ({ terms, least, most }: Duty): boolean =>
  [...terms, ...(least ?? []), ...(most ?? [])].every(
    (term) => term.kind !== 'share' || term.rate.numerator >= 0n,
  );

test('dearer goods never owe less, whatever the form of the rate', () => {
  const duties = dutyOf(fc.oneof(rising, specific)).filter(isRising);
  fc.assert(
    fc.property(duties, value, value, (duty, one, more) => {
      assert.ok(!isLess(minorOf(duty, goodsOf(one + more)), minorOf(duty, goodsOf(one))));
    }),
  );
});

test('dividing goods over two lines changes no duty that is a share of the value', () => {
  const duties = dutyOf(rising).filter(isRising);
  fc.assert(
    fc.property(duties, value, value, ({ terms }, one, other) => {
      const duty: Duty = { terms, least: null, most: null };
      const apart = plus(minorOf(duty, goodsOf(one)), minorOf(duty, goodsOf(other)));
      assert.deepEqual(reduced(apart), reduced(minorOf(duty, goodsOf(one + other))));
    }),
  );
});

test('a rate per unit is the same however the unit is written', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n }), (grams) => {
      const goods = goodsOf(0n, weighing(grams, 'GRM'));
      const perKilogram = minorOf(read('1.25 EUR / kg'), goods);
      for (const text of ['125 EUR / 100 kg', '1250 EUR / t', '125 EUR DTN', '0.00125 EUR / g'])
        assert.deepEqual(reduced(minorOf(read(text), goods)), reduced(perKilogram));
      assert.deepEqual(reduced(perKilogram), reduced(times(whole(grams), { numerator: 125n, denominator: 1_000n }))); // prettier-ignore
    }),
  );
});
