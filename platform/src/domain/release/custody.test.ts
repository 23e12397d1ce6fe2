/** Plays random histories of officers, scans, decisions and payments, and looks for one that breaks what must hold. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { factsOf } from '../../../test/support/parcels.ts';
import { ARRIVAL_EVENTS, type Arrival } from '../advance-data/statement.ts';
import { receiveScan } from '../arrival/receive-scan.ts';
import type { AgencyNeed } from '../decision/agencies.ts';
import type { Decision, HoldReason } from '../decision/decision.ts';
import { decided, type OfficerEvent } from '../decision/events.ts';
import { act } from '../decision/officer-act.ts';
import type { OfficerCommand } from '../decision/officer-command.ts';
import { ROLES, type Officer, type Role } from '../decision/officer.ts';
import { mayMove } from '../decision/stage.ts';
import { LANES } from '../kernel/lane.ts';
import { NO_CUSTODY, outsideOf, type CustodyEvent, type CustodyState } from './custody.ts';
import { foldCustody } from './fold-custody.ts';
import { settle } from './settle.ts';
import type { RevenueStanding } from './standing.ts';

const APPEAL = 'You may ask for this decision to be reconsidered within 30 days.';
const harm = {
  reason: 'prohibited-goods',
  ground: 'xm:prohibitions-act-6',
  appeal: APPEAL,
} as const;
const question = {
  kind: 'information',
  about: 'items/0/value',
  text: 'Send the invoice.',
  dueAt: null,
} as const;

const COMMANDS: readonly OfficerCommand[] = [
  { act: 'claim' },
  { act: 'unclaim' },
  { act: 'ask', question },
  { act: 'close-question', about: question.about },
  { act: 'hold', reason: 'risk', because: 'officer-judgement' },
  { act: 'hold', reason: 'agency', because: 'agency-request' },
  { act: 'send-to-scan', reason: 'lane' },
  { act: 'send-to-examine', reason: 'intelligence' },
  { act: 'record-scan', result: 'clear', image: null },
  { act: 'record-scan', result: 'suspicious', image: 'image-1' },
  { act: 'record-examination', result: 'conforms', found: [], minutes: 12 },
  { act: 'record-examination', result: 'prohibited', found: ['prohibited-goods'], minutes: 30 },
  { act: 'propose-release', reason: 'documents-sufficient' },
  { act: 'confirm-release', reason: 'documents-sufficient' },
  { act: 'decline-release', reason: 'officer-judgement' },
  { act: 'confirm-do-not-load', ...harm },
  { act: 'reject-do-not-load', reason: 'false-alarm' },
  { act: 'lift-do-not-load', reason: 'false-alarm' },
  { act: 'answer-agency', answer: 'agreed', reason: 'permit-valid' },
  { act: 'answer-agency', answer: 'refused', reason: 'goods-unsafe' },
  { act: 'refuse', ...harm },
  { act: 'seize', ...harm },
  { act: 'destroy', ...harm },
  { act: 're-export', ...harm },
];

const PERSONS = ['amina', 'boris', 'chen', 'dara'];
/** Wrote the rule that targeted the parcel, and has an officer's role besides. */
const TARGETER = 'dara';

const decisionOf = (given: Partial<Decision>): Decision => ({
  category: 2, categoryBecause: [], lane: 'release', targetedLane: 'release', hold: null, answer: 'assessment-complete', questions: [],
  outside: 'accepted', because: [], ...given,
}); // prettier-ignore

/** Why goods are held that nobody targeted: for their statements, unless an agency is asked. */
const DOUBTS: readonly HoldReason[] = ['data-quality'];
/** What rows of law may ask: twice the same agency, another one, and one about other goods. */
const NEEDS: AgencyNeed[] = [
  { row: 'toys', agency: 'Health', goods: '1', lasting: true },
  { row: 'medicines', agency: 'Health', goods: '1', lasting: false },
  { row: 'toys', agency: 'Health', goods: '2', lasting: true },
  { row: 'species', agency: 'Environment', goods: '1', lasting: true },
];

/** Decisions the engine may make before departure; after it, it proposes no do-not-load. */
const anyDecision = (hasLeft: boolean): fc.Arbitrary<Decision> =>
  fc
    .record({
      lane: fc.constantFrom(...LANES.filter((lane) => !(hasLeft && lane === 'do-not-load'))),
      isTargeted: fc.boolean(),
      because: fc.subarray(['a', 'b', 'c']),
      agencies: fc.subarray(NEEDS),
    })
    .map(({ lane, isTargeted, because, agencies }) =>
      decisionOf({
        lane,
        targetedLane: isTargeted ? lane : 'release',
        hold:
          lane === 'release' ? null : isTargeted ? 'risk' : (DOUBTS[agencies.length] ?? 'agency'),
        answer: lane === 'do-not-load' ? 'proposed-do-not-load' : 'assessment-complete',
        because,
        ...(agencies.length === 0 ? {} : { agencies }),
      }),
    );

type Step =
  | {
      readonly kind: 'act';
      readonly officer: Officer;
      readonly command: OfficerCommand;
      readonly drawn: string | null;
    }
  | { readonly kind: 'decide'; readonly before: Decision; readonly after: Decision }
  | { readonly kind: 'scan'; readonly scan: Arrival }
  | { readonly kind: 'settle'; readonly standing: RevenueStanding };

const anyOfficer: fc.Arbitrary<Officer> = fc.record({
  person: fc.constantFrom(...PERSONS),
  name: fc.constant('Name'),
  roles: fc.oneof(
    fc.constantFrom<(readonly Role[])[]>(
      ['front-officer'],
      ['second-officer'],
      ['front-officer', 'second-officer'],
      ['supervisor'],
    ),
    fc.subarray([...ROLES], { minLength: 1 }),
  ),
  office: fc.constant('XMLHX1'),
});

const anyScan: fc.Arbitrary<Arrival> = fc.record({
  event: fc.constantFrom(...ARRIVAL_EVENTS),
  at: fc.integer({ min: 1, max: 50 }),
  pieces: fc.subarray(['P1', 'P2', 'P9']),
});

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      officer: anyOfficer,
      command: fc.oneof(
        fc.constantFrom(...COMMANDS),
        fc.constantFrom(...COMMANDS.filter((command) => command.act.endsWith('-release'))),
      ),
      drawn: fc.option(fc.constantFrom(...PERSONS), { freq: 6 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      before: anyDecision(false),
      after: anyDecision(true),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('scan' as const), scan: anyScan }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('settle' as const),
      standing: fc.constantFrom<RevenueStanding[]>('owed', 'paid', 'nothing-owed'),
    }),
  },
);

const facts = factsOf({ pieces: [{ reference: 'P1' }, { reference: 'P2' }] });

function eventsOf(state: CustodyState, step: Step): readonly CustodyEvent[] {
  switch (step.kind) {
    case 'act': {
      const context = { grounds: new Set([harm.ground]), targeters: [TARGETER], drawnSecond: step.drawn, agency: 'Health' }; // prettier-ignore
      const result = act({ parcel: state, officer: step.officer, context }, step.command);
      return result.ok ? result.value : [];
    }
    case 'decide':
      if (state.releasedAt !== null || !mayStillBeDecided(state)) return [];
      return [
        decided(state.departedAt === null && state.arrivedAt === null ? step.before : step.after),
      ];
    case 'scan':
      return receiveScan({ parcel: state, facts, answerDueAt: () => null }, step.scan);
    case 'settle':
      return settled(state, step.standing);
  }
}

const settled = (custody: CustodyState, standing: RevenueStanding) =>
  settle({ direction: 'import', custody, standing, agencies: custody.agencies });

const mayStillBeDecided = ({ stage }: CustodyState): boolean =>
  !['seized', 'refused', 'destroyed', 're-exported', 'cancelled'].includes(stage);

type Played = {
  readonly state: CustodyState;
  readonly before: CustodyState;
  readonly event: CustodyEvent;
};

/** Every event with the state before and after it. */
function play(steps: readonly Step[]): readonly Played[] {
  const played: Played[] = [];
  let state = NO_CUSTODY;
  for (const step of steps) {
    for (const event of eventsOf(state, step)) {
      const before = state;
      state = foldCustody(state, event, 7);
      played.push({ state, before, event });
    }
  }
  return played;
}

/** Half of the histories start with a parcel that is here and to be examined. */
const TARGETED_AND_HERE: readonly Step[] = [
  {
    kind: 'decide',
    before: decisionOf({ lane: 'examine', targetedLane: 'examine', hold: 'risk', because: ['a'] }),
    after: decisionOf({}),
  },
  { kind: 'scan', scan: { event: 'presented', at: 60, pieces: [] } },
];
const histories = fc
  .tuple(
    fc.constantFrom<(readonly Step[])[]>([], TARGETED_AND_HERE),
    fc.array(anyStep, { minLength: 20, maxLength: 80 }),
  )
  .map(([start, steps]) => [...start, ...steps]);
const runs = { numRuns: 600 };

suite('In every history', () => {
  test('a targeted parcel is released only after two different people, neither of whom targets', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { before, event } of play(steps)) {
          if (event.type !== 'released' || !before.targeted) continue;
          const { confirmed } = before;
          assert.ok(confirmed?.proposedBy, 'somebody proposed it');
          assert.notEqual(confirmed.by.person, confirmed.proposedBy.person);
          assert.equal(confirmed.by.role, 'second-officer');
          assert.ok(![confirmed.by.person, confirmed.proposedBy.person].includes(TARGETER));
        }
      }),
      runs,
    );
  });

  test('a parcel that is held or to be looked at is let go by two people', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { before, event } of play(steps)) {
          if (event.type !== 'release-confirmed') continue;
          const isPlain =
            !before.targeted && before.holds.length === 0 && before.decision?.lane === 'release';
          assert.ok(
            isPlain || (event.proposedBy !== null && event.proposedBy.person !== event.by.person),
          );
        }
      }),
      runs,
    );
  });

  test('the second person is the one drawn by lot where one was drawn', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { before, event } of play(steps)) {
          if (event.type !== 'release-confirmed' || event.proposedBy === null) continue;
          const drawn = before.proposal?.second ?? null;
          assert.ok(drawn === null || drawn === event.by.person);
        }
      }),
      runs,
    );
  });

  test('what hurts has an officer, a reason, a ground and a way to appeal, and the outside hears of it only then', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { state } of play(steps)) {
          const outside = outsideOf(state);
          if (outside !== 'refused' && outside !== 'do-not-load') continue;
          assert.ok(state.harm !== null && state.harm.by.person !== '');
          assert.ok(
            state.harm.reason !== '' &&
              state.harm.ground === harm.ground &&
              state.harm.appeal === APPEAL,
          );
        }
      }),
      runs,
    );
  });

  test('the stage moves only by the table', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { before, state, event } of play(steps)) {
          const isLegal = before.stage === state.stage || mayMove(before.stage, state.stage);
          assert.ok(isLegal, `${event.type}: ${before.stage} to ${state.stage}`);
        }
      }),
      runs,
    );
  });

  test('a lifted order not to load and a destruction take a second person', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { event } of play(steps)) {
          if (event.type === 'do-not-load-lifted')
            assert.notEqual(event.by.person, event.proposedBy.person);
          if (event.type === 'destroyed') assert.notEqual(event.by.person, event.ordered.person);
        }
      }),
      runs,
    );
  });

  test('nothing is released while it is held, while money is owed, before an agency agrees or before it is here', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { before, event } of play(steps)) {
          if (event.type !== 'released') continue;
          assert.deepEqual(before.holds, []);
          assert.ok(before.agencies.every(({ answer }) => answer === 'agreed'));
          assert.ok(before.arrivedAt !== null);
          assert.equal(event.conditions.length, 7);
        }
      }),
      runs,
    );
  });

  test('the engine has nothing to add once its events are folded', () => {
    const standing = fc.constantFrom<RevenueStanding[]>('owed', 'paid');
    fc.assert(
      fc.property(histories, standing, (steps, money) => {
        const state = play(steps).at(-1)?.state ?? NO_CUSTODY;
        const events = settled(state, money);
        const after = events.reduce((known, event) => foldCustody(known, event, 8), state);
        assert.deepEqual(settled(after, money), [], JSON.stringify([state, events]));
      }),
      runs,
    );
  });

  test('no officer’s name and nothing but plain JSON enters an event or the state', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { event, state } of play(steps)) {
          assert.deepEqual(JSON.parse(JSON.stringify(event)), event);
          assert.deepEqual(JSON.parse(JSON.stringify(state)), state);
          assert.ok(!JSON.stringify(event).includes('"Name"'));
        }
      }),
      { numRuns: 100 },
    );
  });
});

suite('A targeted parcel that is here', () => {
  const person = (name: string, ...roles: readonly Role[]): Officer => ({
    person: name,
    name: 'Name',
    roles,
    office: 'XMLHX1',
  });
  const by = (officer: Officer, command: OfficerCommand): Step => ({
    kind: 'act',
    officer,
    command,
    drawn: null,
  });
  const paid: Step = { kind: 'settle', standing: 'paid' };
  const told = (steps: readonly Step[]): readonly string[] =>
    play(steps).map(({ event }) => event.type);
  const propose = by(person('amina', 'front-officer', 'second-officer'), {
    act: 'propose-release',
    reason: 'scanned-clear',
  });
  const confirm = (officer: Officer): Step =>
    by(officer, { act: 'confirm-release', reason: 'scanned-clear' });

  test('is held, proposed, confirmed by another, and then released at once', () => {
    const steps = [
      ...TARGETED_AND_HERE,
      paid,
      propose,
      confirm(person('boris', 'second-officer')),
      paid,
    ];
    assert.deepEqual(told(steps), [
      'decided',
      'presented',
      'held',
      'release-proposed',
      'release-confirmed',
      'released',
    ]);
  });

  test('is not released by its proposer, whatever other role the proposer holds', () => {
    const steps = [
      ...TARGETED_AND_HERE,
      paid,
      propose,
      confirm(person('amina', 'second-officer')),
      paid,
    ];
    assert.deepEqual(told(steps), ['decided', 'presented', 'held', 'release-proposed']);
  });

  test('is not released after a new reason came up that the two did not know', () => {
    const news: Step = {
      kind: 'decide',
      before: decisionOf({}),
      after: decisionOf({
        lane: 'examine',
        targetedLane: 'examine',
        hold: 'risk',
        because: ['a', 'b'],
      }),
    };
    const steps = [
      ...TARGETED_AND_HERE,
      paid,
      propose,
      confirm(person('boris', 'second-officer')),
      news,
      paid,
    ];
    assert.equal(play(steps).at(-1)?.state.stage, 'held');
  });

  test('waits for the money even when two people let it go', () => {
    const owed: Step = { kind: 'settle', standing: 'owed' };
    const steps = [
      ...TARGETED_AND_HERE,
      owed,
      propose,
      confirm(person('boris', 'second-officer')),
      owed,
    ];
    const { state } = play(steps).at(-1) ?? { state: NO_CUSTODY };
    assert.deepEqual([state.stage, state.holds], ['held', [{ reason: 'revenue', officer: null }]]);
    assert.equal(told([...steps, paid]).at(-1), 'released');
  });
});

suite('The roles of officers', () => {
  const targeted = foldCustody(
    NO_CUSTODY,
    decided(decisionOf({ lane: 'examine', targetedLane: 'examine', hold: 'risk', because: ['a'] })),
    1,
  );
  const plain = foldCustody(NO_CUSTODY, decided(decisionOf({})), 1);
  const context = {
    grounds: new Set([harm.ground]),
    targeters: [],
    drawnSecond: null,
    agency: null,
  };
  const tried = (
    parcel: CustodyState,
    roles: Officer['roles'],
    command: OfficerCommand,
  ): string => {
    const result = act(
      { parcel, officer: { person: 'p', name: 'N', roles, office: 'O' }, context },
      command,
    );
    return result.ok
      ? result.value.map((event: OfficerEvent) => event.type).join()
      : result.error.code;
  };

  test('let a front officer release an untargeted parcel alone, and only propose a targeted one', () => {
    const confirm: OfficerCommand = { act: 'confirm-release', reason: 'false-alarm' };
    const propose: OfficerCommand = { act: 'propose-release', reason: 'false-alarm' };
    assert.equal(tried(plain, ['front-officer'], confirm), 'release-confirmed');
    assert.equal(tried(plain, ['supervisor'], confirm), 'release-confirmed');
    assert.equal(tried(plain, ['second-officer'], confirm), 'role-missing');
    assert.equal(tried(targeted, ['front-officer'], confirm), 'role-missing');
    assert.equal(tried(targeted, ['second-officer'], confirm), 'proposal-missing');
    assert.equal(tried(targeted, ['front-officer'], propose), 'release-proposed');
    assert.equal(tried(targeted, ['supervisor'], propose), 'role-missing');
    assert.equal(
      tried(targeted, ['front-officer', 'targeter'], propose),
      'targeter-never-releases',
    );
    assert.equal(tried(plain, ['front-officer'], propose), 'proposal-needless');
  });

  test('give those who write rules, keep books, run machines or audit no act at all', () => {
    for (const parcel of [plain, targeted]) {
      for (const command of COMMANDS) {
        const answer = tried(
          parcel,
          ['targeter', 'rule-approver', 'finance', 'administrator', 'auditor'],
          command,
        );
        assert.ok(
          answer === 'role-missing' || answer === 'parcel-closed',
          `${command.act}: ${answer}`,
        );
      }
    }
  });

  test('record the role that allowed the act, not the highest the person holds', () => {
    const officer = {
      person: 'p',
      name: 'N',
      roles: ['supervisor', 'front-officer'],
      office: 'XMLHX1',
    } as const;
    const result = act(
      { parcel: targeted, officer, context },
      { act: 'propose-release', reason: 'false-alarm' },
    );
    assert.ok(result.ok && result.value[0]?.type === 'release-proposed');
    assert.deepEqual(result.value[0].by, { person: 'p', role: 'front-officer', office: 'XMLHX1' });
    assert.equal(result.value[0].undone, 'examination');
  });

  test('do not reach into a parcel that a colleague has claimed, save for a supervisor', () => {
    const claimed = { ...plain, claim: { person: 'other', at: 1 } };
    const hold: OfficerCommand = { act: 'hold', reason: 'risk', because: 'officer-judgement' };
    assert.equal(tried(claimed, ['front-officer'], hold), 'claimed-by-another');
    assert.equal(tried(claimed, ['supervisor'], hold), 'held');
  });

  test('cannot hurt without a ground of the pack and a sentence on appeal', () => {
    const held = foldCustody(plain, { type: 'held', by: null, reason: 'risk', because: [] }, 2);
    assert.equal(tried(held, ['front-officer'], { act: 'seize', ...harm }), 'seized');
    assert.equal(
      tried(held, ['front-officer'], { act: 'seize', ...harm, ground: 'none' }),
      'ground-unknown',
    );
    assert.equal(
      tried(held, ['front-officer'], { act: 'seize', ...harm, appeal: ' ' }),
      'appeal-missing',
    );
  });
});
