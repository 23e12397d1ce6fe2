/** What an agency beside Customs may do with a parcel: ask its sender about the goods, and give its word on them. */
import type { Refusal } from '../kernel/refusal.ts';
import { success, type Result } from '../kernel/result.ts';
import type { OfficerEvent } from './events.ts';
import type { Acting, CommandOf } from './officer-command.ts';
import { refuse } from './officer-refusals.ts';

type Outcome = Result<readonly OfficerEvent[], Refusal>;

/** The agency that the officer speaks for, where the law asks it about this parcel. */
function agencyHeard({ parcel, context: { agency } }: Acting): Result<string, Refusal> {
  if (agency === null) return refuse('agency-unknown');
  const isAsked = parcel.agencies.some((need) => need.agency === agency);
  return isAsked ? success(agency) : refuse('agency-not-asked');
}

/** An agency asks for itself only, and what somebody else has asked it does not ask again. */
export function askAsAgency(acting: Acting, { question }: CommandOf<'ask'>): Outcome {
  const heard = agencyHeard(acting);
  if (!heard.ok) return heard;
  const agency = heard.value;
  const isOpen = acting.parcel.asked.some(
    (known) => known.about === question.about && known.agency !== agency,
  );
  if (isOpen) return refuse('question-open');
  return success([{ type: 'asked', by: acting.by, question: { ...question, agency } }]);
}

/** An agency gives its word for itself only, and may change it until the parcel has left. Its own questions end with it. */
export function answerAsAgency(
  acting: Acting,
  { answer, reason }: CommandOf<'answer-agency'>,
): Outcome {
  const heard = agencyHeard(acting);
  if (!heard.ok) return heard;
  const agency = heard.value;
  const ended = acting.parcel.asked.filter((question) => question.agency === agency);
  return success([
    { type: 'agency-answered', by: acting.by, agency, answer, reason },
    ...ended.map(({ about }) => ({ type: 'answered', about }) as const),
  ]);
}
