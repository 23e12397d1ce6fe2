/** Says whether a released parcel may go back, within the window of the law, and what is repaid once it has left. */
import { CHARGE_KINDS, type ChargeKind } from '../charges/charge.ts';
import { mayMove } from '../decision/stage.ts';
import type { ReturnRow } from '../jurisdiction/pack.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { dayAt, type Moment } from '../kernel/instant.ts';
import { money, readAmount, writeAmount } from '../kernel/money.ts';
import { refusal, type Refusal } from '../kernel/refusal.ts';
import { failure, success, type Result } from '../kernel/result.ts';
import type { CustodyState } from '../release/custody.ts';
import type { Refunded, ReturnClaim, ReturnExported, ReturnRequested } from '../release/events.ts';
import type { DebtLine, DebtRefunded, DebtState } from '../revenue/events.ts';
import { sumOf } from '../revenue/guarantee.ts';

/** What counts of a parcel. */
export type Returnable = {
  readonly custody: Pick<CustodyState, 'stage' | 'releasedAt' | 'returning'>;
  readonly debt: DebtState;
};

export type ReturnRequest = {
  readonly claim: ReturnClaim;
  readonly at: Moment;
  /** Minutes that the office's clock is ahead of UTC: the window counts its days. */
  readonly offsetMinutes: number;
};

/** Evidence that comes with the goods when they leave, not with the claim. */
const RETURN_SCAN = 'return-scan';

/** Whether the parcel's open or settled return is this very claim, told again. */
export const isKnownClaim = ({ custody }: Returnable, claim: ReturnClaim): boolean =>
  custody.returning !== null && canonicalJson(custody.returning) === canonicalJson(claim);

/**
 * Opens a return. Refusals: `return-known` when another claim was made, `return-not-now` when the parcel was not released,
 * `return-ground-unknown`, `return-law-unverified`, `applicant-not-allowed`, `return-window-closed`, `evidence-missing`,
 * `charge-not-refundable` and `refund-exceeds-charged`. `rows` are the law of the day of release.
 */
export function requestReturn(
  parcel: Returnable,
  request: ReturnRequest,
  rows: readonly ReturnRow[],
): Result<ReturnRequested, Refusal> {
  const { custody, debt } = parcel;
  const { claim, at, offsetMinutes } = request;
  if (custody.returning !== null)
    return failure(refusal('return-known', `A return of this parcel was asked for already, as ${custody.returning.claim}.`)); // prettier-ignore
  if (custody.releasedAt === null || !mayMove(custody.stage, 'return-requested'))
    return failure(refusal('return-not-now', 'Only a released parcel can be returned.'));
  const days = dayAt(at, offsetMinutes) - dayAt(custody.releasedAt, offsetMinutes);
  const row = rows.find(({ id }) => id === claim.ground);
  const refused = row === undefined ? NO_GROUND : (refusedBy(row, claim, days) ?? refusedCharges(row, claim, debt)); // prettier-ignore
  return refused === null ? success({ type: 'return-requested', ...claim }) : failure(refused);
}

const NO_GROUND = refusal('return-ground-unknown', 'The law knows no return for this reason.');

function refusedBy(row: ReturnRow, claim: ReturnClaim, days: number): Refusal | null {
  if (!row.verified)
    return refusal('return-law-unverified', 'No primary source confirms the law on this return.');
  if (row.applicants.length > 0 && !row.applicants.includes(claim.applicant))
    return refusal('applicant-not-allowed', `This return is asked for by: ${row.applicants.join(', ')}.`); // prettier-ignore
  if (days > row.windowDays)
    return refusal('return-window-closed', `The ${row.windowDays} days for returning these goods are over.`); // prettier-ignore
  const shown = new Set(claim.evidence.map(({ kind }) => kind));
  const missing = row.evidence.filter((kind) => kind !== RETURN_SCAN && !shown.has(kind));
  return missing.length === 0
    ? null
    : refusal('evidence-missing', `The law asks for evidence: ${missing.join(', ')}.`);
}

function refusedCharges(row: ReturnRow, { charges }: ReturnClaim, debt: DebtState): Refusal | null {
  for (const { charge, amount } of charges) {
    if (!refundable(row).has(charge))
      return refusal('charge-not-refundable', `The law repays no ${charge} on this return.`);
    const claimed = readAmount(amount, debt.currency);
    if (claimed === null || claimed.minor <= 0n)
      return refusal('amount-malformed', 'A claimed amount is no positive decimal of its currency.'); // prettier-ignore
    const charged = sumOf(ofCharge(debt, charge), debt.currency);
    if (claimed.minor > charged)
      return refusal('refund-exceeds-charged', `No more than ${writeAmount(money(charged, debt.currency))} ${charge} was charged.`); // prettier-ignore
  }
  return null;
}

const KINDS: ReadonlySet<string> = new Set(CHARGE_KINDS);

const refundable = ({ refundOf }: ReturnRow): ReadonlySet<string> =>
  new Set(refundOf.filter((charge) => KINDS.has(charge)));

const ofCharge = ({ lines }: DebtState, charge: string): readonly DebtLine[] =>
  lines.filter((line) => line.charge === charge);

export type Exit = {
  /** Of the outbound scan, or the number of the parcel in which the goods left. */
  readonly reference: string;
  readonly rows: readonly ReturnRow[];
};

/**
 * The goods have left: what the claim asks for is refunded to wherever it stood. Refusal: `return-not-now` when no return is
 * open. What was neither secured, collected nor paid is not refunded, because nobody bore it.
 */
export function exitReturn(
  { custody, debt }: Returnable,
  { reference, rows }: Exit,
): Result<readonly (ReturnExported | DebtRefunded | Refunded)[], Refusal> {
  const { returning } = custody;
  if (returning === null || !mayMove(custody.stage, 'return-exported'))
    return failure(refusal('return-not-now', 'No return of this parcel is open.'));
  const exported: ReturnExported = { type: 'return-exported', reference };
  const row = rows.find(({ id }) => id === returning.ground);
  const lines = row === undefined ? [] : refundLines(debt, returning, row);
  if (lines.length === 0) return success([exported]);
  const { currency } = debt;
  const amount = writeAmount(money(sumOf(lines, currency), currency));
  return success([
    exported,
    { type: 'debt-refunded', currency, lines, rule: returning.ground, claim: returning.claim },
    { type: 'refunded', amount, currency },
  ]);
}

const BORNE: ReadonlySet<DebtState['standing']> = new Set(['collected-at-sale', 'secured', 'paid']);

/** Lines in their order until what is claimed of a charge is used up; the whole where no amounts are claimed. */
function refundLines(debt: DebtState, claim: ReturnClaim, row: ReturnRow): readonly DebtLine[] {
  if (!BORNE.has(debt.standing)) return [];
  const charges = claim.charges.length > 0 ? claim.charges : wholeOf(debt, row);
  return charges.flatMap(({ charge, amount }) => {
    let left = readAmount(amount, debt.currency)?.minor ?? 0n;
    return ofCharge(debt, charge).flatMap((line) => {
      const minor = least(left, sumOf([line], debt.currency));
      left -= minor;
      return minor === 0n ? [] : [{ ...line, amount: writeAmount(money(minor, debt.currency)) }];
    });
  });
}

const wholeOf = (debt: DebtState, row: ReturnRow): ReturnClaim['charges'] =>
  [...new Set(debt.lines.map(({ charge }) => charge))]
    .filter((charge: ChargeKind) => refundable(row).has(charge))
    .map((charge) => ({
      charge,
      amount: writeAmount(money(sumOf(ofCharge(debt, charge), debt.currency), debt.currency)),
    }));

const least = (left: bigint, right: bigint): bigint => (left < right ? left : right);
