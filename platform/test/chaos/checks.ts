/** What must hold after every crash: each acknowledged message once, books that balance, states that follow from the journal, a sound log. */
import assert from 'node:assert/strict';
import type { Database } from '../../src/server/db/connect.ts';
import { query, sql } from '../../src/server/db/sql.ts';
import { verifyDatabase } from '../../src/server/journal/verify.ts';
import { foldDifferences, unbalancedCurrencies } from '../support/fold.ts';
import { createClient, sendOnce, type Acknowledged, type Ledger, type Said } from './clients.ts';
import type { Letter } from './letters.ts';
import type { Victim } from './victim.ts';

const LETTERS_PER_STREAM = 300;

/** Letters of one sender each, as a stream takes them. */
function streamsOf(letters: readonly Letter[]): readonly (readonly Letter[])[] {
  const streams: Letter[][] = [];
  for (const letters_ of Map.groupBy(letters, ({ sender }) => sender).values())
    for (let at = 0; at < letters_.length; at += LETTERS_PER_STREAM)
      streams.push(letters_.slice(at, at + LETTERS_PER_STREAM));
  return streams;
}

/** Sends again what nobody knows about, until every message is acknowledged. */
export async function settleUnknown(victim: Victim, ledger: Ledger): Promise<void> {
  const client = createClient(victim);
  for (const stream of streamsOf([...ledger.unknown.values()])) {
    const left = await sendOnce({ client, ledger, letters: stream });
    assert.deepEqual(left, [], 'a platform that is back answers every message');
  }
  client.close();
}

/** A message that was acknowledged gets the same answer for ever: it is a duplicate of the submission it was told then. */
export async function checkAcknowledged(
  victim: Victim,
  acknowledged: readonly Acknowledged[],
): Promise<void> {
  const client = createClient(victim);
  const known = new Map(acknowledged.map(({ letter, submission }) => [letter.messageId, submission])); // prettier-ignore
  for (const stream of streamsOf(acknowledged.map(({ letter }) => letter))) {
    const said = await client.send(stream);
    const wrong = stream.flatMap((letter, index) => faultOf(letter, said[index], known));
    assert.deepEqual(wrong.slice(0, 5), [], 'an acknowledged message is in the record, once');
  }
  client.close();
}

function faultOf(
  letter: Letter,
  said: Said | undefined,
  known: ReadonlyMap<string, string>,
): readonly string[] {
  const expected = known.get(letter.messageId);
  return said?.status === 'duplicate' && said.submission === expected
    ? []
    : [`${letter.messageId} was ${String(expected)} and is ${JSON.stringify(said ?? null)}`];
}

/** Reads the whole record. */
export async function checkRecord(database: Database, ledger: Ledger): Promise<void> {
  const rows = await query<{ messageId: string; submissionId: bigint; statements: number }>(
    database.intake,
    sql`
select submission.message_id, submission.submission_id, count(statement.statement_id)::integer as statements
from submission
left join statement on statement.submission_id = submission.submission_id
group by submission.message_id, submission.submission_id
order by submission.message_id`,
  );
  const stored = new Map(rows.map((row) => [row.messageId, row]));
  assert.equal(stored.size, rows.length, 'no message is recorded twice');
  const wrong = [...ledger.acknowledged]
    .filter(([id, { submission }]) => stored.get(id)?.submissionId.toString() !== submission)
    .map(([id]) => id);
  assert.deepEqual(wrong, [], 'every acknowledged message is recorded as it was told');
  const torn = rows.filter(({ statements }) => statements !== 1).map(({ messageId }) => messageId);
  assert.deepEqual(torn, [], 'every message made the one statement it held');
  assert.deepEqual(await unbalancedCurrencies(database.intake), [], 'the ledger sums to zero');
  assert.deepEqual(await foldDifferences(database.intake), [], 'states and postings are the fold of the journal'); // prettier-ignore
  const report = await verifyDatabase(database);
  assert.ok(report.ok, JSON.stringify(report.problems));
}
