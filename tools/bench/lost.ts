/** Counts what is lost: messages that were acknowledged and are not in the database, and messages that were never answered. */
import { query, sql, type Queryable } from '../../platform/src/server/db/sql.ts';
import { OUTCOMES, type Sender } from './stream.ts';

export type Losses = {
  readonly acknowledged: number;
  readonly refused: number;
  readonly unanswered: number;
  /** Acknowledged, but without a submission, or without a parcel. */
  readonly absent: number;
};

/** Compares message by message; a count alone could hide one lost behind one doubled. */
export async function countLosses(on: Queryable, senders: readonly Sender[]): Promise<Losses> {
  let acknowledged = 0;
  let refused = 0;
  let unanswered = 0;
  let absent = 0;
  for (const sender of senders) {
    const stored = await readStored(on, sender);
    for (let place = 0; place < sender.sent; place++) {
      const outcome = sender.outcomes[place];
      if (outcome === OUTCOMES.sent) unanswered += 1;
      else if (outcome === OUTCOMES.refused) refused += 1;
      else {
        acknowledged += 1;
        if (stored[place] !== 1) absent += 1;
      }
    }
  }
  return { acknowledged, refused, unanswered, absent };
}

/** One where the submission of a sender's message and its parcel are both there. */
async function readStored(on: Queryable, { code, firstSerial, sent }: Sender): Promise<Uint8Array> {
  const stored = new Uint8Array(sent);
  const rows = await query<{ serial: number }>(
    on,
    sql`
select substr(submission.message_id, 3)::integer as serial
from submission
join registered_party on registered_party.party_id = submission.owner_party_id
join statement on statement.submission_id = submission.submission_id
join parcel on parcel.shard_key = statement.shard_key and parcel.parcel_id = statement.parcel_id
where registered_party.code = ${code}
order by submission.message_id`,
  );
  for (const { serial } of rows) {
    const place = serial - firstSerial;
    if (place >= 0 && place < sent) stored[place] = (stored[place] ?? 0) + 1;
  }
  return stored;
}
