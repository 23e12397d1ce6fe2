/** Reads the work queue: its pages, its counts, its changes, and what each flight or truck brings. */
import type { Moment } from '../../domain/kernel/instant.ts';
import { one, query, sql, type Queryable, type Sql } from '../db/sql.ts';
import { workColumns, type WorkRow } from './store.ts';

/** Where a page of the queue goes on: after this parcel. */
export type WorkPlace = { readonly dueAt: Moment | null; readonly parcelId: bigint };

export type WorkQuestion = {
  readonly view: 'mine' | 'unclaimed' | 'waiting' | 'all';
  readonly person: string;
  readonly means: string | null;
  readonly lane: string | null;
  readonly after: WorkPlace | null;
  readonly limit: number;
};

/** A page of the queue in the order of its index: soonest due first, parcels without a time last. */
export const readWork = (on: Queryable, question: WorkQuestion): Promise<readonly WorkRow[]> =>
  query<WorkRow>(
    on,
    sql`
select ${workColumns}
from parcel
where parcel.needs_officer and ${inView(question)} and ${isAfter(question.after)}
  and (${question.means}::text is null or parcel.means = ${question.means})
  and (${question.lane}::text is null or parcel.lane = ${question.lane})
order by parcel.due_at, parcel.parcel_id
limit ${question.limit}`,
  );

/** A parcel whose question is open waits for an answer; until then nobody has to take it. */
const isAsked = sql`parcel.outside = 'question'`;

function inView({ view, person }: WorkQuestion): Sql {
  switch (view) {
    case 'mine':
      return sql`parcel.claimed_by = ${person}`;
    case 'unclaimed':
      return sql`parcel.claimed_by is null and not ${isAsked}`;
    case 'waiting':
      return isAsked;
    case 'all':
      return sql`true`;
  }
}

function isAfter(place: WorkPlace | null): Sql {
  if (place === null) return sql`true`;
  if (place.dueAt === null)
    return sql`parcel.due_at is null and parcel.parcel_id > ${place.parcelId}`;
  const dueAt = Temporal.Instant.fromEpochMilliseconds(place.dueAt);
  return sql`(parcel.due_at > ${dueAt} or parcel.due_at is null or (parcel.due_at = ${dueAt} and parcel.parcel_id > ${place.parcelId}))`;
}

export type WorkCounts = {
  readonly mine: number;
  readonly unclaimed: number;
  readonly waiting: number;
  readonly total: number;
};

/** Counts from the index of the queue alone: 20,000 waiting parcels take about ten milliseconds. */
export const countWork = (on: Queryable, person: string): Promise<WorkCounts> =>
  one<WorkCounts>(
    on,
    sql`
select count(*) filter (where claimed_by = ${person})::integer as mine,
  count(*) filter (where claimed_by is null and not ${isAsked})::integer as unclaimed,
  count(*) filter (where ${isAsked})::integer as waiting,
  count(*)::integer as total
from parcel
where needs_officer`,
  );

/** Parcels that came to the queue or changed in it after a moment, and the moment of the latest change. */
export const countChanges = (
  on: Queryable,
  since: Moment,
): Promise<{ readonly parcels: number; readonly latest: Temporal.Instant | null }> =>
  one(
    on,
    sql`
select count(*)::integer as parcels, max(updated_at) as latest
from parcel
where needs_officer and updated_at > ${Temporal.Instant.fromEpochMilliseconds(since)}`,
  );

export type MeansRow = {
  readonly means: string;
  readonly arrivalAt: Temporal.Instant;
  readonly parcels: number;
};

type Window = { readonly from: Moment; readonly until: Moment };

const instant = (at: Moment): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at);

/** How many parcels each flight or truck brings, by the arrival that their senders state. */
export const readMeans = (on: Queryable, { from, until }: Window): Promise<readonly MeansRow[]> =>
  query<MeansRow>(
    on,
    sql`
select means, arrival_at, sum(parcels)::integer as parcels
from tally
where means is not null and arrival_at >= ${instant(from)} and arrival_at < ${instant(until)}
group by means, arrival_at
having sum(parcels) > 0
order by arrival_at, means
limit 2000`,
  );

export type MeansWorkRow = {
  readonly means: string;
  readonly dueAt: Temporal.Instant;
  readonly waiting: number;
  readonly toLookAt: number;
};

/** Parcels of each flight or truck that people have to act on. */
export const readMeansWork = (
  on: Queryable,
  { from, until }: Window,
): Promise<readonly MeansWorkRow[]> =>
  query<MeansWorkRow>(
    on,
    sql`
select means, due_at, count(*) filter (where ${isAsked})::integer as waiting,
  count(*) filter (where not ${isAsked})::integer as to_look_at
from parcel
where needs_officer and means is not null and due_at >= ${instant(from)} and due_at < ${instant(until)}
group by means, due_at
order by due_at, means
limit 2000`,
  );
