/** The times at which something about a parcel is overdue, and what is then proposed to an officer: the engine itself does nothing that hurts. */
import type { Question } from '../decision/decision.ts';
import type { Act } from '../decision/officer-command.ts';
import { isClosed, type Stage } from '../decision/stage.ts';
import type { Deadline } from '../jurisdiction/pack.ts';
import type { Moment } from '../kernel/instant.ts';
import type { Overdue, OverdueStep } from './events.ts';
import { isUnsettled, type RevenueStanding } from './standing.ts';

/** What is known of the parcel: the parts of a `CustodyState` that count. */
export type TimerSubject = {
  readonly custody: {
    readonly stage: Stage;
    readonly asked: readonly Question[];
    readonly decision: { readonly questions: readonly Question[] } | null;
    readonly askedSince: Moment | null;
    readonly overdue: readonly { readonly step: OverdueStep; readonly dueAt: Moment }[];
    readonly arrivedAt: Moment | null;
  };
  readonly standing: RevenueStanding;
  /** Of transport; null where nobody said. */
  readonly mode: string | null;
};

const MINUTE = 60_000;

/**
 * Every moment that will still be overdue as things stand, earliest first, with what it makes. An answer is overdue when its
 * question says; while the goods are here, a second notice and the end of silence follow as the law sets them, counted from
 * the first question or from arrival, whichever came later; charges owed are overdue so long after arrival. What was noted
 * once is not noted again. The rows are `hold-second-notice`, `silence-return` and `payment` before `notice` of the pack.
 */
export function timersOf(subject: TimerSubject, deadlines: readonly Deadline[]): readonly Overdue[] {
  const { custody } = subject;
  if (isClosed(custody.stage)) return [];
  const open = openQuestions(custody);
  if (open.length === 0 && !isUnsettled(subject.standing)) return [];
  const later = (step: OverdueStep, from: Moment | null): readonly Overdue[] =>
    noticeOf(subject, deadlines, { step, from });
  return [
    ...answersDue(subject, open),
    ...(open.length === 0 ? [] : later('second-notice', noticedAt(custody))),
    ...(open.length === 0 ? [] : later('silence', noticedAt(custody))),
    ...(isUnsettled(subject.standing) ? later('payment', custody.arrivedAt) : []),
  ].sort((left, right) => left.dueAt - right.dueAt);
} // prettier-ignore

/** What is overdue at a moment and was not noted yet. */
export const overdueAt = (
  subject: TimerSubject,
  deadlines: readonly Deadline[],
  at: Moment,
): readonly Overdue[] => timersOf(subject, deadlines).filter(({ dueAt }) => dueAt <= at);

const openQuestions = ({ asked, decision }: TimerSubject['custody']): readonly Question[] =>
  decision === null || decision.questions.length === 0 ? asked : [...asked, ...decision.questions];

/** Nobody is reminded of goods that are not here: before arrival the question's own time is all there is. */
const noticedAt = ({ askedSince, arrivedAt }: TimerSubject['custody']): Moment | null =>
  askedSince === null || arrivedAt === null ? null : Math.max(askedSince, arrivedAt);

/** One for each time at which answers are due, since questions of one decision are due together. */
function answersDue({ custody }: TimerSubject, open: readonly Question[]): readonly Overdue[] {
  const noted = custody.overdue.find(({ step }) => step === 'answer')?.dueAt ?? -Infinity;
  const times = new Set(open.flatMap(({ dueAt }) => (dueAt !== null && dueAt > noted ? [dueAt] : []))); // prettier-ignore
  return [...times].map((dueAt) => ({
    type: 'overdue',
    step: 'answer',
    about: open.filter((question) => question.dueAt === dueAt).map(({ about }) => about),
    dueAt,
    proposes: custody.arrivedAt === null ? 'hold' : 'send-to-examine',
    rule: null,
  }));
}

const ROW_OF: Readonly<Record<Exclude<OverdueStep, 'answer'>, string>> = {
  'second-notice': 'hold-second-notice',
  silence: 'silence-return',
  payment: 'payment',
};

const PROPOSED: Readonly<Record<Exclude<OverdueStep, 'answer'>, Act>> = {
  'second-notice': 'ask',
  silence: 're-export',
  payment: 're-export',
};

type Notice = { readonly step: OverdueStep; readonly from: Moment | null };

/** The shortest time that the law gives after a notice; none where it gives none. */
function noticeOf(
  { custody, mode }: TimerSubject,
  deadlines: readonly Deadline[],
  { step, from }: Notice,
): readonly Overdue[] {
  if (step === 'answer' || from === null) return [];
  if (custody.overdue.some((known) => known.step === step)) return [];
  const rows = deadlines.filter((row) => row.event === ROW_OF[step] && row.before === 'notice' && (row.mode === 'any' || row.mode === mode)); // prettier-ignore
  const [row] = rows.toSorted((left, right) => left.offsetMinutes - right.offsetMinutes);
  if (row === undefined) return [];
  const dueAt = from + row.offsetMinutes * MINUTE;
  return [{ type: 'overdue', step, about: [], dueAt, proposes: PROPOSED[step], rule: row.id }];
}
