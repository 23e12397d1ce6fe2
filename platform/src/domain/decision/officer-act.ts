/** Carries out an officer's act or refuses it: who may do what, when, with which reason, and with whom as the second. */
import type { Refusal } from '../kernel/refusal.ts';
import { success, type Result } from '../kernel/result.ts';
import { answerAsAgency, askAsAgency } from './agency-acts.ts';
import type { Control, Grounds, OfficerEvent } from './events.ts';
import type {
  Act,
  Acting,
  CommandOf,
  OfficerCommand,
  OfficerView,
  Scene,
} from './officer-command.ts';
import { refuse } from './officer-refusals.ts';
import type { OfficerRecord, Role } from './officer.ts';
import { isClosed, mayMove, type Stage } from './stage.ts';

type Outcome = Result<readonly OfficerEvent[], Refusal>;
type Rule<A extends Act> = {
  /** The first role of this list that the officer holds is the one the record keeps. */
  readonly roles: (parcel: OfficerView) => readonly Role[];
  /** Acts of a second person disregard the claim of the first. */
  readonly overClaim?: true;
  readonly run: (acting: Acting, command: CommandOf<A>) => Outcome;
};

/**
 * Answers with the events of the act, or with the refusal that says why not. Nothing is released by one person alone that
 * was targeted or is held; nothing that hurts is done without reason, ground and appeal.
 */
export function act(scene: Scene, command: OfficerCommand): Outcome {
  return actBy(command.act, scene, command);
}

function actBy<A extends Act>(name: A, scene: Scene, command: CommandOf<A>): Outcome {
  const rule: Rule<A> = RULES[name];
  const { parcel, officer } = scene;
  if (isClosed(parcel.stage) && !AFTER_HARM.has(name)) return refuse('parcel-closed');
  const role = rule.roles(parcel).find((allowed) => officer.roles.includes(allowed));
  if (role === undefined) return refuse('role-missing');
  const isOthers = parcel.claim !== null && parcel.claim.person !== officer.person;
  if (isOthers && rule.overClaim !== true && !OVER_CLAIMS.has(role))
    return refuse('claimed-by-another');
  const by = { person: officer.person, role, office: officer.office };
  return rule.run({ ...scene, by }, command);
}

const AFTER_HARM: ReadonlySet<Act> = new Set(['destroy', 're-export']);

/** A claim keeps colleagues apart: neither who leads them nor who speaks for an agency is one. */
const OVER_CLAIMS: ReadonlySet<Role> = new Set(['supervisor', 'agency-officer']);

const FIELD: readonly Role[] = ['front-officer', 'second-officer', 'supervisor'];
const field = (): readonly Role[] => FIELD;
const seniors = (): readonly Role[] => ['second-officer', 'supervisor'];

const done = (event: OfficerEvent): Outcome => success([event]);

/** Two people are needed when somebody or something wanted to see the parcel, or stops it. */
export const needsSecond = (parcel: OfficerView): boolean =>
  parcel.targeted ||
  parcel.holds.length > 0 ||
  parcel.decision === null ||
  parcel.decision.lane !== 'release';

const RULES: { readonly [A in Act]: Rule<A> } = {
  claim: { roles: field, run: ({ by }) => done({ type: 'claimed', by }) },
  unclaim: {
    roles: field,
    run: ({ parcel, by }) =>
      parcel.claim === null ? refuse('not-claimed') : done({ type: 'unclaimed', by }),
  },
  ask: {
    roles: ({ agencies }) => (agencies.length === 0 ? FIELD : [...FIELD, 'agency-officer']),
    run: (acting, command) =>
      acting.by.role === 'agency-officer'
        ? askAsAgency(acting, command)
        : done({ type: 'asked', by: acting.by, question: command.question }),
  },
  'close-question': {
    roles: field,
    run: ({ parcel }, { about }) =>
      parcel.asked.some((question) => question.about === about)
        ? done({ type: 'answered', about })
        : refuse('question-unknown'),
  },
  hold: {
    roles: field,
    run: ({ parcel, by }, { reason, because }) =>
      isWaiting(parcel.stage) || mayMove(parcel.stage, 'held')
        ? done({ type: 'held', by, reason, because: [because] })
        : refuse('stage-forbids'),
  },
  'send-to-scan': {
    roles: field,
    run: ({ parcel, by }, { reason }) =>
      mayOrder(parcel, 'scanning')
        ? done({ type: 'scan-ordered', by, reason })
        : refuse('stage-forbids'),
  },
  'send-to-examine': {
    roles: field,
    run: ({ parcel, by }, { reason }) =>
      mayOrder(parcel, 'examining')
        ? done({ type: 'examination-ordered', by, reason })
        : refuse('stage-forbids'),
  },
  'record-scan': {
    roles: field,
    run: ({ parcel, by }, { result, image }) =>
      isAtControl(parcel, 'scan')
        ? done({ type: 'scanned', by, result, image })
        : refuse('stage-forbids'),
  },
  'record-examination': { roles: field, run: recordExamination },
  'propose-release': {
    roles: (parcel) => (parcel.targeted ? ['front-officer'] : ['front-officer', 'supervisor']),
    run: proposeRelease,
  },
  'confirm-release': { roles: confirmingRoles, overClaim: true, run: confirmRelease },
  'decline-release': {
    roles: field,
    overClaim: true,
    run: ({ parcel, by }, { reason }) =>
      parcel.proposal === null
        ? refuse('proposal-missing')
        : done({ type: 'release-declined', by, reason }),
  },
  'confirm-do-not-load': { roles: field, run: confirmDoNotLoad },
  'reject-do-not-load': {
    roles: seniors,
    overClaim: true,
    run: ({ parcel, by }, { reason }) =>
      parcel.stage === 'do-not-load-proposed'
        ? done({ type: 'do-not-load-rejected', by, reason })
        : refuse('stage-forbids'),
  },
  'lift-do-not-load': {
    roles: (parcel) => (parcel.lift === null ? FIELD : seniors()),
    overClaim: true,
    run: liftDoNotLoad,
  },
  'answer-agency': { roles: () => ['agency-officer'], run: answerAsAgency },
  refuse: {
    roles: field,
    run: (acting, command) =>
      mayMove(acting.parcel.stage, 'refused')
        ? harm(acting, command, (grounds) => ({ type: 'refused', ...grounds }))
        : refuse('stage-forbids'),
  },
  seize: {
    roles: field,
    run: (acting, command) =>
      mayMove(acting.parcel.stage, 'seized')
        ? harm(acting, command, (grounds) => ({ type: 'seized', ...grounds }))
        : refuse('stage-forbids'),
  },
  destroy: { roles: field, run: destroy },
  're-export': {
    roles: field,
    run: (acting, command) =>
      mayMove(acting.parcel.stage, 're-exported')
        ? harm(acting, command, (grounds) => ({ type: 're-exported', ...grounds }))
        : refuse('stage-forbids'),
  },
};

const isWaiting = (stage: Stage): boolean =>
  stage === 'held' || stage === 'scanning' || stage === 'examining';

/** Before arrival an order waits for the parcel; loading that is in doubt is settled first. */
function mayOrder(parcel: OfficerView, stage: 'scanning' | 'examining'): boolean {
  if (parcel.stage === 'do-not-load' || parcel.stage === 'do-not-load-proposed') return false;
  return parcel.arrivedAt === null || mayMove(parcel.stage, stage);
}

/** At the control that was ordered, or among the held when the lane itself sends the parcel there. */
function isAtControl(parcel: OfficerView, control: Control): boolean {
  if (parcel.arrivedAt === null) return false;
  if (parcel.stage === (control === 'scan' ? 'scanning' : 'examining')) return true;
  return parcel.stage === 'held' && dueControl(parcel) === control;
}

/** The control that an officer ordered or, failing that, the lane asks for. */
function dueControl(parcel: OfficerView): Control | null {
  if (parcel.ordered !== null) return parcel.ordered;
  switch (parcel.decision?.targetedLane) {
    case 'scan':
      return 'scan';
    case 'examine':
    case 'do-not-load':
      return 'examination';
    case 'release':
    case 'documents':
    case 'hold':
    case 'refer':
    case undefined:
      return null;
  }
}

/** What is due and not done; an examination stands for a scan, and a suspicious scan for nothing. */
function undoneControl(parcel: OfficerView): Control | null {
  const due = dueControl(parcel);
  if (parcel.examination !== null) return null;
  return due === 'scan' && parcel.scan === 'clear' ? null : due;
}

const MINUTES_PER_DAY = 1_440;

function recordExamination(
  { parcel, by }: Acting,
  { result, found, minutes }: CommandOf<'record-examination'>,
): Outcome {
  if (!isAtControl(parcel, 'examination')) return refuse('stage-forbids');
  const isPlausible = Number.isInteger(minutes) && minutes >= 0 && minutes <= MINUTES_PER_DAY;
  if (!isPlausible) return refuse('minutes-implausible');
  return done({ type: 'examined', by, result, found, minutes });
}

/** Who targets is never the one who lets go, whatever other roles the person holds. */
const isTargeter = ({ officer, context }: Scene): boolean =>
  officer.roles.includes('targeter') || context.targeters.includes(officer.person);

function proposeRelease(acting: Acting, { reason }: CommandOf<'propose-release'>): Outcome {
  const { parcel, by, context } = acting;
  if (!needsSecond(parcel)) return refuse('proposal-needless');
  if (parcel.targeted && isTargeter(acting)) return refuse('targeter-never-releases');
  if (parcel.examination === 'prohibited') return refuse('prohibited-found');
  if (!mayMove(parcel.stage, 'release-proposed')) return refuse('stage-forbids');
  const second = context.drawnSecond;
  return done({ type: 'release-proposed', by, reason, undone: undoneControl(parcel), second });
}

function confirmingRoles(parcel: OfficerView): readonly Role[] {
  if (!needsSecond(parcel)) return ['front-officer', 'supervisor'];
  return parcel.targeted ? ['second-officer'] : ['second-officer', 'supervisor'];
}

function confirmRelease(acting: Acting, { reason }: CommandOf<'confirm-release'>): Outcome {
  const { parcel, by } = acting;
  const { proposal } = parcel;
  if (parcel.examination === 'prohibited') return refuse('prohibited-found');
  if (!needsSecond(parcel)) {
    return mayBeLetGo(parcel.stage)
      ? done({ type: 'release-confirmed', by, proposedBy: null, reason })
      : refuse('stage-forbids');
  }
  if (proposal === null) return refuse('proposal-missing');
  if (proposal.by.person === by.person) return refuse('second-is-first');
  if (proposal.second !== null && proposal.second !== by.person) return refuse('second-not-drawn');
  if (parcel.targeted && isTargeter(acting)) return refuse('targeter-never-releases');
  return done({ type: 'release-confirmed', by, proposedBy: proposal.by, reason });
}

const mayBeLetGo = (stage: Stage): boolean =>
  stage === 'arrived' || stage === 'presented' || stage === 'departed' || stage === 'assessed';

function confirmDoNotLoad(acting: Acting, command: CommandOf<'confirm-do-not-load'>): Outcome {
  if (acting.parcel.stage !== 'do-not-load-proposed') return refuse('stage-forbids');
  return harm(acting, command, (grounds) => ({ type: 'do-not-load-confirmed', ...grounds }));
}

/** The first who asks for it proposes, another lifts. */
function liftDoNotLoad({ parcel, by }: Acting, { reason }: CommandOf<'lift-do-not-load'>): Outcome {
  if (parcel.stage !== 'do-not-load') return refuse('stage-forbids');
  if (parcel.lift === null) return done({ type: 'do-not-load-lift-proposed', by, reason });
  if (parcel.lift.person === by.person) return refuse('second-is-first');
  return done({ type: 'do-not-load-lifted', by, proposedBy: parcel.lift, reason });
}

/** Who refused or seized the goods does not destroy them: destruction leaves nothing to look at again. */
function destroy(acting: Acting, command: CommandOf<'destroy'>): Outcome {
  const ordered = acting.parcel.harm?.by;
  if (ordered === undefined || !mayMove(acting.parcel.stage, 'destroyed')) {
    return refuse('stage-forbids');
  }
  if (ordered.person === acting.by.person) return refuse('second-is-first');
  return harm(acting, command, (grounds) => ({ type: 'destroyed', ordered, ...grounds }));
}

/** Shorter is no sentence that tells anybody how to appeal. */
const APPEAL_LETTERS_MIN = 20;

function harm(
  { by, context }: Acting,
  { reason, ground, appeal }: Grounds,
  eventOf: (grounds: Grounds & { readonly by: OfficerRecord }) => OfficerEvent,
): Outcome {
  if (!context.grounds.has(ground)) return refuse('ground-unknown');
  if (appeal.trim().length < APPEAL_LETTERS_MIN) return refuse('appeal-missing');
  return done(eventOf({ by, reason, ground, appeal }));
}
