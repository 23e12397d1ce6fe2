/** The law as a journey needs it: by day, with its rules and decisions compiled. */
import type { DecisionBook } from './decision/decide.ts';
import type { LawInForce } from './jurisdiction/pack.ts';
import type { Day } from './kernel/day.ts';
import type { Moment } from './kernel/instant.ts';
import type { RuleBook } from './risk/rules.ts';

/** The law of one day with its rules compiled. */
export type LawOfDay = {
  readonly law: LawInForce;
  readonly rules: RuleBook;
  readonly decisions: DecisionBook;
  /** 'pack@version'. */
  readonly version: string;
};

/** The law by day; a pure function of the pack as it is installed. */
export type LawBook = {
  /** The day of law a moment falls on, by the clock of the jurisdiction. */
  readonly dayAt: (at: Moment) => Day;
  readonly on: (day: Day) => LawOfDay;
};
