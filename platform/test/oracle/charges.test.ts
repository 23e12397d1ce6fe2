/** Holds the charges of every installed pack against the calculator by hand, and against what every law implies. */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ParcelFacts } from '../../src/domain/advance-data/parcel-facts.ts';
import { assessCharges } from '../../src/domain/charges/assess-charges.ts';
import type { ChargeAssessment } from '../../src/domain/charges/charge.ts';
import { lawInForce } from '../../src/domain/jurisdiction/in-force.ts';
import type { Pack } from '../../src/domain/jurisdiction/pack.ts';
import { readDay } from '../../src/domain/kernel/day.ts';
import { writeAmount } from '../../src/domain/kernel/money.ts';
import { loadPacks } from '../../src/server/packs/load.ts';
import { chargesByHand, type LineByHand } from './charges-by-hand.ts';
import { CODES, lawsLike } from './laws.ts';
import { parcelsOf, type Given } from './parcels.ts';

const packs = [...loadPacks(resolve(import.meta.dirname, '../../../packs'))].map(
  ([id, loaded]): [string, Pack] => {
    assert.ok(loaded.pack, `${id} is well formed`);
    return [id, loaded.pack];
  },
);
const meridia = packs.find(([id]) => id === 'xm-meridia')![1];
const RUNS = { numRuns: Number(process.env['LUXOR_ORACLE_RUNS'] ?? 1_000) };
const RATES_CHEAP = 1_500;
/** Fewer where a whole tariff is read row by row for each parcel: the time grows with the rows, and no form of law is in one pack alone. */
const runsOf = ({ rates }: Pack): { readonly numRuns: number } => ({
  numRuns: Math.ceil((RUNS.numRuns * RATES_CHEAP) / Math.max(RATES_CHEAP, rates.length)),
});
const minorsOf = (assessment: ChargeAssessment, kind?: string): bigint =>
  assessment.lines
    .filter((line) => kind === undefined || line.charge === kind)
    .reduce((sum, line) => sum + line.amount.minor, 0n);

/** Fails unless the product and the calculator by hand say the same of one parcel. */
function compareByHand(pack: Pack, { facts, day, earlier }: Given): void {
  const found = assessCharges(facts, lawInForce(pack, day), earlier);
  const expected = chargesByHand(facts, pack, { day, earlier });
  const lines = found.lines.map(({ charge, item, rule, amount, place }): LineByHand => ({ charge, item, rule, amount: amount.minor, place })); // prettier-ignore
  const nameOf = ({ charge, rule, item }: LineByHand): string =>
    `${charge} ${rule} ${String(item)}`;
  const byName = (one: LineByHand, other: LineByHand): number => nameOf(one).localeCompare(nameOf(other)); // prettier-ignore
  assert.deepEqual(lines.toSorted(byName), expected.lines.toSorted(byName));
  assert.equal(found.total.minor, expected.total);
  assert.equal(found.payable.minor, expected.payable);
  assert.equal(found.incomplete, expected.incomplete);
  assert.deepEqual(new Set(found.reliefs), expected.reliefs);
  if (facts.items.length > 0) assert.deepEqual(found.items.map((value) => value.customs.minor), expected.customs); // prettier-ignore
}

test('random laws of all scopes, modes and units charge random parcels as the calculator by hand does', () => {
  const cases = lawsLike(meridia).chain((pack) => fc.tuple(fc.constant(pack), fc.array(parcelsOf(pack, CODES), { minLength: 4, maxLength: 4 }))); // prettier-ignore
  fc.assert(
    fc.property(cases, ([pack, parcels]) => {
      for (const given of parcels) compareByHand(pack, given);
    }),
    { numRuns: RUNS.numRuns / 4 },
  );
});

for (const [id, pack] of packs) {
  test(`${id}: random parcels owe what the calculator by hand says`, () => {
    fc.assert(
      fc.property(parcelsOf(pack), (given) => compareByHand(pack, given)),
      runsOf(pack),
    );
  });

  test(`${id}: lines sum to the total, and those at the border to what is payable`, () => {
    fc.assert(
      fc.property(parcelsOf(pack), ({ facts, day }) => {
        const found = assessCharges(facts, lawInForce(pack, day));
        const border = found.lines
          .filter((line) => line.place === 'at-border')
          .reduce((sum, line) => sum + line.amount.minor, 0n);
        assert.equal(minorsOf(found), found.total.minor);
        assert.equal(border, found.payable.minor);
        assert.ok(
          found.lines.every(
            (line) => line.amount.minor >= 0n && line.amount.currency === pack.currency,
          ),
        );
      }),
      runsOf(pack),
    );
  });

  test(`${id}: the order of the items decides nothing`, () => {
    fc.assert(
      fc.property(parcelsOf(pack), ({ facts, day }) => {
        const law = lawInForce(pack, day);
        const [there, back] = [
          assessCharges(facts, law),
          assessCharges({ ...facts, items: facts.items.toReversed() }, law),
        ];
        assert.equal(back.total.minor, there.total.minor);
        assert.equal(back.payable.minor, there.payable.minor);
      }),
      runsOf(pack),
    );
  });

  test(`${id}: every line names a source of the pack, and ends its steps with its amount`, () => {
    const sources = new Set(pack.sources.map((source) => source.id));
    fc.assert(
      fc.property(parcelsOf(pack), ({ facts, day }) => {
        for (const line of assessCharges(facts, lawInForce(pack, day)).lines) {
          assert.ok(sources.has(line.source));
          const [amount = ''] = (line.steps().at(-1)?.result ?? '').split(' ');
          assert.equal(amount, writeAmount(line.amount));
        }
      }),
      { numRuns: 300 },
    );
  });
}

const day = (text: string): number => readDay(text)!;
const parcel = (items: ParcelFacts['items'], more: Partial<ParcelFacts> = {}): ParcelFacts => ({
  reference: { scheme: 's10', number: 'X' }, profile: 'standard', orderNumbers: [], direction: 'import', mode: 'air', channel: 'express', nature: 'sale',
  pieces: [], items, parties: [], sources: {}, streams: { order: true, payment: true, logistics: true, declaration: true, arrival: false }, ...more,
}); // prettier-ignore

test('freight divided over items sums to the freight', () => {
  const law = lawInForce(meridia, day('2026-11-24'));
  const value = fc.bigInt({ min: 0n, max: 1_000_000n });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 9 }), value, (values, freight) => {
      const items = values.map((minor) => ({
        commodityCode: '610910',
        value: { minor, currency: 'XMC' },
        licences: [],
      }));
      const found = assessCharges(
        parcel(items, { freight: { minor: freight, currency: 'XMC' } }),
        law,
      );
      assert.equal(found.customsValue.minor - found.intrinsicValue.minor, freight);
      assert.equal(
        found.items.reduce((sum, item) => sum + item.customs.minor, 0n),
        found.customsValue.minor,
      );
    }),
  );
});

test('a dearer parcel of the same goods never owes less duty where duty is ad valorem and has no cliff', () => {
  const law = lawInForce(meridia, day('2026-11-24'));
  const codes = fc.constantFrom('610910', '640399', '850440', '910211', '950300', '220421');
  fc.assert(
    fc.property(
      codes,
      fc.bigInt({ min: 0n, max: 1_000_000n }),
      fc.bigInt({ min: 0n, max: 100_000n }),
      (commodityCode, minor, rise) => {
        const dutyOf = (price: bigint): bigint =>
          minorsOf(
            assessCharges(
              parcel([
                {
                  commodityCode,
                  value: { minor: price, currency: 'XMC' },
                  massNet: { micro: 500_000n, unit: 'KGM' },
                  licences: [],
                },
              ]),
              law,
            ),
            'duty',
          );
        return dutyOf(minor + rise) >= dutyOf(minor);
      },
    ),
  );
});
