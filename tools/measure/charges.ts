/** Measures what assessing the charges of a parcel costs: `node tools/measure/charges.ts`. */
import path from 'node:path';
import process from 'node:process';
import type { ParcelFacts } from '../../platform/src/domain/advance-data/parcel-facts.ts';
import { assessCharges } from '../../platform/src/domain/charges/assess-charges.ts';
import { lawInForce } from '../../platform/src/domain/jurisdiction/in-force.ts';
import type { LawInForce } from '../../platform/src/domain/jurisdiction/pack.ts';
import { readDay } from '../../platform/src/domain/kernel/day.ts';
import { present } from '../../platform/src/domain/kernel/invariant.ts';
import { parseDuty } from '../../platform/src/domain/tariff/parse-duty.ts';
import { tariffBook, type TariffLine } from '../../platform/src/domain/tariff/tariff-book.ts';
import { loadPack } from '../../platform/src/server/packs/load.ts';
import { factsOf, itemOf } from '../../platform/test/support/parcels.ts';

const ALWAYS = { from: 0, until: null };
const ROUNDS = 9;
const RUNS = 40_000;

const pack = present(
  loadPack(path.resolve(import.meta.dirname, '../../packs/xm-meridia')).pack,
  'Meridia is well formed',
);
const law = lawInForce(pack, present(readDay('2026-11-24'), 'a day'));

const CODES = ['610910', '640399', '851830', '950300', '420222', '330300', '170199', '220421'];
const ORIGINS = ['CN', 'XO', 'XZ', 'TR'];

/** Parcels of other goods, origins and values each, above every relief. */
const parcelsWith = (items: number): readonly ParcelFacts[] =>
  Array.from({ length: 997 }, (_, index) =>
    factsOf({
      channel: 'express',
      items: Array.from({ length: items }, (_item, place) =>
        itemOf({
          commodityCode: CODES[(index + place) % CODES.length] ?? '610910',
          origin: ORIGINS[(index + place) % ORIGINS.length] ?? 'CN',
          value: { minor: BigInt(20_000 + ((index * 7_919) % 50_000)), currency: 'XMC' },
        }),
      ),
    }),
  );

/** Microseconds of processor a parcel in the best round; the count keeps the work from being optimised away. */
function best(
  parcels: readonly ParcelFacts[],
  under: LawInForce,
): { microseconds: number; lines: number } {
  let microseconds = Infinity;
  let lines = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const started = process.threadCpuUsage();
    for (let index = 0; index < RUNS; index++) {
      const facts = parcels[index % parcels.length];
      if (facts !== undefined) lines += assessCharges(facts, under).lines.length;
    }
    const { user, system } = process.threadCpuUsage(started);
    microseconds = Math.min(microseconds, (user + system) / RUNS);
  }
  return { microseconds: Math.round(microseconds * 100) / 100, lines };
}

/** The same law with every duty by a tariff that states its rates as texts, on value and mass. */
function lawByTariff(): LawInForce {
  const text = 'the applicable rate';
  const read = parseDuty(text, law.currency);
  const [general] = law.rates;
  if (!read.ok || general === undefined) throw new Error('the law has rates');
  const row = { ...general, rate: null, expression: { text, duty: read.value } };
  const line = { ...ALWAYS, origins: [], season: null, quota: null, source: 'tariff' };
  const lines = CODES.flatMap((code): readonly TariffLine[] => [
    { ...line, code, column: 'general', text: '10% + 0.20 XMC / kg MAX 14%' },
    { ...line, code, column: 'preferences', text: 'Free (O) 2.5% (T)' },
  ]);
  const tariff = tariffBook({
    id: 'measured',
    currency: law.currency,
    lines,
    programmes: [
      { ...ALWAYS, code: 'O', origins: ['XO'], proofs: [] },
      { ...ALWAYS, code: 'T', origins: ['TR'], proofs: ['proof'] },
    ],
    otherOrigins: [],
    openQuotas: [],
  });
  const rest = law.rates.filter(({ measure }) => measure !== general.measure);
  return { ...law, rates: [row, ...rest], tariff };
}

const byTariff = lawByTariff();
const measured = {
  oneItem: best(parcelsWith(1), law),
  threeItems: best(parcelsWith(3), law),
  oneItemByTariff: best(parcelsWith(1), byTariff),
  threeItemsByTariff: best(parcelsWith(3), byTariff),
};
process.stdout.write(`${JSON.stringify(measured)}\n`);
