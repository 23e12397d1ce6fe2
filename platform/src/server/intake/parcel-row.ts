/** The row of a parcel: its state as text, and beside it the columns that lists look for. */
import type { Decision } from '../../domain/decision/decision.ts';
import { needsOfficer, outsideOf } from '../../domain/release/custody.ts';
import { writeState } from '../../domain/parcel-state.ts';
import { present } from '../../domain/kernel/invariant.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import type { PartyRegistry } from '../parties/store.ts';
import type { ParcelRow } from './tables.ts';
import type { WorkingParcel } from './working-set.ts';

const decisionColumns = (decision: Decision | null): Pick<ParcelRow, 'lane' | 'category'> => ({
  lane: decision?.lane ?? null,
  category: decision?.category ?? null,
});

/** Builds the row after a batch; `at` is the batch's moment. */
export function parcelRow(parcel: WorkingParcel, at: Moment, parties: PartyRegistry): ParcelRow {
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
