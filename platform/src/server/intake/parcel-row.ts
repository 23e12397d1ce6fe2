/** The row of a parcel: its state as text, and beside it the columns that lists look for. */
import type { Decision } from '../../domain/decision/decision.ts';
import { isClosed } from '../../domain/decision/stage.ts';
import { needsOfficer, outsideOf, type CustodyState } from '../../domain/release/custody.ts';
import { writeState, type ParcelState } from '../../domain/parcel-state.ts';
import { present } from '../../domain/kernel/invariant.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import { isUnsettled } from '../../domain/release/standing.ts';
import { timersOf } from '../../domain/release/timers.ts';
import type { PassContext } from './batch.ts';
import type { ParcelRow } from './tables.ts';
import type { WorkingParcel } from './working-set.ts';

const decisionColumns = (decision: Decision | null): Pick<ParcelRow, 'lane' | 'category'> => ({
  lane: decision?.lane ?? null,
  category: decision?.category ?? null,
});

/** When somebody must look at the parcel again: the next time that will be overdue, under the law of `at`. */
export function watchedAt(state: ParcelState, at: Moment, law: PassContext['law']): Moment | null {
  const { custody, debt, facts } = state;
  if (custody.askedSince === null && !isUnsettled(debt.standing)) return null;
  const { deadlines } = law.on(law.dayAt(at)).decisions;
  const [first] = timersOf({ custody, standing: debt.standing, mode: facts?.mode ?? null }, deadlines); // prettier-ignore
  return first?.dueAt ?? null;
}

/** Agencies that have not agreed, each between bars: one that refused finds the parcel again. Null where there is none. */
function awaitedAgencies({ agencies, stage }: CustodyState): string | null {
  if (agencies.length === 0 || isClosed(stage)) return null;
  const names = agencies.filter(({ answer }) => answer !== 'agreed').map(({ agency }) => agency);
  return names.length === 0 ? null : `|${[...new Set(names)].join('|')}|`;
}

/** Builds the row after a batch; `at` is the batch's moment. */
export function parcelRow(
  parcel: WorkingParcel,
  at: Moment,
  { parties, law }: Pick<PassContext, 'parties' | 'law'>,
): ParcelRow {
  const state = present(parcel.state, 'a parcel that is written has a state');
  const { custody, facts } = state;
  return {
    shardKey: parcel.shard,
    parcelId: parcel.id,
    scheme: parcel.reference.scheme,
    number: parcel.reference.number,
    version: state.version,
    stage: custody.stage,
    ...decisionColumns(custody.decision),
    needsOfficer: needsOfficer(custody),
    dueAt: facts?.arrivalAt ?? null,
    awaits: awaitedAgencies(custody),
    awaitsAccount: isClosed(custody.stage) ? null : (state.debt.account ?? null),
    watchAt: watchedAt(state, at, law),
    means: facts?.means ?? null,
    claimedBy: custody.claim?.person ?? null,
    outside: outsideOf(custody),
    outsideAt: parcel.outsideAt,
    outsideBefore: parcel.outsideBefore,
    declarantPartyId:
      state.declarant === null ? null : (parties.byCode(state.declarant)?.partyId ?? null),
    updatedAt: at,
    state: writeState(state),
  };
}
