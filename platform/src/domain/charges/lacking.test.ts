/** Shows that a charge whose rate the pack cannot name is never a silent zero. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { lawInForce } from '../jurisdiction/in-force.ts';
import type { LawInForce, RateRow } from '../jurisdiction/pack.ts';
import { readDay } from '../kernel/day.ts';
import { present } from '../kernel/invariant.ts';
import { loadPack } from '../../server/packs/load.ts';
import { factsOf, itemOf } from '../../../test/support/parcels.ts';
import { assessCharges } from './assess-charges.ts';

const folder = path.resolve(import.meta.dirname, '../../../../packs/xm-meridia');
const meridia = present(loadPack(folder).pack, 'Meridia is well formed');
const law = lawInForce(meridia, present(readDay('2026-11-24'), 'a day'));
const duty = present(
  law.rates.find(({ id }) => id === 'tariff-garments'),
  'garments have a rate',
);
const lacking: RateRow = { ...duty, rate: null, lacks: '/items/*/commodityCode' };
const assess = (price: bigint, changed: Partial<LawInForce>) =>
  assessCharges(
    factsOf({ items: [itemOf({ origin: 'CN', value: { minor: price, currency: 'XMC' } })] }),
    { ...law, ...changed },
  );

test('a charge without a rate makes the figures incomplete, unless it is relieved', () => {
  const rates = law.rates.map((row) => (row.id === duty.id ? lacking : row));
  const owed = assess(20_000n, { rates });
  assert.deepEqual([owed.incomplete, owed.missing], [true, ['/items/0/commodityCode']]);
  assert.equal(
    owed.lines.some(({ charge }) => charge === 'duty'),
    false,
  );
  assert.equal(assess(5_000n, { rates }).incomplete, false);
});
