/** Runs the worked examples of a pack and says in which figures the law and the example differ. */
import { assessCharges } from '../../domain/charges/assess-charges.ts';
import type { ChargeAssessment, ChargeLine } from '../../domain/charges/charge.ts';
import { categoryOf, compileCategories } from '../../domain/decision/category.ts';
import { lawInForce } from '../../domain/jurisdiction/in-force.ts';
import type { LawInForce, Pack } from '../../domain/jurisdiction/pack.ts';
import { withSettings } from '../../domain/jurisdiction/settings.ts';
import type { PackTexts } from '../../domain/jurisdiction/parse.ts';
import type { Json } from '../../domain/kernel/canonical-json.ts';
import { writeAmount, type Money } from '../../domain/kernel/money.ts';
import type { Knowledge } from '../../domain/risk/knowledge.ts';
import { readCase, type WorkedCase } from './case-file.ts';

export type CaseResult = {
  readonly file: string;
  readonly title: string;
  /** Empty when the case passes. */
  readonly differences: readonly string[];
  readonly actual: Json;
};

const NOTHING_KNOWN: Knowledge = {
  declarant: null,
  collectorHolder: null,
  orderParcels: 0,
  consigneeToday: 0,
  sellerToday: 0,
  screeningHits: [],
};

/** Runs all cases of a pack's folder against a pack; diff runs the cases of one against another. */
export function runCases(texts: PackTexts, pack: Pack): readonly CaseResult[] {
  const laws = new Map<string, LawInForce>();
  const lawOf = ({ on, settings }: WorkedCase): LawInForce => {
    const key = `${on} ${JSON.stringify(settings)}`;
    const law = laws.get(key) ?? lawInForce(withSettings(pack, settings), on);
    laws.set(key, law);
    return law;
  };
  const files = [...texts].filter(([file]) => /^cases\/.+\.json$/.test(file));
  return files.map(([file, text]) => {
    const { worked, problem } = readCase(file, text, pack.currency);
    if (worked === null) return { file, title: '', differences: [problem], actual: null };
    const actual = outcomeOf(worked, lawOf(worked));
    const unsourced = pack.sources.some(({ id }) => id === worked.source)
      ? []
      : [`there is no source "${worked.source}"`];
    return {
      file,
      title: worked.title,
      differences: [...unsourced, ...differencesOf(worked.expect, actual, '')],
      actual,
    };
  });
}

type Outcome = { readonly [member: string]: Json };

/** What a case may expect, in the words of the contract. */
function outcomeOf(worked: WorkedCase, law: LawInForce): Outcome {
  const charges = assessCharges(worked.facts, law, worked.earlier);
  const book = compileCategories(law.categories, law.thresholdMinor);
  const subject = {
    facts: worked.facts,
    findings: [],
    quality: 100,
    charges,
    knowledge: NOTHING_KNOWN,
  };
  return {
    ...outcomeOfCharges(charges),
    category: categoryOf(subject, [], book).category,
    totalOfParcels: writeAmount({
      minor: charges.total.minor * BigInt(worked.parcels),
      currency: charges.currency,
    }),
  };
}

/** An assessment in the words of the contract. */
export function outcomeOfCharges(charges: ChargeAssessment): Outcome {
  const figure = (amount: Money): string => writeAmount(amount);
  return {
    currency: charges.currency,
    intrinsicValue: figure(charges.intrinsicValue),
    customsValue: figure(charges.customsValue),
    total: figure(charges.total),
    payable: figure(charges.payable),
    lines: charges.lines.map(lineJson),
    reliefs: charges.reliefs,
    quotas: charges.quotas.map((quota) => ({ ...quota })),
    incomplete: charges.incomplete,
    missing: charges.missing,
    verified: charges.verified,
    unverified: charges.unverified,
  };
}

const lineJson = (line: ChargeLine): Json => ({
  charge: line.charge,
  amount: writeAmount(line.amount),
  item: line.item,
  rule: line.rule,
  source: line.source,
  place: line.place,
  steps: line.steps().map((step) => ({ ...step })),
});

/** Compares what is expected with what is; members that are not expected are not compared, lists must have equal length. */
function differencesOf(expected: unknown, actual: unknown, path: string): readonly string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${path}: expected a list`];
    if (actual.length !== expected.length)
      return [`${path}: expected ${expected.length} members, got ${actual.length}`];
    return expected.flatMap((member, index) =>
      differencesOf(member, actual[index], `${path}/${index}`),
    );
  }
  if (typeof expected === 'object' && expected !== null) {
    const members: Readonly<Record<string, unknown>> =
      typeof actual === 'object' && actual !== null ? { ...actual } : {};
    return Object.entries(expected).flatMap(([name, member]) =>
      differencesOf(member, members[name], `${path}/${name}`),
    );
  }
  if (expected === actual) return [];
  const got = actual === undefined ? 'nothing' : JSON.stringify(actual);
  return [`${path}: expected ${JSON.stringify(expected)}, got ${got}`];
}
