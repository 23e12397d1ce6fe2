/** Says whether a released parcel may go back, within the window of the law; refunds are computed later. */
import { mayMove, type Stage } from '../decision/stage.ts';
import type { ReturnRow } from '../jurisdiction/pack.ts';
import { dayAt, type Moment } from '../kernel/instant.ts';
import { refusal, type Refusal } from '../kernel/refusal.ts';
import { failure, success, type Result } from '../kernel/result.ts';
import type { ReturnExported, ReturnRequested } from '../release/events.ts';

export type Returnable = { readonly stage: Stage; readonly releasedAt: Moment | null };

export type ReturnRequest = {
  readonly reason: string;
  readonly applicant: string;
  readonly at: Moment;
  /** Minutes that the office's clock is ahead of UTC: the window counts its days. */
  readonly offsetMinutes: number;
};

/**
 * Opens a return. Refusals: `return-not-now` when the parcel was not released, `return-window-closed` when no row of the
 * pack lets this applicant return goods after so many days.
 */
export function requestReturn(
  parcel: Returnable,
  request: ReturnRequest,
  rows: readonly ReturnRow[],
): Result<ReturnRequested, Refusal> {
  if (parcel.releasedAt === null || !mayMove(parcel.stage, 'return-requested')) {
    return failure(refusal('return-not-now', 'Only a released parcel can be returned.'));
  }
  const { at, offsetMinutes, applicant } = request;
  const days = dayAt(at, offsetMinutes) - dayAt(parcel.releasedAt, offsetMinutes);
  const isOpen = rows.some(
    (row) =>
      days <= row.windowDays && (row.applicants.length === 0 || row.applicants.includes(applicant)),
  );
  if (!isOpen) {
    return failure(refusal('return-window-closed', 'The time for returning these goods is over.'));
  }
  return success({ type: 'return-requested', reason: request.reason });
}

/** The outbound scan that proves the goods left. Refusal: `return-not-now` when no return is open. */
export const exportReturn = (
  parcel: Returnable,
  reference: string,
): Result<ReturnExported, Refusal> =>
  mayMove(parcel.stage, 'return-exported')
    ? success({ type: 'return-exported', reference })
    : failure(refusal('return-not-now', 'No return of this parcel was requested.'));
