/** Proves that rows read by COPY and written again are the same rows, cut into batches without a gap. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copyAll } from '../../platform/src/server/db/copy.ts';
import { inTransaction } from '../../platform/src/server/db/transaction.ts';
import { freshDatabase } from '../../platform/test/support/database.ts';
import { copyOut } from './copy-out.ts';
import { loadOf, readTuples, rowsOf } from './tuples.ts';

const READ = 'copy (select number, word, amount from original order by number) to stdout';
const WRITE = 'copy twin (number, word, amount) from stdin (format binary)';

test('rows that COPY gave are written again byte by byte, in any batches', async (context) => {
  const { database } = await freshDatabase(context);
  await inTransaction(database.owner, async (client) => {
    await client.query('create table original (number integer, word text, amount bigint)');
    await client.query('create table twin (like original)');
    await client.query(
      `insert into original
       select n, case when n % 7 = 0 then null else repeat('a', n % 900) end, n::bigint * 4000000000
       from generate_series(1, 2000) as n`,
    );
    const copied = await copyOut(client, `${READ} (format binary)`);
    const tuples = readTuples(copied);
    assert.equal(rowsOf(tuples), 2_000);
    const ranges = [[0, 1], [1, 1_234], [1_234, 2_000]] as const; // prettier-ignore
    for (const range of ranges) await copyAll(client, [loadOf(WRITE, tuples, range)]);
    const again = await copyOut(client, `${READ.replace('original', 'twin')} (format binary)`);
    assert.ok(again.equals(copied), 'the same bytes come back');
  });
});
