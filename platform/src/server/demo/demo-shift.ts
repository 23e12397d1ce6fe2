/** Two colleagues who work off what the demo day brings to the queue as its hours pass; the stories are left to whoever looks on. */
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import type { ReleaseReason } from '../../domain/decision/reasons.ts';
import type { Officer } from '../../domain/decision/officer.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import type { Lane } from '../../domain/kernel/lane.ts';
import { readState, type ParcelState } from '../../domain/parcel-state.ts';
import type { CustodyState } from '../../domain/release/custody.ts';
import type { ActRequest } from '../desk/act-request.ts';
import { carryOutAct } from '../desk/acting.ts';
import { read } from '../desk/desk.ts';
import { readWork } from '../desk/queue-store.ts';
import type { WorkRow } from '../desk/store.ts';
import type { Platform } from '../world.ts';
import { COLLEAGUE, SECOND } from './demo-people.ts';
import { DEMO_STORIES } from './demo-stories.ts';
import { seeded } from './random.ts';

export type DemoShift = {
  /** Does what is due by now; once every few minutes of the day is enough. */
  readonly work: () => Promise<void>;
};

const MINUTE = 60_000;
/** More than a morning brings. */
const ROWS_MAX = 500;

const STORY_NUMBERS: ReadonlySet<string> = new Set(
  Object.values(DEMO_STORIES).flatMap(({ references }) => references.map(({ number }) => number)),
);

/** Minutes of one parcel: until it is taken, until its control is done, until a second person agrees. */
type Pace = {
  readonly taken: number;
  readonly controlled: number;
  readonly agreed: number;
  /** Until the sender has answered. */
  readonly answered: number;
  /** One in a dozen holds something else than was declared: then the sender is asked. */
  readonly isAsDeclared: boolean;
};

function paceOf(number: string): Pace {
  const random = seeded(`shift ${number}`);
  return {
    taken: random.whole(4, 25),
    controlled: random.whole(6, 24),
    agreed: random.whole(3, 15),
    answered: random.whole(40, 150),
    isAsDeclared: !random.chance(1 / 12),
  };
}

export type NextAct = {
  readonly by: Officer;
  readonly request: ActRequest;
  /** Done at once after it. */
  readonly then?: ActRequest;
};

type Waiting = Pick<WorkRow, 'number'> & { readonly since: Moment };

/** What is done next with a parcel, and by whom; null when its time has not come, or it is somebody else's. */
export function nextAct(
  { number, since }: Waiting,
  { custody }: Pick<ParcelState, 'custody'>,
  now: Moment,
): NextAct | null {
  const { stage, arrivedAt, claim, proposal } = custody;
  if (STORY_NUMBERS.has(number) || arrivedAt === null) return null;
  const pace = paceOf(number);
  const waited = (now - since) / MINUTE;
  if (stage === 'release-proposed')
    return proposal?.by.person === COLLEAGUE.person && waited >= pace.agreed
      ? { by: SECOND, request: { act: 'confirm-release', reasonCode: proposalReason(custody) } }
      : null;
  if (stage !== 'held') return null;
  if (claim === null) return waited >= pace.taken ? mine({ act: 'claim' }) : null;
  if (claim.person !== COLLEAGUE.person) return null;
  return controlled(custody, pace, waited);
}

const mine = (request: ActRequest): NextAct => ({ by: COLLEAGUE, request });

/** The control that the lane asks for, then what follows from its result. */
function controlled(custody: CustodyState, pace: Pace, waited: number): NextAct | null {
  const { asked, decision, examination, scan } = custody;
  if (asked.length > 0)
    return waited < pace.answered
      ? null
      : { ...mine({ act: 'close-question' }), then: { act: 'propose-release', reasonCode: 'question-answered' } }; // prettier-ignore
  if (examination === 'discrepancy') return mine({ act: 'ask', reasonCode: 'items.value' });
  if (scan !== null || examination !== null)
    return mine({ act: 'propose-release', reasonCode: proposalReason(custody) });
  if (waited < pace.controlled) return null;
  const control = decision === null ? null : CONTROLS[decision.targetedLane](pace);
  return control === null ? null : mine(control);
}

/** What each lane has a colleague do; what only people of flesh and blood may judge is left to them. */
const CONTROLS: Readonly<Record<Lane, (pace: Pace) => ActRequest | null>> = {
  scan: () => ({ act: 'record-scan', result: 'clear' }),
  examine: ({ isAsDeclared }) =>
    isAsDeclared
      ? { act: 'record-examination', result: 'conforms' }
      : { act: 'record-examination', result: 'discrepancy', found: ['value-too-low'] },
  documents: () => ({ act: 'propose-release', reasonCode: 'documents-sufficient' }),
  release: () => null,
  hold: () => null,
  refer: () => null,
  'do-not-load': () => null,
};

const proposalReason = ({ examination, scan }: CustodyState): ReleaseReason => {
  if (examination !== null) return examination === 'conforms' ? 'examined-conforms' : 'question-answered'; // prettier-ignore
  return scan === null ? 'documents-sufficient' : 'scanned-clear';
};

export function openDemoShift(platform: Platform): DemoShift {
  const desk = { platform, officer: COLLEAGUE };
  const open = { view: 'all', person: COLLEAGUE.person, means: null, lane: null, after: null, limit: ROWS_MAX } as const; // prettier-ignore
  /** An act may make the next one due at once: the control is done, so release is proposed. */
  const treat = async (row: WorkRow): Promise<void> => {
    let [state, since] = [readState(row.state), row.updatedAt.epochMilliseconds];
    const reference: HouseReference = { scheme: row.scheme, number: row.number };
    for (;;) {
      const next = nextAct({ number: row.number, since }, state, platform.now());
      if (next === null) return;
      const { by: officer, request, then } = next;
      const first = await carryOutAct({ platform, officer }, reference, request);
      const done = first.ok && then !== undefined ? await carryOutAct({ platform, officer }, reference, then) : first; // prettier-ignore
      // Refused: somebody was there first, or the law asks for more than a colleague of a demo does.
      if (!done.ok) return;
      state = done.value;
      since = platform.now();
    }
  };
  return {
    work: async () => {
      for (const row of await read(desk, (transaction) => readWork(transaction, open)))
        await treat(row);
    },
  };
}
