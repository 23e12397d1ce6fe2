/** Judges one parcel against the rule book: every reason with its sentence, one lane, one score, and nothing hidden. */
import type {
  ModelScore,
  ProhibitionHit,
  RandomDraw,
  RiskAssessment,
  RiskPiece,
} from './assessment.ts';
import { combineLane, combineScore } from './combine.ts';
import { fillSentence, type CompiledRule } from './compiled-rule.ts';
import { collectCandidates } from './rule-index.ts';
import type { RuleBook } from './rules.ts';
import { randomPiece } from './stratum.ts';
import { caseOfItem, caseOfParcel, type RiskCase, type RiskSubject } from './subject.ts';

export type RiskInputs = { readonly draw: RandomDraw | null; readonly model: ModelScore };

/** The first case of a hit, for its sentence, and every item it is about. */
type Hit = { readonly given: RiskCase; readonly items: number[] };
type Hits = Map<CompiledRule, Hit>;

/** Assesses a parcel. The lane is what targeting asks for; `decide` says what becomes of it. */
export function assessRisk(
  subject: RiskSubject,
  book: RuleBook,
  inputs: RiskInputs,
): RiskAssessment {
  const hits = mergeProhibitions(findHits(subject, book));
  const pieces: RiskPiece[] = [];
  const shadow: RiskPiece[] = [];
  const prohibitions: ProhibitionHit[] = [];
  for (const [rule, hit] of hits) {
    (rule.mode === 'live' ? pieces : shadow).push(pieceOf(rule, hit));
    if (rule.prohibition !== undefined) prohibitions.push(prohibitionOf(rule.prohibition, hit));
  }
  const chance = randomPiece(inputs.draw, book);
  if (chance !== null) pieces.push(chance);
  return {
    lane: combineLane(pieces),
    score: combineScore(pieces, inputs.model),
    pieces: pieces.sort(heavierFirst),
    shadow: shadow.sort(heavierFirst),
    prohibitions,
    draw: inputs.draw,
    model: inputs.model,
    rulesVersion: book.version,
  };
}

function findHits(subject: RiskSubject, { index }: RuleBook): Hits {
  const hits: Hits = new Map();
  const parcel = caseOfParcel(subject);
  const gated: CompiledRule[] = [];
  collectCandidates(index.parcel, parcel, gated);
  for (const rule of gated) if (rule.scope === 'parcel') run(rule, parcel, hits);
  for (const rule of index.alwaysParcel) run(rule, parcel, hits);
  const ofEveryItem = gated.filter((rule) => rule.scope === 'item');
  const candidates: CompiledRule[] = [];
  const { items } = subject.facts;
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (item === undefined) continue;
    const given = caseOfItem(subject, item, at);
    candidates.length = 0;
    collectCandidates(index.item, given, candidates);
    for (const rule of candidates) run(rule, given, hits);
    for (const rule of ofEveryItem) run(rule, given, hits);
    for (const rule of index.alwaysItem) run(rule, given, hits);
  }
  return hits;
}

/** Goods found by code and by word are one hit: the heavier stays, with the items of both. */
function mergeProhibitions(hits: Hits): Hits {
  for (const [rule, hit] of hits) {
    if (rule.prohibition === undefined) continue;
    for (const [other, twin] of hits) {
      if (other.id !== rule.id || other === rule || other.weight > rule.weight) continue;
      hits.delete(other);
      const items = new Set([...hit.items, ...twin.items]);
      hits.set(rule, { given: hit.given, items: [...items].sort((left, right) => left - right) });
    }
  }
  return hits;
}

function run(rule: CompiledRule, given: RiskCase, hits: Hits): void {
  if (!rule.test(given)) return;
  const hit = hits.get(rule);
  if (hit === undefined) hits.set(rule, { given, items: given.index < 0 ? [] : [given.index] });
  else if (hit.items.at(-1) !== given.index && given.index >= 0) hit.items.push(given.index);
}

function pieceOf(rule: CompiledRule, { given, items }: Hit): RiskPiece {
  const values = rule.values?.(given);
  return {
    rule: rule.id,
    version: rule.version,
    effect: rule.effect,
    weight: rule.weight,
    reason: values === undefined ? rule.reason : fillSentence(rule.reason, values),
    ...(rule.lookFor === null ? {} : { lookFor: rule.lookFor }),
    items,
    ...(rule.question === null ? {} : { question: rule.question, about: rule.about }),
    ...(values === undefined ? {} : { values }),
  };
}

const prohibitionOf = (
  row: NonNullable<CompiledRule['prohibition']>,
  { items }: Hit,
): ProhibitionHit => ({
  row: row.id,
  category: row.category,
  action: row.action,
  agency: row.agency,
  items,
});

/** Equal weights in the order of the ids, so that the same parcel always tells the same story. */
const heavierFirst = (left: RiskPiece, right: RiskPiece): number =>
  right.weight - left.weight || (left.rule < right.rule ? -1 : Number(left.rule > right.rule));
