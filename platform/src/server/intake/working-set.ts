/** The parcels and orders a batch works on, in memory: what was loaded, and what the batch itself has done to it so far. */
import type { ParcelFacts } from '../../domain/advance-data/parcel-facts.ts';
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import { readFacts } from '../../domain/advance-data/statement-text.ts';
import type { KeptStatement } from '../../domain/journey.ts';
import {
  parcelId,
  statementId,
  submissionId,
  type ParcelId,
} from '../../domain/kernel/identifier.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import { present } from '../../domain/kernel/invariant.ts';
import { parseOwn } from '../../domain/kernel/parse-own.ts';
import { outsideChanged, type OutsideState } from '../../domain/kernel/outside-state.ts';
import { outsideOf } from '../../domain/release/custody.ts';
import { shardOf } from '../../domain/kernel/shard.ts';
import { readState, type ParcelState } from '../../domain/parcel-state.ts';
import type { Loaded, LoadedStatement } from './load.ts';

export type WorkingParcel = {
  readonly id: ParcelId;
  readonly shard: number;
  readonly reference: HouseReference;
  readonly period: number;
  readonly isNew: boolean;
  /** Journal entries before this batch; a new parcel has none. */
  readonly loadedVersion: number;
  readonly loadedSpeakers: ReadonlySet<string>;
  /** State before this batch; null for a new parcel. */
  readonly loadedState: ParcelState | null;
  state: ParcelState | null;
  statements: readonly KeptStatement[];
  facts: ParcelFacts | null;
  outsideAt: Moment;
  outsideBefore: OutsideState;
  isChanged: boolean;
};

export type WorkingOrder = {
  readonly number: string;
  readonly shard: number;
  /** Parcels that ship this order, in the order they became known. */
  parcels: readonly WorkingParcel[];
  /** Statements that named only the order. */
  statements: readonly KeptStatement[];
};

export type WorkingSet = {
  readonly parcels: Map<string, WorkingParcel>;
  readonly orders: Map<string, WorkingOrder>;
};

export const referenceKey = (reference: HouseReference): string =>
  `${reference.scheme}:${reference.number}`;
export const shardOfReference = (reference: HouseReference): number => shardOf(reference.number);

/** Builds the working set from what was loaded. */
export function openWorkingSet(loaded: Loaded): WorkingSet {
  const statements = new Map(loaded.statements.map((row) => [row.id, keptStatement(row)]));
  const parcels = new Map<string, WorkingParcel>();
  const byId = new Map<string, WorkingParcel>();
  for (const row of loaded.parcels) {
    const parcel = openParcel(row, statements);
    const known = parcels.get(referenceKey(parcel.reference));
    if (known === undefined || known.period < parcel.period)
      parcels.set(referenceKey(parcel.reference), parcel);
    byId.set(row.id, parcel);
  }
  return { parcels, orders: openOrders(loaded, { byId, statements }) };
}

function openParcel(
  row: Loaded['parcels'][number],
  statements: ReadonlyMap<string, KeptStatement>,
): WorkingParcel {
  const state = readState(row.state);
  const mine = state.statements.map(([id]) =>
    present(statements.get(id), 'a statement of a parcel is in the record'),
  );
  return {
    id: parcelId(BigInt(row.id)),
    shard: row.shard,
    reference: state.reference,
    period: state.period,
    isNew: false,
    loadedVersion: state.version,
    loadedSpeakers: new Set(mine.map((statement) => statement.owner)),
    loadedState: state,
    state,
    statements: mine,
    facts: null,
    outsideAt: row.outsideAt,
    outsideBefore: row.outsideBefore,
    isChanged: false,
  };
}

type Known = {
  readonly byId: ReadonlyMap<string, WorkingParcel>;
  readonly statements: ReadonlyMap<string, KeptStatement>;
};

function openOrders(loaded: Loaded, known: Known): Map<string, WorkingOrder> {
  const orders = new Map<string, WorkingOrder>();
  for (const link of loaded.links) {
    const order = orderOf(orders, link.order);
    if (link.parcel) {
      const parcel = known.byId.get(link.target);
      if (parcel !== undefined) order.parcels = [...order.parcels, parcel];
    } else {
      const statement = known.statements.get(link.target);
      if (statement !== undefined) order.statements = [...order.statements, statement];
    }
  }
  return orders;
}

/** The order of this number, opened when nothing is known of it. */
export function orderOf(orders: Map<string, WorkingOrder>, number: string): WorkingOrder {
  const known = orders.get(number);
  if (known !== undefined) return known;
  const opened: WorkingOrder = { number, shard: shardOf(number), parcels: [], statements: [] };
  orders.set(number, opened);
  return opened;
}

export function keptStatement(row: LoadedStatement): KeptStatement {
  return {
    id: statementId(BigInt(row.id)),
    shard: row.shard,
    submission: submissionId(BigInt(row.submission)),
    owner: row.owner,
    kind: row.kind,
    function: row.function,
    profile: row.profile,
    statedAt: row.stated,
    receivedAt: row.received,
    facts: readFacts(row.facts),
    factsText: row.facts,
    findings: parseOwn(row.findings),
    quality: row.quality,
  };
}

/** Keeps when the outside state changed and what was published before; called before the parcel's state is replaced. */
export function followOutside(parcel: WorkingParcel, next: OutsideState, at: Moment): void {
  const outside = parcel.state === null ? 'accepted' : outsideOf(parcel.state.custody);
  const { outsideAt, outsideBefore } = parcel;
  const changed = outsideChanged({ outside, outsideAt, outsideBefore }, next, at);
  parcel.outsideAt = changed.outsideAt;
  parcel.outsideBefore = changed.outsideBefore;
}
