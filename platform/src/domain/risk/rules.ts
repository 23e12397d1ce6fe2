/** Compiles the rules, prohibitions and selections of a day's law once into the rule book that every parcel is held against. */
import { compileCondition, type Predicate } from '../jurisdiction/condition.ts';
import type { SelectionRow } from '../jurisdiction/pack-lists.ts';
import type { Prohibition, RiskRule } from '../jurisdiction/pack.ts';
import { present } from '../kernel/invariant.ts';
import { ACTING_WEIGHT } from './combine.ts';
import { compileRule, type CompiledRule, type ThresholdReader } from './compiled-rule.ts';
import { factReader } from './facts.ts';
import { prohibitionRules } from './prohibitions.ts';
import { indexRules, type RuleIndex } from './rule-index.ts';
import type { RiskCase } from './subject.ts';

/** The part of the law in force that targeting reads. */
export type TargetingLaw = {
  readonly id: string;
  readonly version: string;
  readonly riskRules: readonly RiskRule[];
  readonly prohibitions: readonly Prohibition[];
  readonly selections: readonly SelectionRow[];
  readonly thresholdMinor: ThresholdReader;
};

export type Stratum = {
  readonly name: string;
  readonly perMillion: number;
  readonly test: Predicate<RiskCase>;
};

export type RuleBook = {
  /** Pack and version: what an assessment was made with. */
  readonly version: string;
  readonly index: RuleIndex;
  readonly strata: readonly Stratum[];
  /** Rules whose sentences are general enough for a random selection to wear. */
  readonly covers: readonly CompiledRule[];
  /** Reason and instruction of each rule, for the screens of officers. */
  readonly sentences: ReadonlyMap<string, Sentences>;
};

export type Sentences = Pick<CompiledRule, 'reason' | 'lookFor'>;

/** Compile once per pack and day. Rules in shadow mode are run and reported, and change nothing. */
export function compileRules(law: TargetingLaw): RuleBook {
  const threshold = law.thresholdMinor;
  const texts = [...law.riskRules, ...law.prohibitions.flatMap(prohibitionRules)];
  const rules = texts.map((text) => compileRule(text, threshold));
  const covers = new Set(law.riskRules.filter(isCover).map((rule) => rule.id));
  return {
    version: `${law.id}@${law.version}`,
    index: indexRules(rules),
    strata: law.selections.map((row) => compileStratum(row, threshold)),
    covers: rules.filter(isPlaceless).filter((rule) => covers.has(rule.id)),
    sentences: new Map(rules.map(({ id, reason, lookFor }) => [id, { reason, lookFor }])),
  };
}

/** A cover must act by itself, for a selected parcel is looked at. */
const isCover = (rule: RiskRule): boolean =>
  rule.cover &&
  rule.mode === 'live' &&
  rule.weight >= ACTING_WEIGHT &&
  (rule.effect === 'scan' || rule.effect === 'examine');

/** A sentence with places would have to be filled with facts of the parcel at hand. */
const isPlaceless = (rule: CompiledRule): boolean => rule.values === null;

function compileStratum(row: SelectionRow, threshold: ThresholdReader): Stratum {
  const read = (name: string) => present(factReader(name), `selection ${row.id} knows ${name}`);
  return {
    name: row.stratum,
    perMillion: row.perMillion,
    test: row.when === null ? () => true : compileCondition(row.when, { read, threshold }),
  };
}
