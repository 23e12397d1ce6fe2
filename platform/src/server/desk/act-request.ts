/** Turns what the desk was asked to do into a command of the law's acts, or says what is missing. */
import type { LawInForce } from '../../domain/jurisdiction/pack.ts';
import type { Question } from '../../domain/decision/decision.ts';
import { EXAMINATION_RESULTS, SCAN_RESULTS, type Grounds } from '../../domain/decision/events.ts';
import type { OfficerCommand } from '../../domain/decision/officer-command.ts';
import { answerDueAt } from '../../domain/decision/questions.ts';
import { CONTROL_REASONS, FOUND_CODES, HARM_REASONS, RELEASE_REASONS, type ControlReason, type HarmReason, type ReleaseReason } from '../../domain/decision/reasons.ts'; // prettier-ignore
import type { Moment } from '../../domain/kernel/instant.ts';
import { refusal, type Refusal } from '../../domain/kernel/refusal.ts';
import { failure, success, type Result } from '../../domain/kernel/result.ts';
import type { ParcelState } from '../../domain/parcel-state.ts';
import type { DeskAct } from './desk-acts.ts';
import { QUESTION_WORDS, type QuestionAbout } from './words.ts';

export type ActRequest = {
  readonly act: DeskAct;
  readonly reasonCode?: string;
  readonly reason?: string;
  readonly legalGround?: string;
  readonly result?: string;
  readonly note?: string;
  readonly found?: readonly string[];
  readonly minutes?: number;
  readonly expectedVersion?: number;
};

export type ActScene = {
  readonly state: ParcelState;
  readonly law: LawInForce;
  readonly at: Moment;
  /** The sentence on appeal that the pack's notices carry. */
  readonly appeal: string;
};

export const REQUEST_REFUSALS = {
  'reason-missing': 'Choose a reason from the list.',
  'ground-missing': 'Choose the legal ground.',
  'result-missing': 'Say what the control found.',
  'found-unknown': 'One of the findings is not in the list.',
  'question-missing': 'Choose what to ask for.',
  'question-ambiguous': 'Several questions are open: say which one is answered.',
} as const satisfies Readonly<Record<string, string>>;

type Missing = keyof typeof REQUEST_REFUSALS;
export type Reading = Result<OfficerCommand, Refusal>;

const missing = (code: Missing): Result<never, Refusal> =>
  failure(refusal(code, REQUEST_REFUSALS[code]));

/** The member of a closed list that a text is; undefined when it is none. */
const memberOf = <Member extends string>(
  list: readonly Member[],
  text: string | undefined,
): Member | undefined => list.find((member) => member === text);

export const HOLD_REASONS_OF_OFFICERS = ['risk', 'agency', 'identity', 'data-quality'] as const;
export const QUESTIONS: readonly QuestionAbout[] = [
  'items.description',
  'items.value',
  'items.commodityCode',
  'items.licences',
  'items.unNumber',
  'parties.consignee',
  'security.screeningMethods',
];

type Reader = (request: ActRequest, scene: ActScene) => Reading;

const harming =
  (act: HarmAct): Reader =>
  (request, scene) =>
    readHarm(act, request, scene);

const releasing =
  (commandOf: (reason: ReleaseReason) => OfficerCommand): Reader =>
  ({ reasonCode }) =>
    withReason(RELEASE_REASONS, reasonCode, commandOf);

const controlling =
  (commandOf: (reason: ControlReason) => OfficerCommand, otherwise?: ControlReason): Reader =>
  ({ reasonCode }) =>
    withReason(CONTROL_REASONS, reasonCode ?? otherwise, commandOf);

const READERS: Readonly<Record<DeskAct, Reader>> = {
  claim: () => success({ act: 'claim' }),
  unclaim: () => success({ act: 'unclaim' }),
  scan: controlling((reason) => ({ act: 'send-to-scan', reason }), 'lane'),
  examine: controlling((reason) => ({ act: 'send-to-examine', reason }), 'lane'),
  'record-scan': readScan,
  'record-examination': readExamination,
  ask: readQuestion,
  'close-question': readClosing,
  hold: ({ reasonCode }) =>
    withReason(HOLD_REASONS_OF_OFFICERS, reasonCode, (reason) => ({
      act: 'hold',
      reason,
      because: 'officer-judgement',
    })),
  release: releasing((reason) => ({ act: 'confirm-release', reason })),
  'propose-release': releasing((reason) => ({ act: 'propose-release', reason })),
  'confirm-release': releasing((reason) => ({ act: 'confirm-release', reason })),
  'decline-release': controlling((reason) => ({ act: 'decline-release', reason })),
  'reject-do-not-load': releasing((reason) => ({ act: 'reject-do-not-load', reason })),
  'lift-do-not-load': releasing((reason) => ({ act: 'lift-do-not-load', reason })),
  'confirm-do-not-load': harming('confirm-do-not-load'),
  refuse: harming('refuse'),
  seize: harming('seize'),
  destroy: harming('destroy'),
  're-export': harming('re-export'),
};

/** Everything but the choice of a person is filled in: due time, sentence on appeal, minutes since the parcel was taken. */
export const readAct = (request: ActRequest, scene: ActScene): Reading =>
  READERS[request.act](request, scene);

function readScan({ result }: ActRequest): Reading {
  const read = memberOf(SCAN_RESULTS, result);
  return read === undefined
    ? missing('result-missing')
    : success({ act: 'record-scan', result: read, image: null });
}

function withReason<Reason extends string>(
  list: readonly Reason[],
  code: string | undefined,
  commandOf: (reason: Reason) => OfficerCommand,
): Reading {
  const reason = memberOf(list, code);
  return reason === undefined ? missing('reason-missing') : success(commandOf(reason));
}

type HarmGrounds = Pick<Grounds, 'ground' | 'appeal'> & { readonly reason: HarmReason };

type HarmAct = 'confirm-do-not-load' | 'refuse' | 'seize' | 'destroy' | 're-export';

function readHarm(act: HarmAct, request: ActRequest, { appeal }: ActScene): Reading {
  const reason = memberOf(HARM_REASONS, request.reasonCode);
  if (reason === undefined) return missing('reason-missing');
  const { legalGround } = request;
  if (legalGround === undefined) return missing('ground-missing');
  return success(harmful(act, { reason, ground: legalGround, appeal }));
}

function harmful(act: HarmAct, grounds: HarmGrounds): OfficerCommand {
  switch (act) {
    case 'confirm-do-not-load':
      return { act: 'confirm-do-not-load', ...grounds };
    case 'refuse':
      return { act: 'refuse', ...grounds };
    case 'seize':
      return { act: 'seize', ...grounds };
    case 'destroy':
      return { act: 'destroy', ...grounds };
    case 're-export':
      return { act: 're-export', ...grounds };
  }
}

const MINUTE = 60_000;
const MINUTES_MAX = 1_440;

function readExamination({ result, found = [], minutes }: ActRequest, scene: ActScene): Reading {
  const read = memberOf(EXAMINATION_RESULTS, result);
  if (read === undefined) return missing('result-missing');
  const codes = found.map((code) => memberOf(FOUND_CODES, code));
  const known = codes.filter((code) => code !== undefined);
  if (known.length < codes.length) return missing('found-unknown');
  return success({
    act: 'record-examination',
    result: read,
    found: known,
    minutes: minutes ?? minutesSince(scene),
  });
}

/** The minutes since the officer took the parcel: what is not stated is measured. */
function minutesSince({ state, at }: ActScene): number {
  const { claim, presentedAt, arrivedAt } = state.custody;
  const since = claim?.at ?? presentedAt ?? arrivedAt ?? at;
  return Math.min(MINUTES_MAX, Math.max(1, Math.round((at - since) / MINUTE)));
}

function readQuestion({ reasonCode }: ActRequest, scene: ActScene): Reading {
  const about = memberOf(QUESTIONS, reasonCode);
  return about === undefined
    ? missing('question-missing')
    : success({ act: 'ask', question: questionAbout(about, scene) });
}

/** The question in the words that its sender reads, with the time that the law gives for the answer. */
export function questionAbout(
  about: QuestionAbout,
  { state: { facts }, law: { deadlines }, at }: Pick<ActScene, 'state' | 'law' | 'at'>,
): Question {
  const kind = about === 'security.screeningMethods' ? 'screening' : 'information';
  const transport = { arrivalAt: facts?.arrivalAt ?? undefined };
  const dueAt = answerDueAt(kind, { mode: facts?.mode ?? null, transport, deadlines, at });
  return { kind, about, text: QUESTION_WORDS[about][1], dueAt };
}

function readClosing({ reasonCode }: ActRequest, { state }: ActScene): Reading {
  const { asked } = state.custody;
  const [only] = asked;
  if (reasonCode !== undefined) return success({ act: 'close-question', about: reasonCode });
  if (only === undefined) return missing('question-missing');
  return asked.length > 1 ? missing('question-ambiguous') : success({ act: 'close-question', about: only.about }); // prettier-ignore
}
