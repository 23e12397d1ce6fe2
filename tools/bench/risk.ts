/** Measures what an assessment of risk costs a parcel and an item, with invented rules and with those of a pack. */
import path from 'node:path';
import process from 'node:process';
import type { Item } from '../../platform/src/domain/advance-data/statement.ts';
import { lawInForce } from '../../platform/src/domain/jurisdiction/in-force.ts';
import { readDay } from '../../platform/src/domain/kernel/day.ts';
import { present } from '../../platform/src/domain/kernel/invariant.ts';
import { money } from '../../platform/src/domain/kernel/money.ts';
import { assessRisk } from '../../platform/src/domain/risk/assess-risk.ts';
import {
  compileRules,
  type RuleBook,
  type TargetingLaw,
} from '../../platform/src/domain/risk/rules.ts';
import type { RiskSubject } from '../../platform/src/domain/risk/subject.ts';
import { loadPack } from '../../platform/src/server/packs/load.ts';
import { itemOf, knowledgeOf, lawOf, subjectOf } from '../../platform/test/support/parcels.ts';
import { benchRules } from './rules.ts';

const GOODS = [
  'cotton shirt with long sleeves',
  'LED desk lamp, USB',
  'ceramic mug 350 ml blue',
  'running shoes size 42 mesh',
  'phone case silicone',
];
const CODES = ['620520', '940521', '691110', '640411', '392690'];
const ORIGINS = ['XO', 'CN', 'XL', 'IN'];

const itemNumber = (n: number): Item =>
  itemOf({
    description: `${GOODS[n % GOODS.length] ?? 'mug'} model ${n % 97}`,
    commodityCode: CODES[n % CODES.length] ?? '691110',
    origin: ORIGINS[n % ORIGINS.length] ?? 'XO',
    value: money(BigInt(1_000 + ((n * 37) % 9_000)), 'XMC'),
  });

/** A thousand different parcels of `items` items, so that nothing is measured from one warm object. */
const subjectsOf = (items: number): readonly RiskSubject[] =>
  Array.from({ length: 1_000 }, (_, n) =>
    subjectOf(
      { items: Array.from({ length: items }, (__, at) => itemNumber(n + at * 13)) },
      { knowledge: knowledgeOf({ orderParcels: n % 3, sellerToday: n % 40 }) },
    ),
  );

/** Microseconds of processor time a parcel: the median of `rounds` rounds over a thousand parcels. */
function microseconds(book: RuleBook, subjects: readonly RiskSubject[], rounds = 60): number {
  const times: number[] = [];
  let pieces = 0;
  for (let round = 0; round < rounds; round++) {
    const start = process.threadCpuUsage().user;
    for (const subject of subjects)
      pieces += assessRisk(subject, book, { draw: null, model: null }).pieces.length;
    times.push((process.threadCpuUsage().user - start) / subjects.length);
  }
  if (pieces < 0) throw new Error('the work was done');
  return present(times.sort((left, right) => left - right)[Math.floor(rounds / 2)], 'a median');
}

export type RiskMeasure = {
  readonly rules: number;
  /** Microseconds of a parcel with one item, with four, and of each further item. */
  readonly oneItem: number;
  readonly fourItems: number;
  readonly perItem: number;
};

export function measureRisk(law: TargetingLaw): RiskMeasure {
  const book = compileRules(law);
  const [one, four] = [subjectsOf(1), subjectsOf(4)];
  microseconds(book, four, 20);
  const oneItem = microseconds(book, one);
  const fourItems = microseconds(book, four);
  return { rules: law.riskRules.length, oneItem, fourItems, perItem: (fourItems - oneItem) / 3 };
}

function main(): void {
  const folder = path.resolve(import.meta.dirname, '../../packs/xm-meridia');
  const pack = present(loadPack(folder).pack, 'the pack of Meridia is sound');
  const law = lawInForce(pack, present(readDay('2026-11-24'), 'a day'));
  for (const count of [0, 200, 1_000]) {
    process.stdout.write(
      `${JSON.stringify({ what: 'invented', ...measureRisk(lawOf(benchRules(count))) })}\n`,
    );
  }
  process.stdout.write(`${JSON.stringify({ what: 'xm-meridia', ...measureRisk(law) })}\n`);
}

if (import.meta.main) main();
