/** From which day to which a quote holds: as long as no change of law would make another figure of it. */
import type { ParcelFacts } from '../advance-data/parcel-facts.ts';
import type { ChargeAssessment } from '../charges/charge.ts';
import type { LawInForce, LawRow, Pack } from '../jurisdiction/pack.ts';
import type { Day } from '../kernel/day.ts';
import { limits } from '../kernel/limits.ts';
import { chargesAsQuoted } from './honour.ts';

/** Half-open: the first day on which the quote holds, and the first on which it holds no more. */
export type Validity = { readonly from: Day; readonly until: Day };

export type ValiditySubject = {
  readonly facts: ParcelFacts;
  readonly charges: ChargeAssessment;
  readonly law: LawInForce;
  /** The law by day. */
  readonly lawOn: (day: Day) => LawInForce;
  /** Days on which a row of charges begins or ends, in order. */
  readonly changes: readonly Day[];
  /** The day on which it is asked. */
  readonly today: Day;
};

/**
 * A quote holds from the day on which it is asked, or from the change of law before its day, until the change of law after
 * it, and for so many days at most. Exchange rates are those of the quote throughout: that is what binds.
 */
export function validityOf(subject: ValiditySubject): Validity {
  const { law, today, changes } = subject;
  const last = Math.max(law.on, today) + limits.quoteDaysValid;
  let from = Math.min(law.on, today);
  for (const change of changes.toReversed())
    if (change <= law.on && change > from && !isSame(subject, change - 1)) {
      from = change;
      break;
    }
  const until = changes.find(
    (change) => change > law.on && change < last && !isSame(subject, change),
  );
  return { from: Math.max(from, law.inForceFrom), until: until ?? last };
}

/** Whether the law of another day, at the exchange rates of the quote, comes to the same lines. */
function isSame({ facts, charges, law, lawOn }: ValiditySubject, day: Day): boolean {
  const other = chargesAsQuoted(facts, atRatesOf(law, lawOn(day)));
  return (
    other.lines.length === charges.lines.length &&
    other.lines.every((line, index) => {
      const quoted = charges.lines[index];
      return (
        quoted !== undefined &&
        line.rule === quoted.rule &&
        line.place === quoted.place &&
        line.amount.minor === quoted.amount.minor
      );
    })
  );
}

const fixed = new WeakMap<LawInForce, WeakMap<LawInForce, LawInForce>>();

/** Made once for a pair of days, because compiling a law costs more than all else here. */
function atRatesOf(law: LawInForce, other: LawInForce): LawInForce {
  const known = fixed.get(law) ?? new WeakMap<LawInForce, LawInForce>();
  fixed.set(law, known);
  const made = known.get(other) ?? { ...other, exchangeRate: law.exchangeRate };
  known.set(other, made);
  return made;
}

const changesKnown = new WeakMap<Pack, readonly Day[]>();

/** The days on which the charges of a pack may change. */
export function changesOf(pack: Pack): readonly Day[] {
  const known = changesKnown.get(pack);
  if (known !== undefined) return known;
  const { thresholds, rates, taxBases, collectors, quotas, roundings } = pack;
  const rows: readonly LawRow[] = [
    ...thresholds,
    ...rates,
    ...taxBases,
    ...collectors,
    ...quotas,
    ...roundings,
  ];
  const days = new Set(rows.flatMap(({ from, until }) => (until === null ? [from] : [from, until])));
  const changes = [...days].sort((left, right) => left - right);
  changesKnown.set(pack, changes);
  return changes;
} // prettier-ignore
