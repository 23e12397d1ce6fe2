/** Shows what the condition language means, and that nothing outside it is read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkCondition } from './condition-check.ts';
import {
  compileCondition,
  factsOf,
  type Condition,
  type FactTypes,
  type FactValue,
} from './condition.ts';

type Facts = Readonly<Record<string, FactValue>>;
const types: FactTypes = { mode: 'text', value: 'number', codes: 'texts', gift: 'boolean' };
const terms = { facts: types, thresholds: new Set(['duty-relief']) };
const holds = (condition: Condition, facts: Facts, reliefAt?: number): boolean =>
  compileCondition<Facts>(condition, {
    read: (name) => (given) => given[name],
    threshold: (id) => (id === 'duty-relief' ? reliefAt : undefined),
  })(facts);

test('a limit holds on the line and inside it, and not outside', () => {
  const condition: Condition = { fact: 'value', atMost: 'threshold:duty-relief' };
  assert.deepEqual(
    [14_999, 15_000, 15_001].map((value) => holds(condition, { value }, 15_000)),
    [true, true, false],
  );
});

test('a comparison with a threshold that does not hold on the day is false either way', () => {
  assert.equal(holds({ fact: 'value', atMost: 'threshold:duty-relief' }, { value: 0 }), false);
  assert.equal(holds({ fact: 'value', atLeast: 'threshold:duty-relief' }, { value: 9e15 }), false);
});

test('every comparison with an unknown fact is false, and only "known" can ask for it', () => {
  const comparisons: Condition[] = [
    { fact: 'value', is: 1 },
    { fact: 'value', in: [1] },
    { fact: 'mode', startsWith: ['a'] },
    { fact: 'mode', contains: ['a'] },
    { fact: 'value', atMost: 1 },
    { fact: 'value', atLeast: 1 },
    { fact: 'value', known: true },
  ];
  for (const condition of comparisons) assert.equal(holds(condition, {}), false);
  assert.equal(holds({ fact: 'value', known: false }, {}), true);
});

test('a comparison with a list holds when it holds for any member', () => {
  const facts = { codes: ['610910', '910211'] };
  assert.equal(holds({ fact: 'codes', startsWith: ['91'] }, facts), true);
  assert.equal(holds({ fact: 'codes', is: '610910' }, facts), true);
  assert.equal(holds({ fact: 'codes', in: ['2402'] }, facts), false);
});

test('text is compared without regard to case', () => {
  assert.equal(holds({ fact: 'mode', is: 'AIR' }, { mode: 'air' }), true);
  assert.equal(holds({ fact: 'mode', contains: ['Lithium'] }, { mode: 'LITHIUM CELL' }), true);
});

test('all and any over the same parts mirror each other through not', () => {
  const part = fc.record({ fact: fc.constant('value'), atMost: fc.integer({ min: 0, max: 9 }) });
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 0, max: 9 }),
      (parts, value) => {
        const all = holds({ all: parts }, { value });
        const mirrored = holds({ not: { any: parts.map((not) => ({ not })) } }, { value });
        return all === mirrored;
      },
    ),
  );
});

test('the facts that a condition mentions are all named', () => {
  const condition: Condition = {
    all: [
      { fact: 'mode', is: 'AIR' },
      { any: [{ fact: 'gift', is: true }, { not: { fact: 'value', is: 1 } }] },
    ],
  };
  assert.deepEqual(factsOf(condition), ['mode', 'gift', 'value']);
});

test('a well-formed condition is read as it was written', () => {
  const condition = {
    all: [{ fact: 'value', atMost: 'threshold:duty-relief' }, { not: { fact: 'gift', is: true } }],
  };
  assert.deepEqual(checkCondition(condition, terms), { condition, problems: [] });
});

test('each mistake is named with its place', () => {
  const mistakes: readonly (readonly [unknown, string, RegExp])[] = [
    [{ fact: 'colour', is: 'red' }, '', /unknown here/],
    [{ all: [{ fact: 'value', startsWith: ['1'] }] }, '/all/0', /does not suit/],
    [{ fact: 'value', atMost: 'threshold:nowhere' }, '', /no threshold/],
    [{ fact: 'value', atMost: '1+1' }, '', /number/],
    [{ any: [] }, '/any', /list of conditions/],
    [{ fact: 'value', is: 'x' }, '', /type number/],
    [{ fact: 'value', atMost: 1, atLeast: 0 }, '', /one comparison/],
    [{ fact: 'toString', is: 'x' }, '', /unknown here/],
    ['value < 1', '', /object/],
  ];
  for (const [value, pointer, reason] of mistakes) {
    const reading = checkCondition(value, terms);
    assert.equal(reading.condition, null);
    assert.equal(reading.problems[0]?.pointer, pointer);
    assert.match(reading.problems[0].reason, reason);
  }
});
