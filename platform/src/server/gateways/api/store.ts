/** Reads what a trader may see; row-level security decides which rows, this file only which columns. */
import type { HouseReference } from '../../../domain/advance-data/statement.ts';
import type { OutsideState } from '../../../domain/kernel/outside-state.ts';
import { shardOf } from '../../../domain/kernel/shard.ts';
import { maybeOne, sql, type Queryable } from '../../db/sql.ts';

export type SubmissionAnswerRow = {
  readonly submissionId: bigint;
  readonly receivedAt: Temporal.Instant;
  readonly answer: string;
};

export const readSubmission = (
  on: Queryable,
  messageId: string,
): Promise<SubmissionAnswerRow | undefined> =>
  maybeOne<SubmissionAnswerRow>(
    on,
    sql`select submission_id, received_at, answer from submission where message_id = ${messageId}`,
  );

export type OutsideRow = {
  readonly outside: OutsideState;
  readonly outsideAt: Temporal.Instant;
  readonly outsideBefore: OutsideState;
};

/** The latest parcel of a number. */
export const readOutside = (
  on: Queryable,
  reference: HouseReference,
): Promise<OutsideRow | undefined> =>
  maybeOne<OutsideRow>(
    on,
    sql`
select outside, outside_at, outside_before
from parcel
where shard_key = ${shardOf(reference.number)} and scheme = ${reference.scheme} and number = ${reference.number}
order by parcel_id desc
limit 1`,
  );

/** Keeps an idempotency key; gives the content it stands for when it was there before. */
export async function keepIdempotencyKey(
  on: Queryable,
  key: {
    readonly partyId: number;
    readonly key: string;
    readonly messageId: string;
    readonly digest: Buffer;
  },
): Promise<{ readonly messageId: string; readonly digest: Buffer } | undefined> {
  return maybeOne(
    on,
    sql`
with kept as (
  insert into idempotency_key (owner_party_id, key, message_id, digest, kept_until)
  values (${key.partyId}, ${key.key}, ${key.messageId}, ${key.digest}, current_date + 30)
  on conflict (owner_party_id, key) do nothing
  returning message_id
)
select message_id, digest
from idempotency_key
where owner_party_id = ${key.partyId} and key = ${key.key} and not exists (select 1 from kept)`,
  );
}
