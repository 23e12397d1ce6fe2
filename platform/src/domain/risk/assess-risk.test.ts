/** Shows that targeting finds what rules say, tells why, and that more suspicion never makes a parcel look safer. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import {
  itemOf,
  knowledgeOf,
  lawOf,
  ruleOf,
  standingOf,
  subjectOf,
} from '../../../test/support/parcels.ts';
import type { Condition } from '../jurisdiction/condition.ts';
import type { Prohibition, RiskRule } from '../jurisdiction/pack.ts';
import { LANES } from '../kernel/lane.ts';
import { assessRisk } from './assess-risk.ts';
import type { RiskAssessment, RiskPiece } from './assessment.ts';
import { combineLane, combineScore } from './combine.ts';
import { riskAssessed } from './events.ts';
import { explainToOfficer } from './explain.ts';
import { gateOf } from './gates.ts';
import { compileRules, type TargetingLaw } from './rules.ts';
import { drawFor, RANDOM_RULE, stratumOf } from './stratum.ts';
import type { RiskSubject } from './subject.ts';
import { wordsOf } from './words.ts';

const NOTHING = { draw: null, model: null };
const assess = (
  subject: RiskSubject,
  rules: readonly RiskRule[],
  given: Partial<TargetingLaw> = {},
): RiskAssessment => assessRisk(subject, compileRules(lawOf(rules, given)), NOTHING);
const rulesHit = (subject: RiskSubject, rules: readonly RiskRule[]): readonly string[] =>
  assess(subject, rules).pieces.map((piece) => piece.rule);

const severity = (lane: (typeof LANES)[number]): number => LANES.indexOf(lane);
const anyPiece = fc.record({
  rule: fc.constantFrom('a', 'b', 'c', 'd'),
  version: fc.constant(1),
  effect: fc.constantFrom(...LANES, 'ask' as const),
  weight: fc.integer({ min: 0, max: 1000 }),
  reason: fc.constant('It is so.'),
  items: fc.constant([]),
}) satisfies fc.Arbitrary<RiskPiece>;

suite('The combination of pieces', () => {
  test('never lowers the lane or the score when a piece is added', () => {
    fc.assert(
      fc.property(fc.array(anyPiece, { maxLength: 12 }), anyPiece, (pieces, more) => {
        const after = [...pieces, more];
        assert.ok(severity(combineLane(after)) >= severity(combineLane(pieces)));
        assert.ok(combineScore(after, null) >= combineScore(pieces, null));
      }),
    );
  });

  test('does not depend on the order of the pieces', () => {
    fc.assert(
      fc.property(fc.array(anyPiece, { maxLength: 8 }), (pieces) => {
        assert.equal(combineLane(pieces.toReversed()), combineLane(pieces));
        assert.ok(
          Math.abs(combineScore(pieces.toReversed(), null) - combineScore(pieces, null)) <= 1,
        );
      }),
    );
  });

  test('lets two hints act together that alone would not', () => {
    const hint = {
      rule: 'a',
      version: 1,
      effect: 'examine',
      weight: 250,
      reason: 'x.',
      items: [],
    } as const;
    assert.equal(combineLane([{ ...hint, weight: 499 }]), 'release');
    assert.equal(combineLane([{ ...hint, weight: 500 }]), 'examine');
    assert.equal(combineLane([hint, { ...hint, rule: 'b' }]), 'examine');
    assert.equal(combineLane([hint, { ...hint, rule: 'b', effect: 'scan' }]), 'scan');
    assert.equal(combineLane([{ ...hint, effect: 'ask', weight: 1000 }]), 'release');
  });
});

suite('The index of rules', () => {
  const words = ['cotton', 'shirt', 'drone', 'battery', '18650'];
  const comparison: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({ fact: fc.constant('item.words'), in: fc.subarray(words, { minLength: 1 }) }),
    fc.record({
      fact: fc.constant('item.code'),
      startsWith: fc.subarray(['62', '8507', '950300'], { minLength: 1 }),
    }),
    fc.record({ fact: fc.constant('item.origin'), is: fc.constantFrom('XO', 'XS') }),
    fc.record({ fact: fc.constant('nature'), is: fc.constantFrom('gift', 'SALE') }),
    fc.record({ fact: fc.constant('item.value'), atLeast: fc.integer({ min: 0, max: 5_000 }) }),
    fc.record({
      fact: fc.constant('findings.codes'),
      is: fc.constantFrom('value-round', 'value-zero'),
    }),
  );
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3 },
      comparison,
      fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('condition') }),
    ),
  }));
  const item = fc.record({
    description: fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((all) => all.join(' ')),
    commodityCode: fc.constantFrom('620520', '850760', '9503009900'),
    origin: fc.constantFrom('XO', 'XS', 'XL'),
  });

  test('finds exactly the rules that trying every rule on every item would find', () => {
    fc.assert(
      fc.property(
        fc.array(condition, { minLength: 1, maxLength: 6 }),
        fc.array(item, { minLength: 1, maxLength: 3 }),
        (conditions, items) => {
          const subject = subjectOf(
            { items: items.map(itemOf) },
            { findings: [{ code: 'value-round', severity: 'notice', pointer: '' }] },
          );
          const rules = conditions.map((when, at) => ruleOf({ id: `r${at}`, scope: 'item', when }));
          // `not not` hides every gate from the index and means the same.
          const hidden = rules.map((rule) => ({ ...rule, when: { not: { not: rule.when } } }));
          assert.deepEqual(assess(subject, rules), assess(subject, hidden));
        },
      ),
    );
  });

  test('takes the most selective gate that every hit must pass', () => {
    const both: Condition = {
      all: [
        { fact: 'nature', is: 'gift' },
        {
          any: [
            { fact: 'item.words', is: 'Drone' },
            { fact: 'item.words', in: ['quadcopter'] },
          ],
        },
      ],
    };
    assert.deepEqual(gateOf(both), {
      fact: 'item.words',
      kind: 'equal',
      values: ['drone', 'quadcopter'],
    });
    assert.equal(gateOf({ not: { fact: 'nature', is: 'gift' } }), null);
  });
});

suite('An assessment', () => {
  test('explains each piece in a sentence filled with the facts of the parcel', () => {
    const rule = ruleOf({
      id: 'split',
      when: { fact: 'order.parcels', atLeast: 4 },
      reason: 'One order came in {order.parcels} parcels, this one worth {value.intrinsic}.',
    });
    const subject = subjectOf({}, { knowledge: knowledgeOf({ orderParcels: 8 }) });
    assert.equal(
      assess(subject, [rule]).pieces[0]?.reason,
      'One order came in 9 parcels, this one worth 25.00 XMC.',
    );
  });

  test('is put into words again from its record and the rules of its day', () => {
    const rule = ruleOf({
      id: 'split',
      when: { fact: 'order.parcels', atLeast: 4 },
      reason: 'One order came in {order.parcels} parcels.',
      lookFor: 'Bring them together.',
    });
    const book = compileRules(lawOf([rule]));
    const subject = subjectOf({}, { knowledge: knowledgeOf({ orderParcels: 8 }) });
    const record = riskAssessed(assessRisk(subject, book, NOTHING));
    assert.deepEqual(explainToOfficer(record, book), {
      band: 'D',
      reasons: [{ sentence: 'One order came in 9 parcels.', band: 'D', items: [] }],
      lookFor: ['Bring them together.'],
    });
  });

  test('hits on the line of a limit and not below it', () => {
    const rule = ruleOf({ id: 'split', when: { fact: 'order.parcels', atLeast: 4 } });
    const hit = (others: number): number =>
      assess(subjectOf({}, { knowledge: knowledgeOf({ orderParcels: others }) }), [rule]).pieces
        .length;
    assert.deepEqual([hit(2), hit(3), hit(4)], [0, 1, 1]);
  });

  test('names every item that a rule is about in one piece', () => {
    const rule = ruleOf({ id: 'cells', scope: 'item', when: { fact: 'item.words', is: '18650' } });
    const items = ['phone case', 'cells 18650', 'lamp', '18650 x4'].map((description) =>
      itemOf({ description }),
    );
    const { pieces } = assess(subjectOf({ items }), [rule]);
    assert.deepEqual(
      pieces.map(({ items: about }) => about),
      [[1, 3]],
    );
  });

  test('reports a shadow rule and lets it change nothing', () => {
    const when: Condition = { fact: 'nature', is: 'sale' };
    const shadow = assess(subjectOf(), [ruleOf({ id: 's', when, mode: 'shadow', weight: 1000 })]);
    assert.equal(shadow.lane, 'release');
    assert.equal(shadow.score, 0);
    assert.deepEqual(
      shadow.shadow.map((piece) => piece.rule),
      ['s'],
    );
  });

  test('keeps the sentences of rules out of the journal', () => {
    const rule = ruleOf({
      id: 'r',
      when: { fact: 'nature', is: 'sale' },
      reason: 'Secret sentence.',
      lookFor: 'Secret place.',
    });
    assert.doesNotMatch(JSON.stringify(riskAssessed(assess(subjectOf(), [rule]))), /Secret/);
  });

  test('does not believe values where the charges could not be computed', () => {
    const rule = ruleOf({ id: 'cheap', when: { fact: 'value.intrinsic', atMost: 10_000 } });
    const subject = subjectOf();
    assert.deepEqual(rulesHit(subject, [rule]), ['cheap']);
    assert.deepEqual(
      rulesHit({ ...subject, charges: { ...subject.charges, incomplete: true } }, [rule]),
      [],
    );
  });
});

suite('The standing of a collector number', () => {
  const fiscal = { collector: { scheme: 'meridia-vat-platform', number: 'XP00000001' } };
  const standing = (
    given: Parameters<typeof subjectOf>[0],
    knowledge: Parameters<typeof knowledgeOf>[0],
  ): string =>
    ['absent', 'unknown', 'inactive', 'held', 'held-by-other'].find(
      (word) =>
        rulesHit(subjectOf(given, { knowledge: knowledgeOf(knowledge) }), [
          ruleOf({ id: word, when: { fact: 'collector.standing', is: word } }),
        ]).length > 0,
    ) ?? 'nothing';

  test('tells the holder from somebody who uses the number of another', () => {
    const holder = standingOf({ code: 'P0009' });
    assert.equal(standing({}, {}), 'absent');
    assert.equal(standing({ fiscal }, {}), 'unknown');
    assert.equal(standing({ fiscal }, { collectorHolder: holder }), 'held-by-other');
    assert.equal(standing({ fiscal }, { collectorHolder: standingOf() }), 'held');
    assert.equal(
      standing({ fiscal }, { collectorHolder: standingOf({ active: false }) }),
      'inactive',
    );
    const parties = [
      { role: 'platform', identifiers: [{ scheme: 'party-code', value: 'P0009' }] },
    ] as const;
    assert.equal(standing({ fiscal, parties }, { collectorHolder: holder }), 'held');
  });
});

suite('Prohibitions', () => {
  const row = (given: Partial<Prohibition>): Prohibition => ({
    id: 'species', category: 'CITES', action: 'licence', lane: 'hold', agency: 'Environment Agency', commodityPrefixes: ['4301'],
    keywords: ['python skin', 'ivory'], origins: [], licence: 'CITES', from: 0, until: null, knownFrom: 0, source: 's', readOn: 0,
    verified: true, ...given,
  }); // prettier-ignore
  const hits = (
    given: Parameters<typeof itemOf>[0],
    rowGiven: Partial<Prohibition> = {},
  ): RiskAssessment =>
    assess(subjectOf({ items: [itemOf(given)] }), [], { prohibitions: [row(rowGiven)] });

  test('are found by code and by word, and once only', () => {
    const found = hits({ commodityCode: '430190', description: 'bag of python skin' });
    assert.deepEqual(found.prohibitions, [
      {
        row: 'species',
        category: 'CITES',
        action: 'licence',
        agency: 'Environment Agency',
        items: [0],
      },
    ]);
    assert.equal(found.pieces.length, 1);
    assert.equal(found.pieces[0]?.weight, 1000);
    assert.equal(found.lane, 'hold');
  });

  test('do not catch a word of a term by itself, nor goods with the licence', () => {
    assert.deepEqual(hits({ description: 'python programming book' }).prohibitions, []);
    assert.deepEqual(
      hits({ description: 'IVORY figure', licences: ['CITES-778'] }).prohibitions,
      [],
    );
    assert.equal(hits({ description: 'IVORY figure' }).prohibitions.length, 1);
  });

  test('may be about an origin alone', () => {
    const sanctioned = { commodityPrefixes: [], keywords: [], licence: null, origins: ['XS'] };
    assert.equal(hits({ origin: 'XS' }, sanctioned).prohibitions.length, 1);
    assert.equal(hits({ origin: 'XO' }, sanctioned).prohibitions.length, 0);
  });
});

suite('A random selection', () => {
  const cover = ruleOf({
    id: 'route', when: { fact: 'country.dispatch', is: 'XL' }, cover: true, effect: 'scan', weight: 700,
    reason: 'Goods on this route are looked at regularly.', lookFor: 'Compare contents and declaration.',
  }); // prettier-ignore
  const selections = [
    {
      ...ruleOf({ id: 'post', when: { fact: 'channel', is: 'post' } }),
      stratum: 'post',
      perMillion: 3_000,
    },
  ];
  const book = compileRules(lawOf([cover], { selections }));
  const take = (subject: RiskSubject, draw: number): RiskAssessment => {
    const stratum = stratumOf(subject, book);
    return assessRisk(subject, book, {
      draw: stratum && drawFor(stratum, { day: '2026-11-24', draw }),
      model: null,
    });
  };

  test('takes the draws below the share of the stratum and no other', () => {
    assert.deepEqual(
      [2_999, 3_000].map((draw) => take(subjectOf(), draw).lane),
      ['scan', 'release'],
    );
    assert.equal(stratumOf(subjectOf({ channel: 'express' }), book), null);
  });

  test('looks to an officer exactly like a targeted parcel', () => {
    const chosen = take(subjectOf(), 17);
    const targeted = take(subjectOf({ countryOfDispatch: 'XL' }), 999_999);
    const shown = (assessment: RiskAssessment) => explainToOfficer(riskAssessed(assessment), book);
    assert.deepEqual(shown(chosen), shown(targeted));
    assert.equal(chosen.lane, targeted.lane);
    assert.equal(chosen.score, targeted.score);
    assert.equal(chosen.pieces[0]?.rule, RANDOM_RULE);
    assert.doesNotMatch(JSON.stringify(shown(chosen)), /random|select/i);
  });
});

test('words are runs of letters and digits of any script, without case', () => {
  assert.deepEqual(wordsOf('Li-ion CELLS, 18650 (x4) — büro/电池'), [
    'li',
    'ion',
    'cells',
    '18650',
    'x4',
    'büro',
    '电池',
  ]);
  assert.deepEqual(wordsOf('  '), []);
});
