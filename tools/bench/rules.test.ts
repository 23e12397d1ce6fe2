/** Holds invented rules to what a pack's rules are held to, so that a measurement measures real work. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCondition } from '../../platform/src/domain/jurisdiction/condition-check.ts';
import { FACTS_OF_RISK_RULES } from '../../platform/src/domain/risk/fact-types.ts';
import { benchRules } from './rules.ts';

test('invented rules are valid, different, and the same at each call', () => {
  const rules = benchRules(400);
  for (const rule of rules) {
    const terms = { facts: FACTS_OF_RISK_RULES[rule.scope], thresholds: new Set<string>() };
    assert.deepEqual(checkCondition(rule.when, terms).problems, [], rule.id);
  }
  assert.equal(new Set(rules.map((rule) => JSON.stringify(rule.when))).size, 400);
  assert.deepEqual(benchRules(400), rules);
});
