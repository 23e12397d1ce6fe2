/** Carries out what an agency does with a parcel, its word and its questions, on the path of every command. */
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import { act } from '../../domain/decision/officer-act.ts';
import type { OfficerCommand } from '../../domain/decision/officer-command.ts';
import { AGENCY_REASONS, type AgencyReason } from '../../domain/decision/reasons.ts';
import { withSettlement } from '../../domain/journey-settlement.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import { refusal, type Refusal } from '../../domain/kernel/refusal.ts';
import { failure, success, type Result } from '../../domain/kernel/result.ts';
import type { ParcelState } from '../../domain/parcel-state.ts';
import { carryOut, type Command } from '../intake/command.ts';
import { questionAbout } from './act-request.ts';
import { contextOf } from './acting.ts';
import { lawOf, type Desk } from './desk.ts';
import type { QuestionAbout } from './words.ts';

/** The desk of a person who speaks for an agency. */
export type AgencyDesk = Desk & { readonly agency: string };

/** Free words are kept encrypted, beside the act. */
type Said = { readonly note?: string; readonly expectedVersion?: number };

export type AgencyAnswerRequest = Said & {
  readonly answer: 'agreed' | 'refused';
  readonly reasonCode: AgencyReason;
};

/** What an agency may ask the sender: what the goods are, and by which permit they travel. */
export const AGENCY_QUESTIONS = [
  'items.licences',
  'items.description',
  'items.commodityCode',
] as const satisfies readonly QuestionAbout[];

export type AgencyQuestionRequest = Said & { readonly about: (typeof AGENCY_QUESTIONS)[number] };

export async function answerAsAgency(
  desk: AgencyDesk,
  reference: HouseReference,
  request: AgencyAnswerRequest,
): Promise<Result<object, Refusal>> {
  const { answer } = request;
  const reasons: readonly AgencyReason[] = AGENCY_REASONS[answer];
  const reason = reasons.find((each) => each === request.reasonCode);
  if (reason === undefined)
    return failure(refusal('reason-of-other-answer', 'This reason belongs to the other answer.'));
  return carryOutAs(desk, request, {
    reference,
    command: 'answer-agency',
    chosen: () => ({ act: 'answer-agency', answer, reason }),
  });
}

export const askAsAgency = (
  desk: AgencyDesk,
  reference: HouseReference,
  request: AgencyQuestionRequest,
): Promise<Result<object, Refusal>> =>
  carryOutAs(desk, request, {
    reference,
    command: 'ask-agency',
    chosen: (state, at) => ({
      act: 'ask',
      question: questionAbout(request.about, { state, at, law: lawOf(desk, state).law }),
    }),
  });

type Choice = Pick<Command, 'reference' | 'command'> & {
  readonly chosen: (state: ParcelState, at: Moment) => OfficerCommand;
};

async function carryOutAs(
  { platform, officer, agency }: AgencyDesk,
  { note, expectedVersion }: Said,
  { chosen, ...command }: Choice,
): Promise<Result<object, Refusal>> {
  const context = { ...contextOf(platform.pack), agency };
  const outcome = await carryOut(platform.tools, {
    ...command,
    actor: officer.person,
    expectedVersion: expectedVersion ?? null,
    note: note ?? null,
    decide: (state, at) => {
      const decided = act({ parcel: state.custody, officer, context }, chosen(state, at));
      return decided.ok ? success(withSettlement(state, decided.value, at)) : decided;
    },
  });
  return outcome.ok ? success(wordOf(agency, outcome.value)) : outcome;
}

function wordOf(agency: string, { custody, version }: ParcelState): object {
  const outstanding = custody.agencies.filter(({ answer }) => answer !== 'agreed').map((word) => word.agency); // prettier-ignore
  const mine = custody.agencies.find((word) => word.agency === agency);
  return { agency, answer: mine?.answer ?? 'waiting', version, outstanding: [...new Set(outstanding)] }; // prettier-ignore
}
