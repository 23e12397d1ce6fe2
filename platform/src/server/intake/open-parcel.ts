/** Finds the parcel of a house reference in the working set, or opens it. */
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import { isClosed } from '../../domain/decision/stage.ts';
import { parcelId } from '../../domain/kernel/identifier.ts';
import { limits } from '../../domain/kernel/limits.ts';
import { dayOfId } from '../ids.ts';
import type { Batch } from './batch.ts';
import { referenceKey, shardOfReference, type WorkingParcel } from './working-set.ts';

const MILLISECONDS_PER_DAY = 86_400_000;

/** The parcel; a number whose parcel is closed and older than the re-use period opens the next period. @source upu-s10 */
export function findOrOpenParcel(batch: Batch, reference: HouseReference): WorkingParcel {
  const key = referenceKey(reference);
  const known = batch.working.parcels.get(key);
  if (known !== undefined && !isUsedUp(batch, known)) return known;
  const opened: WorkingParcel = {
    id: parcelId(batch.context.nextId()),
    shard: shardOfReference(reference),
    reference,
    period: known === undefined ? 0 : known.period + 1,
    isNew: true,
    loadedVersion: 0,
    loadedSpeakers: new Set(),
    loadedState: null,
    state: null,
    statements: [],
    facts: null,
    outsideAt: batch.at,
    outsideBefore: 'accepted',
    isChanged: false,
  };
  batch.working.parcels.set(key, opened);
  batch.undo.push(() => {
    if (known === undefined) batch.working.parcels.delete(key);
    else batch.working.parcels.set(key, known);
  });
  return opened;
}

function isUsedUp(batch: Batch, parcel: WorkingParcel): boolean {
  if (parcel.isNew || parcel.state === null || !isClosed(parcel.state.custody.stage)) return false;
  const ageDays = Math.floor(batch.at / MILLISECONDS_PER_DAY) - dayOfId(parcel.id);
  return ageDays > limits.referenceReuseDays;
}
