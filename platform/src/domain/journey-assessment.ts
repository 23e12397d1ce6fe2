/** The middle of the journey: cross-check, charges, risk and decision of the facts in use, and the debt they make. */
import type { ParcelFacts } from './advance-data/parcel-facts.ts';
import { factsChosen } from './advance-data/events.ts';
import type { Statement } from './advance-data/statement.ts';
import { assessCharges } from './charges/assess-charges.ts';
import type { ChargeAssessment } from './charges/charge.ts';
import { chargesAssessed } from './charges/events.ts';
import { decide } from './decision/decide.ts';
import { decided } from './decision/events.ts';
import type { LawInForce } from './jurisdiction/pack.ts';
import { writeDay } from './kernel/day.ts';
import { dayAt, type Moment } from './kernel/instant.ts';
import type { LawOfDay } from './journey-law.ts';
import type { ParcelEvent, ParcelState } from './parcel-state.ts';
import { chargeAsQuoted, type ChargedAsQuoted } from './quotes/honour.ts';
import { debtOf } from './revenue/debt.ts';
import type { DebtState } from './revenue/events.ts';
import type { Guarantee } from './revenue/guarantee.ts';
import type { Account } from './revenue/posting.ts';
import { assessRisk } from './risk/assess-risk.ts';
import { collectorStanding } from './risk/collector-standing.ts';
import { riskAssessed } from './risk/events.ts';
import type { Knowledge } from './risk/knowledge.ts';
import { drawFor, stratumOf } from './risk/stratum.ts';
import type { RiskSubject } from './risk/subject.ts';
import { crossCheck } from './validation/cross-check.ts';

export type AssessmentSubject = {
  readonly at: Moment;
  readonly facts: ParcelFacts;
  readonly standing: readonly Statement[];
  readonly law: LawOfDay;
  readonly knowledge: Knowledge;
  readonly drawOf: (stratum: string) => number;
  readonly guaranteeOf: (account: Account) => Guarantee | null;
  readonly before: ParcelState;
  /** The law that the quote of the parcel was given under; null where it names none that was given. */
  readonly quoteLaw: LawInForce | null;
};

export type Assessed = {
  readonly events: readonly ParcelEvent[];
  readonly charges: ChargeAssessment;
  readonly debt: DebtState;
  readonly knowledge: Knowledge;
  readonly draw: number | null;
};

export function assessParcel({
  at,
  facts,
  standing,
  law,
  knowledge,
  drawOf,
  guaranteeOf,
  before,
  quoteLaw,
}: AssessmentSubject): Assessed {
  const disagreements = crossCheck(facts, standing, law.law);
  const { charges, outcome } = charge({ facts, law, knowledge, quoteLaw });
  const risk: RiskSubject = {
    facts,
    charges,
    knowledge,
    findings: [...standing.flatMap((statement) => statement.findings), ...disagreements],
    quality: Math.min(...standing.map((statement) => statement.quality)),
  };
  const stratum = stratumOf(risk, law.rules);
  const day = writeDay(dayAt(at, law.law.zoneOffsetMinutes));
  const draw = stratum === null ? null : drawFor(stratum, { day, draw: drawOf(stratum.stratum) });
  const assessment = assessRisk(risk, law.rules, { draw, model: null });
  const decision = decide({ risk, assessment, book: law.decisions, before: before.custody, at });
  return {
    events: [
      factsChosen(facts, disagreements),
      chargesAssessed(charges, outcome),
      riskAssessed(assessment),
      decided(decision),
    ],
    charges,
    debt: debtOf(charges, debtorsOf(knowledge), { before: before.debt, guaranteeOf }),
    knowledge,
    draw: draw?.draw ?? null,
  };
}

type Charging = Pick<AssessmentSubject, 'facts' | 'law' | 'knowledge' | 'quoteLaw'>;

function charge({ facts, law, knowledge, quoteLaw }: Charging): ChargedAsQuoted {
  const named = facts.fiscal?.quote;
  const { quote } = knowledge;
  const subject = chargeable(facts, knowledge);
  // Records made before there were quotes know nothing of them.
  if (named === undefined || quote === undefined)
    return { charges: assessCharges(subject, law.law), outcome: null };
  const known = quote === null || quoteLaw === null ? null : { quote, law: quoteLaw };
  return chargeAsQuoted(subject, law.law, { named, known });
}

/** A collector number that its user does not hold collects nothing: the charges are payable at the border. */
function chargeable(facts: ParcelFacts, knowledge: Knowledge): ParcelFacts {
  const standing = collectorStanding({ facts, knowledge });
  if (standing === 'absent' || standing === 'held') return facts;
  const { collector: _unusable, ...fiscal } = facts.fiscal ?? {};
  return { ...facts, fiscal };
}

const debtorsOf = ({ declarant, collectorHolder }: Knowledge) => ({
  declarant: declarant?.code ?? 'unknown',
  account: declarant?.account ?? null,
  collector: collectorHolder?.code ?? null,
});
