/** Counts how a batch changed the numbers of parcels: per flight or truck, and per stage, lane and category. */
import type { ParcelState } from '../../domain/parcel-state.ts';
import { dayOfId } from '../ids.ts';
import type { TallyRow } from './tables.ts';
import type { WorkingParcel } from './working-set.ts';

type Counted = Pick<WorkingParcel, 'id' | 'state' | 'loadedState'>;
type Kind = Omit<TallyRow, 'tallyId' | 'parcels'>;

/** One row a kind whose number changed; a batch of five hundred parcels of twelve flights makes about thirty. */
export function tallyRows(parcels: readonly Counted[], nextId: () => bigint): readonly TallyRow[] {
  const counts = new Map<string, { readonly kind: Kind; parcels: number }>();
  const count = (kind: Kind | null, by: 1 | -1): void => {
    if (kind === null) return;
    const key = Object.values(kind).join('|');
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { kind, parcels: by });
    else known.parcels += by;
  };
  for (const { id, state, loadedState } of parcels) {
    count(meansOf(loadedState), -1);
    count(meansOf(state), 1);
    count(stageOf(id, loadedState), -1);
    count(stageOf(id, state), 1);
  }
  return [...counts.values()]
    .filter((counted) => counted.parcels !== 0)
    .map((counted) => ({ tallyId: nextId(), ...counted.kind, parcels: counted.parcels }));
}

const NOTHING: Kind = { means: null, arrivalAt: null, day: null, stage: null, lane: null, category: null }; // prettier-ignore

function meansOf(state: ParcelState | null): Kind | null {
  const facts = state?.facts;
  if (facts === undefined || facts === null || facts.means === null) return null;
  return { ...NOTHING, means: facts.means, arrivalAt: facts.arrivalAt };
}

function stageOf(id: bigint, state: ParcelState | null): Kind | null {
  if (state === null) return null;
  const { stage, decision } = state.custody;
  return {
    ...NOTHING,
    day: dayOfId(id),
    stage,
    lane: decision?.lane ?? null,
    category: decision?.category ?? null,
  };
}
