/** Makes the line of a charge that falls on one item: shares and amounts of the pack, or a whole rate as tariffs write it. */
import type { BaseComponent } from '../jurisdiction/pack.ts';
import { whole } from '../kernel/fraction.ts';
import { fixOf, reasonOf, type DutyFinding } from '../tariff/duty-findings.ts';
import type { Expression } from '../tariff/duty.ts';
import type { ChargeCase } from './case.ts';
import type { ChargeFinding, ChargeKind, ChargeLine, ChargePlace, ChargeStep } from './charge.ts';
import type { Candidate } from './charge-law.ts';
import type { Charging, Held } from './charging.ts';
import { baseOf, type AdValorem, type Specific } from './draft.ts';
import { pointerOf, workOutExpression } from './expressed.ts';
import { massOfItem, volumeOf } from './quantities.ts';
import { isItemLevel } from './rates.ts';
import { inSteps } from './round-together.ts';
import { workOut } from './work-out.ts';

const NO_STEPS: readonly ChargeStep[] = [];
const GOODS: readonly BaseComponent[] = ['goods'];

/** Null when the amount is not known, because nobody stated the quantity or something else that the law asks. */
export function itemLine(held: Held, charging: Charging): ChargeLine | null {
  const { given, candidate, relief } = held;
  const { row } = candidate;
  if (row.expression !== undefined) return expressedLine(row.expression, held, charging);
  const adValorem = row.rate === null ? null : adValoremOf({ given, candidate, relief }, charging);
  const specific = isItemLevel(row) ? specificOfItem(candidate, given, charging.missing) : null;
  if (adValorem === null && specific === null) return null;
  return workOut(
    {
      row,
      share: candidate.share,
      adValorem,
      specific,
      expressed: null,
      item: given.facts.items.length === 0 ? null : given.item,
      place: placeOf([given.item], row.tax, charging),
      valueSteps: () => (adValorem === null ? NO_STEPS : given.values.stepsOf(given.item)),
    },
    charging.law,
  );
}

/** The base that the rate names, else that of its tax, else the goods. */
function adValoremOf(
  { given, candidate: { row }, relief }: Pick<Held, 'given' | 'candidate' | 'relief'>,
  { law, charged, doubts, coverage }: Charging,
): AdValorem {
  const base = row.base.length > 0 ? undefined : law.bases[row.tax];
  if (base !== undefined) doubts.note(base.id);
  const components = row.base.length > 0 ? row.base : (base?.include ?? GOODS);
  const rule = base?.id ?? row.id;
  const before = baseOf(components, given, charged);
  const named = coverage(row.tax, given.item) ? undefined : law.baseRoundings[row.tax];
  if (named === undefined) return { base: before, components, rule, rounding: null, relief };
  doubts.note(named.rule);
  const rounded = inSteps(before, named.rounding);
  return { base: rounded, components, rule, rounding: { named, before }, relief };
}

function specificOfItem({ row }: Candidate, given: ChargeCase, missing: string[]): Specific | null {
  if (row.specific === null) return null;
  const { amount, per } = row.specific;
  if (per === 'item') return { times: whole(1n), minor: amount.minor, per };
  const isVolume = per === 'litre' || per === 'alcohol-litre';
  const times = isVolume ? volumeOf(given.items[given.item]?.quantity, per) : massOfItem(given);
  if (times === null) missing.push(`/items/${given.item}/${isVolume ? 'quantity' : 'massNet'}`);
  return times === null ? null : { times, minor: amount.minor, per };
}

/** Null when the rate cannot be worked out on the item: the assessment then says why. */
function expressedLine(expression: Expression, held: Held, charging: Charging): ChargeLine | null {
  const { given, candidate } = held;
  const { row } = candidate;
  const { law, doubts } = charging;
  const adValorem = adValoremOf(held, charging);
  const work = workOutExpression(expression, { given, adValorem, law, doubts });
  const item = given.facts.items.length === 0 ? null : given.item;
  if (!work.ok) {
    noteFindings(work.error, { rule: row.id, item, text: expression.text }, charging);
    return null;
  }
  return workOut(
    {
      row,
      share: null,
      adValorem,
      specific: null,
      expressed: work.value,
      item,
      place: placeOf([given.item], row.tax, charging),
      valueSteps: () => given.values.stepsOf(given.item),
    },
    law,
  );
}

function noteFindings(
  found: readonly DutyFinding[],
  where: Pick<ChargeFinding, 'rule' | 'item' | 'text'>,
  { findings, missing }: Charging,
): void {
  for (const finding of found) {
    const { code, at, length, rate } = finding;
    const named = rate === undefined ? {} : { rate };
    findings.push({
      ...where,
      code,
      at,
      length,
      ...named,
      reason: reasonOf(finding),
      fix: fixOf(finding),
    });
    const pointer = pointerOf(finding, where.item ?? 0);
    if (!missing.includes(pointer)) missing.push(pointer);
  }
}

export function placeOf(
  items: readonly number[],
  kind: ChargeKind,
  { coverage }: Charging,
): ChargePlace {
  for (const item of items) if (!coverage(kind, item)) return 'at-border';
  return 'at-sale';
}
