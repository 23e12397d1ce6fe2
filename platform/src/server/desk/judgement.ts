/** What is to be judged of a parcel: reasons, findings, charges, release conditions and the acts that are open. */
import { DIRECTIONS } from '../../domain/advance-data/statement.ts';
import type { ChargesAssessed } from '../../domain/charges/events.ts';
import type { Finding } from '../../domain/kernel/finding.ts';
import type { ParcelState } from '../../domain/parcel-state.ts';
import { releaseConditions } from '../../domain/release/conditions.ts';
import type { RiskAssessed } from '../../domain/risk/events.ts';
import { writtenFinding } from '../http/problem.ts';
import { offerActs } from './acting.ts';
import { showCharges } from './charges-shown.ts';
import { deskSight, lawOf, type Desk } from './desk.ts';
import { sentenceOfCode, showReasons } from './reasons-shown.ts';
import type { Spoken } from './spoken.ts';
import { AGENCY_SENTENCES, BEYOND_GUARANTEE, CONDITION_WORDS, HOLD_WORDS } from './words.ts';
import type { Working } from './working.ts';

export type JudgementSubject = {
  readonly state: ParcelState;
  readonly spoken: readonly Spoken[];
  readonly disagreements: readonly Finding[];
  readonly assessed: RiskAssessed | null;
  readonly charges: ChargesAssessed | null;
  readonly working: Working | null;
};

export function judgementOf(desk: Desk, subject: JudgementSubject): object {
  const { state, spoken, disagreements, assessed, charges, working } = subject;
  const { pack } = desk.platform;
  const { pieces, lookFor, band, score } = showReasons(
    assessed,
    lawOf(desk, state).rules,
    deskSight(desk),
  );
  return {
    pieces,
    lookFor,
    ...(band === null ? {} : { band }),
    ...(score === undefined ? {} : { score }),
    findings: distinctFindings([...spoken.flatMap(({ findings }) => findings), ...disagreements]),
    category: state.custody.decision?.category ?? null,
    because: becauseOf(desk, state),
    charges: charges === null ? null : showCharges({ charges, working }, state.debt.standing, pack),
    conditions: conditionsOf(state),
    actions: offerActs(desk, state),
  };
}

/** Warnings and errors once each, the same finding of two statements included. */
function distinctFindings(findings: readonly Finding[]): readonly object[] {
  const known = new Map<string, object>();
  for (const finding of findings) {
    const written = writtenFinding(finding);
    const key = `${written.code} ${written.message}`;
    if (!known.has(key)) known.set(key, written);
  }
  return [...known.values()];
}

/** Why it is in its category and why it waits, in sentences that name no rule. */
function becauseOf({ platform }: Desk, { custody }: ParcelState): readonly string[] {
  const { decision, holds } = custody;
  const sentences: string[] = [];
  if (decision !== null) {
    const category = platform.pack.messages['en']?.[`category-${decision.category}`];
    if (category !== undefined) sentences.push(`Category ${decision.category}: ${category}.`);
    for (const code of decision.because) {
      const sentence = sentenceOfCode(code);
      if (sentence !== null) sentences.push(sentence);
    }
  }
  for (const { reason, officer } of holds)
    sentences.push(`Held${officer === null ? '' : ' by an officer'}: ${HOLD_WORDS[reason]}.`);
  for (const { agency, answer } of custody.agencies)
    sentences.push(AGENCY_SENTENCES[answer](agency));
  return [...new Set(sentences)];
}

function conditionsOf({ custody, debt, facts }: ParcelState): object {
  const direction = DIRECTIONS.find((each) => each === facts?.direction) ?? 'import';
  const { met, unmet } = releaseConditions({ direction, custody, standing: debt.standing, agencies: custody.agencies }); // prettier-ignore
  return {
    met: met.map((condition) => CONDITION_WORDS[condition][0]),
    unmet: unmet.map((condition) =>
      condition === 'revenue' && debt.standing === 'beyond-guarantee'
        ? BEYOND_GUARANTEE
        : CONDITION_WORDS[condition][1],
    ),
  };
}
