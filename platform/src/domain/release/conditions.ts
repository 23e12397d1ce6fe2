/** Says which conditions of release a parcel meets and which it does not: all of them, in one list for the screen. */
import type { Presentation } from '../arrival/arrival.ts';
import type { Direction } from '../advance-data/statement.ts';
import type { Decision, Question } from '../decision/decision.ts';
import type { Moment } from '../kernel/instant.ts';
import type { Hold } from './custody.ts';
import { isUnsettled, type RevenueStanding } from './standing.ts';

/**
 * `decision`: the lane is release, or people let it go; `questions`: none is open; `here`: it arrived, or, for export,
 * departed; `pieces`: as many as expected; `revenue`: nothing owed that is neither secured nor paid; `agencies`: each
 * agreed; `holds`: none in force.
 */
export const RELEASE_CONDITIONS = [
  'decision',
  'questions',
  'here',
  'pieces',
  'revenue',
  'agencies',
  'holds',
] as const;
export type ReleaseCondition = (typeof RELEASE_CONDITIONS)[number];

export type AgencyAnswer = {
  readonly agency: string;
  readonly answer: 'agreed' | 'waiting' | 'refused';
};

export type ReleaseSubject = {
  readonly direction: Direction;
  /** The parts of a `CustodyState` that count. */
  readonly custody: {
    readonly decision: Pick<Decision, 'lane' | 'hold' | 'questions'> | null;
    readonly confirmed: object | null;
    readonly targeted: boolean;
    readonly asked: readonly Question[];
    readonly holds: readonly Hold[];
    readonly presentation: Presentation | null;
    readonly departedAt: Moment | null;
    readonly arrivedAt: Moment | null;
  };
  readonly standing: RevenueStanding;
  readonly agencies: readonly AgencyAnswer[];
};

export type Conditions = {
  readonly met: readonly ReleaseCondition[];
  readonly unmet: readonly ReleaseCondition[];
};

export function releaseConditions(subject: ReleaseSubject): Conditions {
  return {
    met: RELEASE_CONDITIONS.filter((condition) => TESTS[condition](subject)),
    unmet: RELEASE_CONDITIONS.filter((condition) => !TESTS[condition](subject)),
  };
}

/** People who let a parcel go have seen its questions and pieces; a debt and an agency they do not overrule. */
const TESTS: Readonly<Record<ReleaseCondition, (subject: ReleaseSubject) => boolean>> = {
  decision: ({ custody }) =>
    custody.confirmed !== null || (custody.decision?.lane === 'release' && !custody.targeted),
  questions: ({ custody }) =>
    custody.confirmed !== null ||
    (custody.asked.length === 0 && (custody.decision?.questions.length ?? 0) === 0),
  here: ({ direction, custody }) =>
    custody.arrivedAt !== null || (direction === 'export' && custody.departedAt !== null),
  pieces: ({ direction, custody }) =>
    custody.confirmed !== null ||
    (direction === 'export' && custody.presentation === null) ||
    custody.presentation?.complete === true,
  revenue: ({ standing }) => !isUnsettled(standing),
  agencies: ({ agencies }) => agencies.every(({ answer }) => answer === 'agreed'),
  holds: ({ custody }) => custody.holds.length === 0,
};
