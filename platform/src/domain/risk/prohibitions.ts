/** Makes a rule of each prohibition row, so that prohibited goods are found in the same pass as risks. */
import type { Condition } from '../jurisdiction/condition.ts';
import type { Prohibition } from '../jurisdiction/pack.ts';
import type { RuleText } from './compiled-rule.ts';
import { wordsOf } from './words.ts';

/** A code says what goods are; a word may be innocent ('toy pistol'), but is enough to have a look. */
const CODE_WEIGHT = 1000;
const WORD_WEIGHT = 600;

/** The rule id that a prohibition row has in pieces. */
export const prohibitionRule = (row: string): string => `prohibition:${row}`;

/** One rule for the row's commodity codes and one for its words; where it has neither, one for its origins. */
export function prohibitionRules(row: Prohibition): readonly RuleText[] {
  const rules: RuleText[] = [];
  if (row.commodityPrefixes.length > 0) {
    const byCode: Condition = { fact: 'item.code', startsWith: row.commodityPrefixes };
    rules.push(ruleOf(row, byCode, CODE_WEIGHT));
  }
  if (row.keywords.length > 0) {
    rules.push(ruleOf(row, { any: row.keywords.map(conditionOfTerm) }, WORD_WEIGHT));
  }
  if (rules.length === 0 && row.origins.length > 0) {
    rules.push(ruleOf(row, { fact: 'item.origin', in: row.origins }, CODE_WEIGHT));
  }
  return rules;
}

/** A term of several words must stand in the text as it is; its first word opens the gate. */
function conditionOfTerm(term: string): Condition {
  const words = wordsOf(term);
  const gate: Condition = { fact: 'item.words', is: words[0] ?? term };
  return words.length < 2 ? gate : { all: [gate, { fact: 'item.description', contains: [term] }] };
}

function ruleOf(row: Prohibition, goods: Condition, weight: number): RuleText {
  const limits: Condition[] = [];
  if (row.origins.length > 0) limits.push({ fact: 'item.origin', in: row.origins });
  if (row.licence !== null) {
    limits.push({ not: { fact: 'item.licences', startsWith: [row.licence] } });
  }
  return {
    id: prohibitionRule(row.id),
    version: 1,
    mode: 'live',
    scope: 'item',
    when: limits.length === 0 ? goods : { all: [goods, ...limits] },
    effect: row.lane,
    weight,
    reason: sentenceOf(row),
    lookFor: null,
    question: null,
    prohibition: row,
  };
}

function sentenceOf(row: Prohibition): string {
  const goods = row.category.replaceAll('-', ' ');
  switch (row.action) {
    case 'refuse':
      return `The goods look like ${goods}, which may not enter.`;
    case 'seize':
      return `The goods look like ${goods}, which are seized.`;
    case 'hold':
      return `The goods look like ${goods}: ${row.agency} must see them.`;
    case 'licence':
      return `The goods look like ${goods}, and no ${row.licence ?? 'licence'} is stated.`;
  }
}
