/** Makes random rates of duty of every form that a tariff can state. */
import fc from 'fast-check';
import type { Duty, Measure, Reference, Term } from '../../src/domain/tariff/duty.ts';
import { reduced } from '../../src/domain/kernel/fraction.ts';
import type { Rate } from '../../src/domain/kernel/rate.ts';
import { UNIT_CODES } from '../../src/domain/tariff/units.ts';

const fraction = (least: bigint, most: bigint): fc.Arbitrary<Rate> =>
  fc
    .record({
      numerator: fc.bigInt({ min: least, max: most }),
      denominator: fc.constantFrom(1n, 3n, 7n, 10n, 100n, 1_000n, 1_000_000n),
    })
    .map(reduced);

const part = fc.option(
  fc.constantFrom('battery', 'strap, band or bracelet', 'steel content', 'non-U.S. content'),
);
const currency = fc.constantFrom('USD', 'EUR', 'GBP', 'JPY');
const measure: fc.Arbitrary<Measure> = fc.record({
  unit: fc.constantFrom(...UNIT_CODES),
  of: fc.option(fc.constantFrom('drained weight', 'total sugars', 'over 7', 'gross mass')),
});

export const share: fc.Arbitrary<Term> = fc.record({
  kind: fc.constant('share'),
  rate: fraction(0n, 10_000n),
  part,
});

const degrees: fc.Arbitrary<Rate> = fc
  .bigInt({ min: 1n, max: 100n })
  .map((numerator) => ({ numerator, denominator: 1n }));
const fall: fc.Arbitrary<{ step: Rate; under: Rate } | null> = fc.option(
  fc.record({ step: fraction(0n, 100n), under: degrees }),
);

export const specific: fc.Arbitrary<Term> = fc.record({
  kind: fc.constant('specific'),
  amount: fraction(0n, 100_000n),
  currency,
  per: fraction(1n, 1_000n),
  measure,
  less: fall,
});

const references: fc.Arbitrary<Reference> = fc.oneof(
  fc.constant({ what: 'applicable' } as const),
  fc.constant({ what: 'general' } as const),
  fc.record({
    what: fc.constant('codes'),
    codes: fc.array(fc.constantFrom('9912.04.30-9912.04.60', '2009', '8716.39.00'), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ what: fc.constant('note'), note: fc.constantFrom('U.S. note 3(e)', 'additional U.S. note 1') }),
  fc.record({ what: fc.constant('component'), code: fc.constantFrom('EA', 'ADSZ', 'ADFMR') }),
); // prettier-ignore

const reference: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ kind: fc.constant('reference'), to: references, part }),
  fc.record({
    kind: fc.constant('reference'),
    to: fc.record({
      what: fc.constant('goods'),
      goods: fc.constantFrom('complete, assembled movement', 'each garment in the ensemble'),
    }),
    part: fc.constant(null),
  }),
);

/** A sum may take shares away after its first term. */
const sumOf = (term: fc.Arbitrary<Term>): fc.Arbitrary<readonly Term[]> =>
  fc
    .tuple(fc.array(term, { minLength: 1, maxLength: 4 }), fc.boolean())
    .map(([[first, ...rest], isLess]) => [
      ...(first === undefined ? [] : [first]),
      ...rest.map((one) => (isLess && one.kind === 'share' ? lessened(one) : one)),
    ]);

const lessened = (term: Extract<Term, { kind: 'share' }>): Term => ({
  ...term,
  rate: { numerator: -term.rate.numerator, denominator: term.rate.denominator },
});

export const free: fc.Arbitrary<Duty> = fc
  .option(fc.constantFrom('under bond', 'for such temporary periods as may be prescribed'))
  .map((condition) => ({ terms: [{ kind: 'free', condition }], least: null, most: null }));

/** A rate made of such terms alone. */
export const dutyOf = (term: fc.Arbitrary<Term>): fc.Arbitrary<Duty> =>
  fc.record({ terms: sumOf(term), least: fc.option(sumOf(term)), most: fc.option(sumOf(term)) });

export const anyDuty: fc.Arbitrary<Duty> = fc.oneof(
  free,
  dutyOf(fc.oneof(share, specific, reference)),
);
