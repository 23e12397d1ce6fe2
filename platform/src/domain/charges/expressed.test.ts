/** Shows that a rate as tariffs write it is charged with its steps, by the tariff in use, and is never a silent nothing. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { Item } from '../advance-data/statement.ts';
import { lawInForce } from '../jurisdiction/in-force.ts';
import type { LawInForce, RateRow } from '../jurisdiction/pack.ts';
import { readDay } from '../kernel/day.ts';
import { present } from '../kernel/invariant.ts';
import { parseDuty } from '../tariff/parse-duty.ts';
import { tariffBook, type TariffLine } from '../tariff/tariff-book.ts';
import { loadPack } from '../../server/packs/load.ts';
import { factsOf, itemOf } from '../../../test/support/parcels.ts';
import { assessCharges } from './assess-charges.ts';
import type { ChargeAssessment, ChargeLine } from './charge.ts';

const folder = path.resolve(import.meta.dirname, '../../../../packs/xm-meridia');
const meridia = present(loadPack(folder).pack, 'Meridia is well formed');
const on = present(readDay('2026-11-24'), 'a day');
const inForce = lawInForce(meridia, on);
const general = present(
  inForce.rates.find(({ id }) => id === 'tariff-other'),
  'goods have a rate',
);

/** The law with one rate of duty for all goods, and none beside it. */
function lawWith(text: string, given: Partial<LawInForce> = {}): LawInForce {
  const read = parseDuty(text, 'XMC');
  assert.ok(read.ok, text);
  const row: RateRow = { ...general, rate: null, expression: { text, duty: read.value } };
  return {
    ...inForce,
    rates: [row, ...inForce.rates.filter(({ tax }) => tax !== 'duty')],
    ...given,
  };
}

const assess = (law: LawInForce, item: Partial<Item> = {}): ChargeAssessment =>
  assessCharges(
    factsOf({ channel: 'express', items: [itemOf({ origin: 'CN', value: { minor: 50_000n, currency: 'XMC' }, ...item })] }),
    law,
  ); // prettier-ignore

const dutyOf = ({ lines }: ChargeAssessment): ChargeLine =>
  present(
    lines.find(({ charge }) => charge === 'duty'),
    'duty is charged',
  );
const stepsOf = (assessment: ChargeAssessment): readonly string[] =>
  dutyOf(assessment)
    .steps()
    .map(({ what, base, rate, result }) => [what, base, rate, result].filter(Boolean).join(' | '));

suite('A rate as tariffs write it', () => {
  test('charges what the same rate in columns charges, in the same words', () => {
    const rates = fc
      .integer({ min: 0, max: 200 })
      .map((percent) => [`${percent}%`, percent] as const);
    const prices = fc.bigInt({ min: 15_001n, max: 10n ** 7n });
    fc.assert(
      fc.property(rates, prices, ([text, percent], minor) => {
        const value = { minor, currency: 'XMC' };
        const columns = { ...general, rate: { numerator: BigInt(percent), denominator: 100n } };
        const rest = inForce.rates.filter(({ tax }) => tax !== 'duty');
        const shown = (law: LawInForce) =>
          assess(law, { value }).lines.map(({ charge, amount, rule, steps }) => [charge, amount, rule, steps().map(({ what, result }) => [what, result])]);
        assert.deepEqual(shown(lawWith(text)), shown({ ...inForce, rates: [columns, ...rest] }));
      }),
    ); // prettier-ignore
  });

  test('shows every part, the quantities it fell on, and the bound it ran into', () => {
    const compound = assess(lawWith('10 % + 93.10 XMC / 100 kg MAX 11 %'));
    assert.deepEqual(stepsOf(compound), [
      'goods + freight + insurance | 500.00 XMC',
      'share of the value | 500.00 XMC | 0.1 | 50.00 XMC',
      'amount per 100 kg | 0.3 kg | 93.1 XMC per 100 kg | 0.2793 XMC',
      'all parts | 50.2793 XMC',
      'at most: share of the value | 500.00 XMC | 0.11 | 55.00 XMC',
      'neither too little nor too much | 50.2793 XMC',
      'rounded down to 0.05 XMC | 50.2793 XMC | 50.25 XMC',
    ]);
    assert.deepEqual(dutyOf(compound).measures, [{ unit: 'KGM', of: null }]);
    assert.equal(stepsOf(assess(lawWith('1% MIN 200 XMC / kg'))).at(-1), 'held at the least | 60.00 XMC');
  }); // prettier-ignore

  test('that is free owes nothing, with a line and a step that say so', () => {
    const free = assess(lawWith('Free'));
    assert.equal(dutyOf(free).amount.minor, 0n);
    assert.deepEqual(stepsOf(free), [
      'goods + freight + insurance | 500.00 XMC',
      'free | 0.00 XMC',
    ]);
    assert.equal(free.incomplete, false);
  });

  test('that cannot be worked out is due and unknown, with its place in the text, the reason and what to do', () => {
    const unknown = assess(lawWith('6% + 40 XMC / l'));
    assert.equal(unknown.lines.some(({ charge }) => charge === 'duty'), false);
    assert.deepEqual([unknown.incomplete, unknown.missing], [true, ['/items/0/quantity']]);
    const [finding] = unknown.findings;
    assert.deepEqual({ ...finding }, {
      rule: 'tariff-other', item: 0, code: 'quantity-missing', text: '6% + 40 XMC / l', at: 5, length: 10,
      reason: 'the quantity in l is not stated', fix: 'state the quantity in this unit, or in one that converts to it',
    });
    assert.equal(assess(lawWith('6% + 40 XMC / l'), { quantity: { micro: 750_000_000n, unit: 'MLT' } }).incomplete, false);
  }); // prettier-ignore
});

const line = (code: string, text: string, column: TariffLine['column'] = 'general'): TariffLine => ({
  from: 0, until: null, code, column, text, origins: [], season: null, quota: null, source: 'hts',
}); // prettier-ignore
const tariff = tariffBook({
  id: 'hts',
  currency: 'USD',
  lines: [
    line('62052020', '19.7%'),
    line('62052020', 'Free (A) 4.5% (JP)', 'preferences'),
    line('6204', 'See 6205.20.20'),
    line('6206', 'No change'),
    line('6207', 'Free, under bond'),
  ],
  programmes: [
    { from: 0, until: null, code: 'A', origins: ['BD'], proofs: [] },
    { from: 0, until: null, code: 'JP', origins: ['JP'], proofs: ['certificate-jp'] },
  ],
  otherOrigins: [],
  openQuotas: [],
});
const byTariff = lawWith('the applicable rate + 10%', { tariff });
const shirt = { commodityCode: '6205202065' };

suite('A rate that refers to the tariff', () => {
  test('is that of the code, and of the origin that proves its preference', () => {
    const minors = (item: Partial<Item>): bigint => dutyOf(assess(byTariff, item)).amount.minor;
    assert.equal(minors(shirt), 14_850n);
    assert.equal(minors({ ...shirt, origin: 'BD' }), 5_000n);
    assert.equal(minors({ ...shirt, origin: 'JP', licences: ['certificate-jp'] }), 7_250n);
    assert.equal(minors({ ...shirt, origin: 'JP' }), 14_850n);
    assert.deepEqual(stepsOf(assess(byTariff, { ...shirt, origin: 'JP' })), [
      'goods + freight + insurance | 500.00 XMC',
      'preference not applied: it asks for certificate-jp | 4.5%',
      'share of the value | 500.00 XMC | 0.197 | 98.50 XMC',
      'share of the value | 500.00 XMC | 0.1 | 50.00 XMC',
      'all parts | 148.50 XMC',
    ]);
  });

  test('follows references, and says where they lead nowhere', () => {
    const codesOf = (item: Partial<Item>): readonly (readonly (string | undefined)[])[] =>
      assess(byTariff, item).findings.map(({ code, rate }) => [code, rate]);
    assert.equal(dutyOf(assess(byTariff, { commodityCode: '620400' })).amount.minor, 14_850n);
    assert.deepEqual(codesOf({ commodityCode: '620600' }), [['reference-circular', 'hts:6206:general']]);
    assert.deepEqual(codesOf({ commodityCode: '620700' }), [['condition-open', 'hts:6207:general']]);
    assert.deepEqual(codesOf({ commodityCode: '999999' }), [['code-not-in-tariff', undefined]]);
  }); // prettier-ignore

  test('gives way to the rate for all goods where no tariff is at hand, and is unknown where there is none', () => {
    const [row] = byTariff.rates;
    const { tariff: _, ...without } = byTariff;
    assert.ok(row !== undefined);
    const both = { ...without, rates: [{ ...row, id: 'by-tariff', commodityPrefixes: ['62'] }, general, ...without.rates.slice(1)] };
    assert.deepEqual([dutyOf(assess(both, shirt)).rule, dutyOf(assess({ ...both, tariff }, shirt)).rule], ['tariff-other', 'by-tariff']);
    const alone = assess(without, shirt);
    assert.deepEqual([alone.incomplete, alone.missing, alone.findings.map(({ code }) => code)], [true, ['/law'], ['reference-open']]);
  }); // prettier-ignore
});
