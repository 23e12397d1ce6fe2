/** Work is all or nothing, and what row-level security reads belongs to one transaction alone. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openFreshDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { isUniqueViolation } from './errors.ts';
import { execute, json, maybeOne, one, prepare, query, sql } from './sql.ts';
import { asOfficer, asTrader, inRetriedTransaction, inTransaction } from './transaction.ts';

const schema = `
create table parcel (
  parcel_id bigint,
  owner_party_id text not null,
  parcel_count integer not null default 0,
  constraint parcel_key primary key (parcel_id)
);
alter table parcel enable row level security;
alter table parcel force row level security;
create policy parcel_of_trader on parcel to luxor_trader
  using (owner_party_id = current_setting('luxor.party', true));
create policy parcel_of_officer on parcel to luxor_officer
  using ('examiner' = any(string_to_array(current_setting('luxor.roles', true), ','))
         and current_setting('luxor.person', true) <> '');
grant select on parcel to luxor_trader, luxor_officer;
grant select, insert, update, delete on parcel to luxor_intake;
`;

describe('the database', () => {
  let world: TestDatabase;
  before(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'luxor-transaction-'));
    writeFileSync(join(folder, '0001-parcel.sql'), schema);
    world = await openFreshDatabase({ migrations: folder });
    rmSync(folder, { recursive: true });
    await execute(world.database.intake, sql`insert into parcel values (1, 'anna'), (2, 'bela')`);
  });
  after(() => world.drop());

  const seen = sql`select parcel_id from parcel order by parcel_id`;

  test('without a context a trader and an officer see nothing', async () => {
    assert.deepEqual(await query(world.database.trader, seen), []);
    assert.deepEqual(await query(world.database.officer, seen), []);
  });

  test('a trader sees the rows of that party only', async () => {
    assert.deepEqual(await asTrader(world.database, 'anna', (own) => query(own, seen)), [
      { parcelId: 1n },
    ]);
    assert.deepEqual(await asTrader(world.database, "' or true --", (own) => query(own, seen)), []);
  });

  test('an officer sees what the roles allow', async () => {
    const examiner = { personId: 'p1', roles: ['cashier', 'examiner'] };
    assert.equal((await asOfficer(world.database, examiner, (own) => query(own, seen))).length, 2);
    assert.deepEqual(
      await asOfficer(world.database, { personId: 'p1', roles: ['cashier'] }, (own) =>
        query(own, seen),
      ),
      [],
    );
    await assert.rejects(
      asOfficer(world.database, { personId: 'p1', roles: ['cashier,examiner'] }, (own) =>
        query(own, seen),
      ),
    );
  });

  test('the context ends with its transaction, also when the work failed', async () => {
    for (let round = 0; round < 6; round += 1) {
      await assert.rejects(
        asTrader(world.database, 'anna', () => Promise.reject(new Error('broken'))),
        /broken/,
      );
      await asTrader(world.database, 'anna', (own) => query(own, seen));
      assert.deepEqual(await query(world.database.trader, seen), []);
    }
  });

  test('work that throws leaves no row, and the connection goes on serving', async () => {
    const insert = sql`insert into parcel values (3, 'anna')`;
    const failing = inTransaction(world.database.intake, async (own) => {
      await execute(own, insert);
      await execute(own, insert);
    });
    await assert.rejects(
      failing,
      (error) => isUniqueViolation(error, 'parcel_key') && !isUniqueViolation(error, 'other'),
    );
    assert.equal(
      await maybeOne(world.database.intake, sql`select from parcel where parcel_id = 3`),
      undefined,
    );
    assert.equal(world.database.intake.waitingCount, 0);
  });

  test('a connection that dies during the work rejects it and is replaced', async () => {
    const dying = inTransaction(world.database.intake, async (own) => {
      const { pid } = await one<{ pid: number }>(own, sql`select pg_backend_pid() as pid`);
      await execute(world.database.intake, sql`select pg_terminate_backend(${pid})`);
      await execute(own, sql`select 1`);
    });
    await assert.rejects(dying);
    assert.deepEqual(await one(world.database.intake, sql`select 1 as one`), { one: 1 });
  });

  test('transactions that break each other off are tried again and none is lost', async () => {
    await execute(world.database.intake, sql`insert into parcel values (10, 'anna'), (11, 'anna')`);
    const add = (order: readonly bigint[]) =>
      inRetriedTransaction(world.database.intake, async (own) => {
        for (const parcelId of order) {
          await execute(
            own,
            sql`update parcel set parcel_count = parcel_count + 1 where parcel_id = ${parcelId}`,
          );
        }
      });
    await Promise.all([0, 1, 2].flatMap(() => [add([10n, 11n]), add([11n, 10n])]));
    const counts = await query(
      world.database.intake,
      sql`select parcel_count from parcel where parcel_id in (10, 11)`,
    );
    assert.deepEqual(counts, [{ parcelCount: 6 }, { parcelCount: 6 }]);
  });

  test('values come back as the types they left with', async () => {
    const on = Temporal.PlainDate.from('2026-02-28');
    const at = Temporal.Instant.from('2026-02-28T23:59:59.123456Z');
    const row = await one<Record<string, unknown>>(
      world.database.owner,
      prepare(sql`select ${9_007_199_254_740_993n}::int8 as "big", ${on}::date as on_day, ${at}::timestamptz as at,
                  ${Uint8Array.of(0, 255)}::bytea as bytes, ${json({ amount: 5n })}::jsonb as body,
                  ${[1n, 2n]}::int8[] as numbers, ${[at]}::timestamptz[] as moments, ${[]}::date[] as days,
                  ${'1.10'}::numeric as rate, null::int8 as nothing`),
    );
    assert.equal(row['big'], 9_007_199_254_740_993n);
    assert.equal(String(row['onDay']), '2026-02-28');
    assert.equal(String(row['at']), '2026-02-28T23:59:59.123456Z');
    assert.deepEqual(row['bytes'], Buffer.from([0, 255]));
    assert.deepEqual(row['body'], { amount: '5' });
    assert.deepEqual(row['numbers'], [1n, 2n]);
    assert.equal(String(row['moments']), '2026-02-28T23:59:59.123456Z');
    assert.deepEqual([row['days'], row['rate'], row['nothing']], [[], '1.10', null]);
  });
});
