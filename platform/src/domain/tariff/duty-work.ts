/** How a rate of duty was worked out on goods: every term with what it fell on, exactly, before any rounding. */
import type { Rate } from '../kernel/rate.ts';
import type { Result } from '../kernel/result.ts';
import type { DutyFinding } from './duty-findings.ts';
import type { Duty, Measure, Reference, Term } from './duty.ts';
import type { TariffRate } from './tariff-book.ts';

/** A rate that a reference leads to. `rule` names it in steps; `unproven` are preferences that were open beside it. */
export type Referred = {
  readonly duty: Duty;
  readonly rule: string;
  readonly text: string;
  readonly unproven: readonly TariffRate[];
};

/** What a rate asks of the goods. Each answer is exact, or null when it is not known. */
export type Goods = {
  /** Minor units of the currency of the law. */
  readonly value: Rate | null;
  /** In the unit of the measure. */
  readonly quantityOf: (measure: Measure) => Rate | null;
  /** The value of a part of the goods, in minor units. */
  readonly worthOf: (part: string) => Rate | null;
  /** Minor units of the currency of the law for one whole unit of the other. */
  readonly minorOf: (currency: string) => Rate | null;
  /** Null when the reference leads nowhere; a finding when it leads to a rate that cannot be had. */
  readonly dutyOf: (reference: Reference) => Result<Referred, DutyFinding> | null;
};

/** All amounts are in minor units of the currency of the law. */
export type TermWork =
  | { readonly kind: 'free'; readonly minor: Rate }
  | {
      readonly kind: 'share';
      readonly term: Extract<Term, { kind: 'share' }>;
      readonly base: Rate;
      readonly minor: Rate;
    }
  | {
      readonly kind: 'specific';
      readonly term: Extract<Term, { kind: 'specific' }>;
      readonly quantity: Rate;
      /** The amount after what falls away by degree, in whole units of its own currency. */
      readonly amount: Rate;
      readonly degrees: Rate | null;
      readonly minor: Rate;
    }
  | {
      readonly kind: 'reference';
      readonly term: Extract<Term, { kind: 'reference' }>;
      readonly referred: Referred;
      readonly work: DutyWork;
      readonly minor: Rate;
    };

export type SumWork = { readonly terms: readonly TermWork[]; readonly minor: Rate };

/** `held` says which bound the sum ran into; `nothing` where subtracting would have gone below it. */
export type DutyWork = {
  readonly sum: SumWork;
  readonly least: SumWork | null;
  readonly most: SumWork | null;
  readonly held: 'least' | 'most' | 'nothing' | null;
  readonly minor: Rate;
};

/** The quantities that the rate fell on, each once: what a declaration of these goods has to state. */
export function measuresOf({ sum, least, most }: DutyWork): readonly Measure[] {
  const found = new Map<string, Measure>();
  for (const part of [sum, least, most]) {
    for (const term of part?.terms ?? []) {
      const measures =
        term.kind === 'specific'
          ? [term.term.measure]
          : term.kind === 'reference'
            ? measuresOf(term.work)
            : [];
      for (const measure of measures) found.set(`${measure.unit} ${measure.of ?? ''}`, measure);
    }
  }
  return [...found.values()];
}
