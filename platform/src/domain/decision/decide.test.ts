/** Shows what the engine decides alone, what it only proposes, and that an amendment talks no parcel out of a control. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { factsOf, lawOf, ruleOf, subjectOf } from '../../../test/support/parcels.ts';
import type { CategoryRow, Deadline } from '../jurisdiction/pack.ts';
import { LANES } from '../kernel/lane.ts';
import { assessRisk } from '../risk/assess-risk.ts';
import type { RiskAssessment, RiskPiece } from '../risk/assessment.ts';
import { combineLane } from '../risk/combine.ts';
import { compileRules } from '../risk/rules.ts';
import type { RiskSubject } from '../risk/subject.ts';
import { compileDecisions, decide, type Before } from './decide.ts';
import type { Decision } from './decision.ts';
import { STAGES, type Stage } from './stage.ts';

const AT = 1_795_500_000_000;
const MINUTE = 60_000;
const ROW = {
  from: 0, until: null, knownFrom: 0, source: 's', readOn: 0, verified: true,
} as const; // prettier-ignore

const categories: readonly CategoryRow[] = [
  { ...ROW, id: 'c4', category: 4, when: { fact: 'charges.incomplete', known: true } },
  {
    ...ROW,
    id: 'c1',
    category: 1,
    when: {
      all: [
        { fact: 'nature', is: 'documents' },
        { fact: 'prohibition.categories', known: false },
      ],
    },
  },
  {
    ...ROW,
    id: 'c2',
    category: 2,
    when: {
      all: [
        { fact: 'value.intrinsic', atMost: 15_000 },
        { fact: 'charges.duty', atMost: 0 },
      ],
    },
  },
];
const deadlines: readonly Deadline[] = [
  {
    ...ROW,
    id: 'd1',
    mode: 'any',
    event: 'answer-information',
    before: 'notice',
    offsetMinutes: 1_440,
  },
  {
    ...ROW,
    id: 'd2',
    mode: 'air',
    event: 'answer-information',
    before: 'loading',
    offsetMinutes: 60,
  },
];
const book = compileDecisions({ categories, deadlines, thresholdMinor: () => undefined });

const NEW: Before = {
  stage: 'announced', decision: null, asked: [], overruled: [], departedAt: null, arrivedAt: null,
}; // prettier-ignore

const piece = (given: Partial<RiskPiece> = {}): RiskPiece => ({
  rule: 'r', version: 1, effect: 'examine', weight: 600, reason: 'So.', items: [], ...given,
}); // prettier-ignore

const assessmentOf = (pieces: readonly RiskPiece[], given: Partial<RiskAssessment> = {}): RiskAssessment => ({
  lane: combineLane(pieces), score: 0, pieces, shadow: [], prohibitions: [], draw: null, model: null, rulesVersion: 't', ...given,
}); // prettier-ignore

const decideOn = (
  pieces: readonly RiskPiece[],
  before: Partial<Before> = {},
  risk: RiskSubject = subjectOf(),
): Decision =>
  decide({ risk, assessment: assessmentOf(pieces), book, before: { ...NEW, ...before }, at: AT });

const anyPiece = fc.record({
  rule: fc.constantFrom('a', 'b', 'c'),
  version: fc.constant(1),
  effect: fc.constantFrom(...LANES, 'ask' as const),
  weight: fc.integer({ min: 0, max: 1000 }),
  reason: fc.constant('So.'),
  items: fc.constant([]),
  question: fc.constant('What is it?'),
});
const anyBefore: fc.Arbitrary<Before> = fc.record({
  stage: fc.constantFrom(...STAGES),
  decision: fc.option(
    fc.record({ targetedLane: fc.constantFrom(...LANES), questions: fc.constant([]) }),
  ),
  asked: fc.constant([]),
  overruled: fc.subarray(['a', 'b']),
  departedAt: fc.option(fc.constant(AT - 2)),
  arrivedAt: fc.option(fc.constant(AT - 1)),
});

suite('A decision', () => {
  test('never refuses or stops loading by itself, whatever the risk', () => {
    const officers: readonly Stage[] = [
      'do-not-load',
      'seized',
      'refused',
      'destroyed',
      're-exported',
    ];
    fc.assert(
      fc.property(fc.array(anyPiece, { maxLength: 6 }), anyBefore, (pieces, before) => {
        const { outside } = decideOn(pieces, before);
        const hurts = outside === 'do-not-load' || outside === 'refused';
        assert.equal(hurts, officers.includes(before.stage));
      }),
    );
  });

  test('never lowers the lane when a piece is added', () => {
    fc.assert(
      fc.property(
        fc.array(anyPiece, { maxLength: 6 }),
        anyPiece,
        anyBefore,
        (pieces, more, before) => {
          const lane = decideOn(pieces, before).lane;
          const after = decideOn([...pieces, more], before).lane;
          assert.ok(LANES.indexOf(after) >= LANES.indexOf(lane), `${lane} became ${after}`);
        },
      ),
    );
  });

  test('tells the outside the same of a parcel to examine as of one to release, until it is here', () => {
    assert.equal(decideOn([]).outside, 'accepted');
    assert.equal(decideOn([piece()]).outside, 'accepted');
    assert.equal(decideOn([piece()]).answer, 'assessment-complete');
    assert.equal(decideOn([piece()], { stage: 'arrived', arrivedAt: AT - 1 }).outside, 'waiting');
  });

  test('only proposes not to load, before departure, and refers to an officer after it', () => {
    const danger = piece({ effect: 'do-not-load', weight: 900 });
    const before = decideOn([danger]);
    assert.deepEqual(
      [before.lane, before.answer, before.outside],
      ['do-not-load', 'proposed-do-not-load', 'waiting'],
    );
    const after = decideOn([danger], { stage: 'departed', departedAt: AT - 1 });
    assert.deepEqual(
      [after.lane, after.answer, after.outside],
      ['refer', 'assessment-complete', 'accepted'],
    );
  });

  test('does not propose again what officers overruled, but has it examined', () => {
    const danger = piece({ rule: 'x', effect: 'do-not-load', weight: 900 });
    const again = decideOn([danger], {
      stage: 'assessed',
      decision: { targetedLane: 'do-not-load', questions: [] },
      overruled: ['x'],
    });
    assert.deepEqual([again.lane, again.answer], ['examine', 'assessment-complete']);
    const other = decideOn([{ ...danger, rule: 'y' }], { stage: 'assessed', overruled: ['x'] });
    assert.equal(other.answer, 'proposed-do-not-load');
  });

  test('keeps the control that was due when the data is amended to look harmless', () => {
    const first = decideOn([piece()]);
    const second = decideOn([], { stage: 'assessed', decision: first });
    assert.deepEqual([second.lane, second.hold], ['examine', 'risk']);
    const third = decideOn([], { stage: 'assessed', decision: second });
    assert.equal(third.lane, 'examine');
  });

  test('lets a licence that is supplied end its own demand', () => {
    const hit = {
      row: 'species',
      category: 'CITES',
      action: 'licence',
      agency: 'Environment',
      items: [0],
    } as const;
    const pieces = [piece({ rule: 'prohibition:species', effect: 'hold', weight: 1000 })];
    const assessment = assessmentOf(pieces, { prohibitions: [hit] });
    const held = decide({ risk: subjectOf(), assessment, book, before: NEW, at: AT });
    assert.deepEqual([held.lane, held.hold, held.category], ['hold', 'agency', 4]);
    assert.equal(decideOn([], { stage: 'assessed', decision: held }).lane, 'release');
  });
});

suite('Questions', () => {
  const error = {
    code: 'description-stop-word',
    severity: 'error',
    pointer: '/items/0/description',
    parameters: { word: 'goods' },
  } as const;

  test('ask for the repair of every error, with the time the law gives', () => {
    const decision = decideOn([], {}, subjectOf({}, { findings: [error] }));
    assert.deepEqual(
      [decision.lane, decision.hold, decision.outside],
      ['hold', 'data-quality', 'question'],
    );
    assert.equal(decision.answer, 'request-for-information');
    assert.equal(decision.questions.length, 1);
    assert.match(decision.questions[0]?.text ?? '', /goods/);
    assert.equal(decision.questions[0]?.dueAt, AT + 1_440 * MINUTE);
  });

  test('are due before loading where that comes first, and not where it is past', () => {
    const dueWith = (loadingAt: number) =>
      decideOn([], {}, subjectOf({ transport: { loadingAt } }, { findings: [error] })).questions[0]
        ?.dueAt;
    assert.equal(dueWith(AT + 100 * MINUTE), AT + 40 * MINUTE);
    assert.equal(dueWith(AT + 60 * MINUTE), AT + 1_440 * MINUTE);
  });

  test('stay due when they were, however often something else is sent, and another question has its own time', () => {
    const first = decideOn([], {}, subjectOf({}, { findings: [error] }));
    const known = { ...first, questions: first.questions.map((asked) => ({ ...asked, dueAt: AT + MINUTE })) }; // prettier-ignore
    const other = { ...error, pointer: '/items/1/description' };
    const again = decideOn([], { decision: known }, subjectOf({}, { findings: [error, other] }));
    assert.deepEqual(again.questions.map(({ dueAt }) => dueAt), [AT + MINUTE, AT + 1_440 * MINUTE]); // prettier-ignore
  });

  test('of rules show neither the rule nor a reason', () => {
    const ask = piece({ rule: 'secret-rule', effect: 'ask', question: 'What is it made of?', about: 'items.description', items: [1], reason: 'Secret.' }); // prettier-ignore
    const decision = decideOn([ask]);
    assert.equal(decision.outside, 'question');
    assert.equal(decision.lane, 'release');
    assert.deepEqual(
      decision.questions.map(({ about }) => about),
      ['items/1/description'],
    );
    assert.doesNotMatch(JSON.stringify(decision.questions), /secret/i);
  });

  test('want screening of a targeted parcel before an aircraft is loaded, and not of one drawn by lot', () => {
    const scan = piece({ effect: 'scan' });
    const preLoading = subjectOf({ profile: 'pre-loading' });
    assert.equal(decideOn([scan], {}, preLoading).answer, 'request-for-screening');
    assert.equal(
      decideOn([{ ...scan, rule: 'random-selection' }], {}, preLoading).answer,
      'assessment-complete',
    );
    assert.equal(
      decideOn([scan], {}, subjectOf({ profile: 'pre-loading', mode: 'sea' })).answer,
      'assessment-complete',
    );
    const screened = factsOf({
      profile: 'pre-loading',
      security: {
        issuerCategory: 'RA',
        issuerIdentifier: 'X',
        transferPoints: [],
        status: 'SPX',
        screeningMethods: ['XRY'],
      },
    });
    assert.equal(decideOn([scan], {}, subjectOf(screened)).answer, 'assessment-complete');
  });

  test('are not asked of a parcel without a declaration: it waits for its data', () => {
    const streams = { ...factsOf().streams, declaration: false };
    const decision = decideOn([], {}, subjectOf({ streams }));
    assert.deepEqual(
      [decision.lane, decision.hold, decision.outside],
      ['hold', 'data-quality', 'accepted'],
    );
    assert.deepEqual(decision.because, ['declaration-missing']);
  });
});

suite('The category', () => {
  test('is the lowest whose condition holds, and changes with the data', () => {
    assert.equal(decideOn([]).category, 2);
    assert.equal(decideOn([], {}, subjectOf({ nature: 'documents' })).category, 1);
    const dear = subjectOf();
    const charges = { ...dear.charges, intrinsicValue: { minor: 15_001n, currency: 'XMC' } };
    assert.equal(decideOn([], {}, { ...dear, charges }).category, 4);
    assert.equal(
      decideOn([], {}, { ...dear, charges: { ...charges, incomplete: true } }).category,
      4,
    );
  });

  test('escalates to the full declaration for prohibited goods, and names the row', () => {
    const risk = subjectOf({ nature: 'documents' });
    const prohibition = {
      ...ROW, id: 'arms', category: 'FIRE', action: 'seize', lane: 'hold', agency: 'Police', commodityPrefixes: ['62'],
      keywords: [], origins: [], licence: null,
    } as const; // prettier-ignore
    const rules = compileRules(
      lawOf([ruleOf({ id: 'r', when: { fact: 'nature', is: 'gift' } })], {
        prohibitions: [prohibition],
      }),
    );
    const assessment = assessRisk(risk, rules, { draw: null, model: null });
    const decision = decide({ risk, assessment, book, before: NEW, at: AT });
    assert.deepEqual([decision.category, decision.categoryBecause], [4, ['prohibition:arms']]);
  });
});
