/** Random histories of a parcel: officers, scans, decisions and payments in any order, played event by event. */
import fc from 'fast-check';
import { ARRIVAL_EVENTS, type Arrival } from '../../src/domain/advance-data/statement.ts';
import { receiveScan } from '../../src/domain/arrival/receive-scan.ts';
import type { AgencyNeed } from '../../src/domain/decision/agencies.ts';
import type { Decision, HoldReason } from '../../src/domain/decision/decision.ts';
import { decided } from '../../src/domain/decision/events.ts';
import { act } from '../../src/domain/decision/officer-act.ts';
import type { OfficerCommand } from '../../src/domain/decision/officer-command.ts';
import { ROLES, type Officer, type Role } from '../../src/domain/decision/officer.ts';
import { LANES } from '../../src/domain/kernel/lane.ts';
import {
  NO_CUSTODY,
  type CustodyEvent,
  type CustodyState,
} from '../../src/domain/release/custody.ts';
import { foldCustody } from '../../src/domain/release/fold-custody.ts';
import { settle } from '../../src/domain/release/settle.ts';
import type { RevenueStanding } from '../../src/domain/release/standing.ts';
import { factsOf } from './parcels.ts';

export const APPEAL = 'You may ask for this decision to be reconsidered within 30 days.';
export const harm = {
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

export const COMMANDS: readonly OfficerCommand[] = [
  { act: 'claim' },
  { act: 'unclaim' },
  { act: 'ask', question },
  { act: 'ask', question: { ...question, about: 'items/0/licences' } },
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
export const TARGETER = 'dara';

export const decisionOf = (given: Partial<Decision>): Decision => ({
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

export type Step =
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

export const anyStep: fc.Arbitrary<Step> = fc.oneof(
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

export const settled = (custody: CustodyState, standing: RevenueStanding) =>
  settle({ direction: 'import', custody, standing, agencies: custody.agencies });

const mayStillBeDecided = ({ stage }: CustodyState): boolean =>
  !['seized', 'refused', 'destroyed', 're-exported', 'cancelled'].includes(stage);

type Played = {
  readonly state: CustodyState;
  readonly before: CustodyState;
  readonly event: CustodyEvent;
};

/** Every event with the state before and after it. */
export function play(steps: readonly Step[]): readonly Played[] {
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
export const TARGETED_AND_HERE: readonly Step[] = [
  {
    kind: 'decide',
    before: decisionOf({ lane: 'examine', targetedLane: 'examine', hold: 'risk', because: ['a'] }),
    after: decisionOf({}),
  },
  { kind: 'scan', scan: { event: 'presented', at: 60, pieces: [] } },
];
export const histories = fc
  .tuple(
    fc.constantFrom<(readonly Step[])[]>([], TARGETED_AND_HERE),
    fc.array(anyStep, { minLength: 20, maxLength: 80 }),
  )
  .map(([start, steps]) => [...start, ...steps]);

const officerOf = (person: string, role: Role): Officer => ({ person, name: 'Name', roles: [role], office: 'XMLHX1' }); // prettier-ignore
/** Two people let it go while it is on its way; what then happens is left to chance. */
export const LET_GO_AHEAD: readonly Step[] = [
  { kind: 'decide', before: decisionOf({ lane: 'examine', targetedLane: 'examine', hold: 'risk', because: ['a'] }), after: decisionOf({}) },
  { kind: 'act', officer: officerOf('amina', 'front-officer'), command: { act: 'propose-release', reason: 'documents-sufficient' }, drawn: null },
  { kind: 'act', officer: officerOf('boris', 'second-officer'), command: { act: 'confirm-release', reason: 'documents-sufficient' }, drawn: null },
]; // prettier-ignore
export const HERE: CustodyEvent = { type: 'arrived', at: 8, office: null, scanned: [], matched: [], excess: [], short: [], complete: true }; // prettier-ignore

/** The law asks an agency from the start, and its officer is busy. */
export const agencyHistories = fc
  .array(
    fc.oneof(
      anyStep,
      fc
        .constantFrom(
          ...COMMANDS.filter(({ act: name }) => name === 'ask' || name === 'answer-agency'),
        )
        .map((command): Step => ({
          kind: 'act',
          officer: officerOf('hana', 'agency-officer'),
          command,
          drawn: null,
        })),
    ),
    { maxLength: 40 },
  )
  .map((steps) => {
    const held = decisionOf({
      lane: 'hold',
      hold: 'agency',
      because: ['a'],
      agencies: NEEDS.slice(0, 1),
    });
    return [{ kind: 'decide' as const, before: held, after: held }, ...steps];
  });
