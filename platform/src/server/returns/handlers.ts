/** Takes claims for goods that go back, confirms that they left, refunds what the law repays and pays it out. */
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import type { Officer } from '../../domain/decision/officer.ts';
import type { ReturnRow } from '../../domain/jurisdiction/pack.ts';
import { money, readAmount, writeAmount } from '../../domain/kernel/money.ts';
import { refusal, type Refusal } from '../../domain/kernel/refusal.ts';
import { failure, success, type Result } from '../../domain/kernel/result.ts';
import { readState, type ParcelEvent, type ParcelState } from '../../domain/parcel-state.ts';
import type { ReturnClaim } from '../../domain/release/events.ts';
import { isKnownRepayment, repay, repayable } from '../../domain/returns/repay.ts';
import { exitReturn, isKnownClaim, requestReturn } from '../../domain/returns/return-parcel.ts';
import { sumOf } from '../../domain/revenue/guarantee.ts';
import { asOfficer, asTrader } from '../db/transaction.ts';
import { officeTime } from '../http/office-time.ts';
import { carryOut } from '../intake/command.ts';
import type { RegisteredParty } from '../parties/store.ts';
import type { Platform } from '../world.ts';
import * as store from './store.ts';

export type ClaimRequest = Omit<ReturnClaim, 'claimant' | 'charges' | 'evidence'> & {
  readonly evidence?: ReturnClaim['evidence'];
  readonly charges?: ReturnClaim['charges'];
  /** The parcel in which the goods go back, when it is in the record. */
  readonly outbound?: HouseReference;
};

/** What became of a claim; `known` when it had been made already. */
export type ReturnAnswer = {
  readonly state: ParcelState;
  readonly known: boolean;
};

const NOT_FOUND = refusal('parcel-not-found', 'There is no parcel with this number.');

/** The law of returns on the day a parcel was released. */
function rowsFor({ law }: Platform, { custody }: ParcelState): readonly ReturnRow[] {
  return custody.releasedAt === null ? [] : law.on(law.dayAt(custody.releasedAt)).law.returns;
}

/** In the words of the law: what a party's own kind makes of it, and a collector where it collected the charges. */
function isApplicant(party: RegisteredParty, applicant: string, { debt }: ParcelState): boolean {
  if (applicant === 'collector')
    return debt.lines.some(({ debit }) => debit === `party:${party.code}:collected`);
  return applicant === (party.kind === 'freight' ? 'carrier' : party.kind);
}

/** A party asks for a parcel that it spoke about, in its own name. */
export async function claimAsParty(
  platform: Platform,
  party: RegisteredParty,
  asked: { readonly parcel: HouseReference; readonly request: ClaimRequest },
): Promise<Result<ReturnAnswer, Refusal>> {
  const isOwn = await asTrader(platform.database, String(party.partyId), (on) =>
    store.isSpokenAbout(on, asked.parcel),
  );
  if (!isOwn) return failure(NOT_FOUND);
  const { applicant } = asked.request;
  return claim(platform, {
    ...asked,
    claimant: party.code,
    mayClaim: (state) => isApplicant(party, applicant, state),
  });
}

/** An officer takes down what a buyer or somebody without a connection asks for. */
export const claimAsOfficer = (
  platform: Platform,
  { person }: Officer,
  asked: { readonly parcel: HouseReference; readonly request: ClaimRequest },
): Promise<Result<ReturnAnswer, Refusal>> =>
  claim(platform, { ...asked, claimant: person, mayClaim: () => true });

type Claiming = {
  readonly parcel: HouseReference;
  readonly request: ClaimRequest;
  readonly claimant: string;
  readonly mayClaim: (state: ParcelState) => boolean;
};

/** Goods that are seen to have left in another parcel are refunded at once; the claim may be told again when they have. */
async function claim(
  platform: Platform,
  { parcel, request, claimant, mayClaim }: Claiming,
): Promise<Result<ReturnAnswer, Refusal>> {
  const { outbound, claim: reference, ground, applicant } = request;
  const made: ReturnClaim = {
    ...{ claim: reference, ground, applicant, claimant },
    evidence: request.evidence ?? [],
    charges: request.charges ?? [],
  };
  const hasLeft = outbound !== undefined && (await store.hasLeftAsReturn(platform.database.intake, outbound, parcel)); // prettier-ignore
  let known: ParcelState | null = null;
  const outcome = await carryOut(platform.tools, {
    ...{ reference: parcel, actor: claimant, command: 'claim-return' },
    ...{ expectedVersion: null, note: null },
    decide: (state, at) => {
      known = null;
      if (!mayClaim(state)) return failure(NOT_YOURS);
      const rows = rowsFor(platform, state);
      const exit = { reference: outbound?.number ?? '', rows };
      if (isKnownClaim(state, made)) {
        if (hasLeft && state.custody.stage === 'return-requested') return exitReturn(state, exit);
        known = state;
        return failure(KNOWN);
      }
      const request = { claim: made, at, offsetMinutes: platform.pack.zoneOffsetMinutes };
      const requested = requestReturn(state, request, rows);
      if (!requested.ok) return requested;
      if (!hasLeft) return success([requested.value]);
      return withExit(state, requested.value, exit);
    },
  });
  return answered(outcome, known);
}

const KNOWN = refusal('return-known', 'This return was asked for already.');
const NOT_YOURS = refusal('applicant-not-yours', 'A party asks in its own name, and only a collector of the charges as their collector.'); // prettier-ignore

function withExit(
  state: ParcelState,
  requested: Extract<ParcelEvent, { type: 'return-requested' }>,
  exit: Parameters<typeof exitReturn>[1],
): Result<readonly ParcelEvent[], Refusal> {
  const { type: _type, ...returning } = requested;
  const custody = { ...state.custody, stage: 'return-requested' as const, returning };
  const left = exitReturn({ ...state, custody }, exit);
  return left.ok ? success([requested, ...left.value]) : left;
}

/** A refusal behind which the same command had been carried out before is no refusal. */
function answered(
  outcome: Result<ParcelState, Refusal>,
  known: ParcelState | null,
): Result<ReturnAnswer, Refusal> {
  if (outcome.ok) return success({ state: outcome.value, known: false });
  return known === null ? outcome : success({ state: known, known: true });
}

/** An officer has seen that the goods left. */
export async function confirmExit(
  platform: Platform,
  { person }: Officer,
  seen: { readonly parcel: HouseReference; readonly reference: string },
): Promise<Result<ReturnAnswer, Refusal>> {
  const outcome = await carryOut(platform.tools, {
    ...{ reference: seen.parcel, actor: person, command: 'confirm-return' },
    ...{ expectedVersion: null, note: null },
    decide: (state) =>
      exitReturn(state, { reference: seen.reference, rows: rowsFor(platform, state) }),
  });
  return answered(outcome, null);
}

export type RepaymentRequest = {
  readonly amount: string;
  readonly currency: string;
  readonly reference: string;
};

/** Finance has paid out what was refunded; told again under the same reference, it is the same repayment. */
export async function repayRefund(
  platform: Platform,
  { person }: Officer,
  { parcel, repayment }: { readonly parcel: HouseReference; readonly repayment: RepaymentRequest },
): Promise<Result<ReturnAnswer, Refusal>> {
  const { currency, reference } = repayment;
  const amount = readAmount(repayment.amount, currency);
  if (amount === null)
    return failure(refusal('amount-malformed', 'The amount is not a decimal of its currency.'));
  let known: ParcelState | null = null;
  const outcome = await carryOut(platform.tools, {
    ...{ reference: parcel, actor: person, command: 'repay' },
    ...{ expectedVersion: null, note: null },
    decide: (state) => {
      known = isKnownRepayment(state.debt, { amount, reference }) ? state : null;
      return repay(state.debt, { amount, reference });
    },
  });
  return answered(outcome, known);
}

export function writtenReturn(parcel: HouseReference, { state, known }: ReturnAnswer): object {
  const { custody, debt } = state;
  const write = (minor: bigint) => ({ amount: writeAmount(money(minor, debt.currency)), currency: debt.currency }); // prettier-ignore
  return {
    parcel,
    known,
    claim: custody.returning?.claim ?? null,
    stage: custody.stage,
    refund: debt.refund === undefined ? null : write(sumOf(debt.refund.lines, debt.currency)),
    toBePaidOut: debt.refund === undefined ? null : write(repayable(debt).minor),
  };
}

const REPAYABLE_MAX = 200;

/** The longest waiting first. */
export async function listRepayable(
  { database, pack }: Platform,
  { person, roles }: Officer,
): Promise<object> {
  const rows = await asOfficer(database, { personId: person, roles }, (on) =>
    store.readRepayable(on, REPAYABLE_MAX),
  );
  const parcels = rows.flatMap(({ scheme, number, updatedAt, state }) => {
    const due = repayable(readState(state).debt);
    if (due.minor === 0n) return [];
    return {
      parcel: { scheme, number },
      since: officeTime(updatedAt.epochMilliseconds, pack.zone),
      due: { amount: writeAmount(due), currency: due.currency },
    };
  });
  return { parcels, more: rows.length === REPAYABLE_MAX };
}
