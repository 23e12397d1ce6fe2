/** Holds quotes against what parcels owe, over every installed pack and around every day on which its law changes. */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ParcelFacts } from '../../src/domain/advance-data/parcel-facts.ts';
import { assessCharges } from '../../src/domain/charges/assess-charges.ts';
import type { ChargeAssessment } from '../../src/domain/charges/charge.ts';
import { factsThatMatter } from '../../src/domain/charges/facts-that-matter.ts';
import { lawInForce } from '../../src/domain/jurisdiction/in-force.ts';
import type { Pack } from '../../src/domain/jurisdiction/pack.ts';
import { present } from '../../src/domain/kernel/invariant.ts';
import { loadPacks } from '../../src/server/packs/load.ts';
import { CODES, lawsLike } from './laws.ts';
import { parcelsOf } from './parcels.ts';
import { irrelevantly, quoteAndShip } from './quotes.ts';

const packs = [...loadPacks(resolve(import.meta.dirname, '../../../packs'))].map(
  ([id, loaded]): [string, Pack] => [id, present(loaded.pack, `${id} is well formed`)],
);
const meridia = present(
  packs.find(([id]) => id === 'xm-meridia'),
  'Meridia is there',
)[1];
const RUNS = { numRuns: Number(process.env['LUXOR_QUOTE_RUNS'] ?? 150) };

const figures = ({ lines, total, payable, reliefs }: ChargeAssessment) => ({
  lines: lines.map(({ charge, rule, item, amount, place }) => ({ charge, rule, item, amount, place })),
  total,
  payable,
  reliefs,
}); // prettier-ignore

/** The goods of a parcel may stand in another order than those of its quote. */
const inAnyOrder = (charges: ChargeAssessment) => ({
  ...figures(charges),
  lines: charges.lines
    .map(({ charge, rule, amount, place }) => `${charge} ${rule} ${amount.minor} ${place}`)
    .sort(),
  reliefs: new Set(charges.reliefs),
});

function sameWithoutTheRest(facts: ParcelFacts, pack: Pack, day: number): void {
  const law = lawInForce(pack, day);
  const whole = assessCharges(facts, law);
  // A fact that no row reads may still be unreadable, and then only the whole parcel is incomplete.
  if (whole.incomplete) return;
  // Goods that differ only in what does not matter may change places where a cent is left over.
  assert.deepEqual(inAnyOrder(assessCharges(factsThatMatter(facts, law), law)), inAnyOrder(whole)); // prettier-ignore
}

for (const [id, pack] of packs) {
  test(`${id}: facts that do not matter change no figure`, () => {
    fc.assert(
      fc.property(parcelsOf(pack), ({ facts, day }) => sameWithoutTheRest(facts, pack, day)),
      RUNS,
    );
  });

  test(`${id}: a parcel that is what was quoted owes what was quoted, on every day that the quote holds`, () => {
    fc.assert(
      fc.property(parcelsOf(pack), irrelevantly(), fc.nat(), (given, changed, when) => {
        const { quoted, shipped, outcome } = quoteAndShip(pack, given, { changed, when });
        // What is incomplete is never a quote.
        fc.pre(!quoted.incomplete);
        assert.deepEqual(outcome, { quote: 'Q', honoured: true });
        assert.deepEqual(inAnyOrder(shipped), inAnyOrder(quoted));
      }),
      RUNS,
    );
  });
}

test('facts that do not matter under random laws change no figure', () => {
  const cases = lawsLike(meridia).chain((pack) =>
    fc.tuple(fc.constant(pack), parcelsOf(pack, CODES)),
  );
  fc.assert(
    fc.property(cases, ([pack, { facts, day }]) => sameWithoutTheRest(facts, pack, day)),
    { numRuns: Math.ceil(RUNS.numRuns / 3) },
  );
});

test('a parcel that is not what was quoted is charged as it is, and told in which facts it differs', () => {
  fc.assert(
    fc.property(parcelsOf(meridia), fc.bigInt({ min: 1n, max: 90_000n }), (given, dearer) => {
      const items = given.facts.items.map((item, at) =>
        at === 0 && item.value !== undefined
          ? { ...item, value: { ...item.value, minor: item.value.minor + dearer } }
          : item,
      );
      fc.pre(given.facts.items[0]?.value !== undefined);
      const facts = { ...given.facts, items };
      const { quoted, shipped, outcome, law } = quoteAndShip(meridia, given, {
        changed: (parcel) => ({ ...parcel, items }),
        when: 0,
      });
      fc.pre(!quoted.incomplete);
      assert.deepEqual(figures(shipped), figures(assessCharges({ ...facts, fiscal: { ...facts.fiscal, quote: 'Q' } }, law))); // prettier-ignore
      assert.ok(outcome?.honoured === false && outcome.because === 'facts-differ');
      assert.ok(outcome.differences.some(({ fact }) => fact.startsWith('/goods/')));
    }),
    RUNS,
  );
});
