/** Shows which unverified rows cast doubt on a figure, and that such a figure makes no debt. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import type { LawRow, Pack } from '../jurisdiction/pack.ts';
import { lawInForce } from '../jurisdiction/in-force.ts';
import { readDay } from '../kernel/day.ts';
import { present } from '../kernel/invariant.ts';
import { debtOf } from '../revenue/debt.ts';
import { NO_DEBT } from '../revenue/events.ts';
import { loadPack } from '../../server/packs/load.ts';
import { factsOf, itemOf } from '../../../test/support/parcels.ts';
import { assessCharges } from './assess-charges.ts';
import type { ChargeAssessment } from './charge.ts';

const meridia = present(
  loadPack(path.resolve(import.meta.dirname, '../../../../packs/xm-meridia')).pack,
  'Meridia is well formed',
);
const on = present(readDay('2026-11-24'), 'a day');

const doubtful = <Row extends LawRow>(rows: readonly Row[], id: string): readonly Row[] => {
  assert.ok(
    rows.some((row) => row.id === id),
    id,
  );
  return rows.map((row) => (row.id === id ? { ...row, verified: false } : row));
};

/** A shirt of Orland at the price, assessed under Meridia with some rows in doubt. */
function assessed(price: bigint, pack: Partial<Pack> = {}, currency = 'XMC'): ChargeAssessment {
  const item = itemOf({ origin: 'CN', value: { minor: price, currency } });
  const law = lawInForce({ ...meridia, ...pack }, on);
  return assessCharges(factsOf({ items: [item], channel: 'express' }), law);
}

test('figures that rest on verified rows alone are verified', () => {
  const { verified, unverified } = assessed(20_000n);
  assert.deepEqual({ verified, unverified }, { verified: true, unverified: [] });
});

test('an unverified rate, base, rounding or limit that was held against the goods is named once', () => {
  const { rates, taxBases, roundings, thresholds } = meridia;
  const doubts: readonly (readonly [Partial<Pack>, string])[] = [
    [{ rates: doubtful(rates, 'vat-standard') }, 'vat-standard'],
    [{ taxBases: doubtful(taxBases, 'base-vat') }, 'base-vat'],
    [{ roundings: doubtful(roundings, 'rounding-total') }, 'rounding-total'],
    [{ roundings: doubtful(roundings, 'rounding-duty') }, 'rounding-duty'],
    [{ thresholds: doubtful(thresholds, 'duty-relief') }, 'duty-relief'],
  ];
  for (const [pack, rule] of doubts)
    assert.deepEqual([rule, ...assessed(20_000n, pack).unverified], [rule, rule]);
});

test('rows that have no part in a figure cast no doubt on it', () => {
  const { rates, thresholds, exchangeRates } = meridia;
  const unused: readonly Partial<Pack>[] = [
    { rates: doubtful(rates, 'tariff-footwear') },
    { thresholds: doubtful(thresholds, 'gift-duty-relief') },
    { exchangeRates: exchangeRates.map((row) => ({ ...row, verified: false })) },
  ];
  for (const pack of unused) assert.equal(assessed(20_000n, pack).verified, true);
  const relieved = assessed(5_000n, { rates: doubtful(rates, 'tariff-garments') });
  assert.deepEqual([relieved.verified, relieved.reliefs.includes('duty-relief')], [true, true]);
});

test('a relief in doubt, and a rate of exchange in doubt, are named', () => {
  const { thresholds, exchangeRates } = meridia;
  const relief = assessed(5_000n, { thresholds: doubtful(thresholds, 'duty-relief') });
  assert.deepEqual(relief.unverified, ['duty-relief']);
  const rates = exchangeRates.map((row) => ({ ...row, verified: false }));
  assert.deepEqual(assessed(5_000n, { exchangeRates: rates }, 'USD').unverified, [
    'exchange-rate:USD',
  ]);
});

test('figures that rest on law in doubt make no debt', () => {
  const debtors = { declarant: 'P0001', account: null, collector: null };
  const doubted = assessed(20_000n, { rates: doubtful(meridia.rates, 'vat-standard') });
  const security = { before: NO_DEBT, guaranteeOf: () => null };
  assert.ok(debtOf(assessed(20_000n), debtors, security).lines.length > 0);
  assert.deepEqual(debtOf(doubted, debtors, security).lines, []);
});
