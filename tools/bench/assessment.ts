/** Measures what the charges of a parcel cost under the law of every pack: parcels a second of one core, their lines and sums made, their steps not told. */
import path from 'node:path';
import process from 'node:process';
import type { ParcelFacts } from '../../platform/src/domain/advance-data/parcel-facts.ts';
import { assessCharges } from '../../platform/src/domain/charges/assess-charges.ts';
import { lawInForce } from '../../platform/src/domain/jurisdiction/in-force.ts';
import type { Pack } from '../../platform/src/domain/jurisdiction/pack.ts';
import { readDay } from '../../platform/src/domain/kernel/day.ts';
import { present } from '../../platform/src/domain/kernel/invariant.ts';
import { money } from '../../platform/src/domain/kernel/money.ts';
import { loadPacks } from '../../platform/src/server/packs/load.ts';
import { factsOf, itemOf } from '../../platform/test/support/parcels.ts';
import { median, rounded } from './figures.ts';

export type AssessmentMeasure = { readonly pack: string; readonly perSecond: number };

const PARCELS = 2_000;
const ROUNDS = 15;
const ORIGINS = ['CN', 'US', 'JP', 'XL'];
/** Where a pack is the law of several states, parcels go to one of them. */
const DESTINATION: Readonly<Record<string, string>> = { EU: 'NL' };

/** Parcels of one to four goods, at and around the lines that the law draws; four of ten were taxed at sale. */
function parcelsUnder(pack: Pack): readonly ParcelFacts[] {
  const lines = pack.thresholds.map((row) => row.amount).filter((amount) => amount.currency === pack.currency); // prettier-ignore
  const codes = [...new Set(pack.rates.flatMap((row) => row.commodityPrefixes)), '610910'].map(
    (prefix) => prefix.padEnd(6, '1'),
  );
  const schemes = pack.collectors.map((row) => row.scheme);
  const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % from.length];
  return Array.from({ length: PARCELS }, (_, n) => {
    const items = Array.from({ length: 1 + (n % 4) }, (__, at) => {
      const line = pick(lines, n + at)?.minor ?? 5_000n;
      return itemOf({
        commodityCode: pick(codes, n * 7 + at) ?? '610910',
        origin: pick(ORIGINS, n + at) ?? 'CN',
        value: money(line / BigInt(1 + (n % 3)) + BigInt(n % 5), pack.currency),
      });
    });
    const scheme = n % 10 < 4 ? pick(schemes, n) : undefined;
    return factsOf({
      items,
      channel: pick(['post', 'express'] as const, n) ?? 'post',
      countryOfDestination: DESTINATION[pack.country] ?? pack.country,
      freight: money(300n, pack.currency),
      ...(scheme === undefined ? {} : { fiscal: { collector: { scheme, number: 'X' } } }),
    });
  });
}

function perSecondUnder(pack: Pack): number {
  const law = lawInForce(pack, present(readDay('2026-11-24'), 'a day'));
  const parcels = parcelsUnder(pack);
  const rates: number[] = [];
  let lines = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const began = process.threadCpuUsage();
    for (const facts of parcels) lines += assessCharges(facts, law).lines.length;
    const used = process.threadCpuUsage(began);
    rates.push(parcels.length / ((used.user + used.system) / 1e6));
  }
  // What is never read might never be made.
  if (lines === 0 && pack.rates.length > 0) throw new Error(`Nothing is owed under ${pack.id}.`);
  return median(rates.slice(3));
}

/** Under each pack of the folder. */
export function measureAssessments(): readonly AssessmentMeasure[] {
  const folder = path.resolve(import.meta.dirname, '../../packs');
  return [...loadPacks(folder)].map(([id, loaded]) => ({
    pack: id,
    perSecond: rounded(perSecondUnder(present(loaded.pack, 'a pack of this folder is sound'))),
  }));
}

function main(): void {
  for (const measure of measureAssessments()) process.stdout.write(`${JSON.stringify(measure)}\n`);
}

if (import.meta.main) main();
