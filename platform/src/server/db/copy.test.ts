/** What is copied into a table is what is read back, whatever the rows are. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { openFreshDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { copyAll, copyOf, copyRows } from './copy.ts';
import { recordset } from './recordset.ts';
import { execute, one, query, sql } from './sql.ts';
import { table, type RowOf } from './table.ts';
import { inTransaction } from './transaction.ts';

const sample = table('sample', [
  { name: 'sample_number', type: 'int4' },
  { name: 'small', type: 'int2', nullable: true },
  { name: 'minor', type: 'int8', nullable: true },
  { name: 'score', type: 'float8', nullable: true },
  { name: 'flag', type: 'bool', nullable: true },
  { name: 'note', type: 'text', nullable: true },
  { name: 'currency', type: 'char', nullable: true },
  { name: 'digest', type: 'bytea', nullable: true },
  { name: 'stated_at', type: 'timestamptz', nullable: true },
  { name: 'on_day', type: 'date', nullable: true },
  { name: 'body', type: 'jsonb', nullable: true },
]);

const definition = `create table sample (sample_number int4 primary key, small int2, minor int8, score float8, flag bool, note text,
  currency char(3), digest bytea, stated_at timestamptz, on_day date, body jsonb)`;

type SampleRow = RowOf<typeof sample>;

const text = fc
  .string({ unit: 'grapheme', maxLength: 200 })
  .map((each) => each.replaceAll('\0', ' '));
const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null, freq: 4 });
const milliseconds = fc.integer({ min: -60_000_000_000_000, max: 250_000_000_000_000 });

const rowsWithoutNumber = fc.record({
  small: maybe(fc.integer({ min: -32_768, max: 32_767 })),
  minor: maybe(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
  score: maybe(fc.double({ noNaN: true, noDefaultInfinity: true })),
  flag: maybe(fc.boolean()),
  note: maybe(text),
  currency: maybe(fc.stringMatching(/^[A-Z]{3}$/)),
  digest: maybe(fc.uint8Array({ maxLength: 100 })),
  statedAt: maybe(milliseconds),
  onDay: maybe(fc.integer({ min: -700_000, max: 2_900_000 })),
  body: maybe(
    fc
      .jsonValue()
      .map((value) => JSON.stringify({ value: JSON.stringify(value).replaceAll('\\u0000', '') })),
  ),
});

const rowLists: fc.Arbitrary<readonly SampleRow[]> = fc
  .array(rowsWithoutNumber, { maxLength: 60 })
  .map((rows) => rows.map((row, index) => ({ ...row, sampleNumber: index - 5 })));

/** Rows in a form that the statement below reads back: every value as PostgreSQL itself sees it. */
function expected(row: SampleRow) {
  const { statedAt, body, score } = row;
  return {
    ...row,
    digest: row.digest === null ? null : Buffer.from(row.digest),
    minor: row.minor === null ? null : BigInt(row.minor),
    score: score === 0 ? 0 : score,
    statedAt: statedAt === null ? null : BigInt(Number(statedAt)) * 1000n,
    body: body === null ? null : (JSON.parse(body) as unknown),
  };
}

const readBack = sql`
  select sample_number, small, minor, score + 0 as score, flag, note, currency, digest,
         (extract(epoch from stated_at) * 1000000)::int8 as stated_at, on_day - date '1970-01-01' as on_day, body
  from sample
  order by sample_number`;

describe('rows', () => {
  let world: TestDatabase;
  before(async () => {
    world = await openFreshDatabase();
    await world.database.owner.query(definition);
  });
  after(() => world.drop());

  test('any rows are read back as they were copied', async () => {
    await fc.assert(
      fc.asyncProperty(rowLists, async (rows) => {
        await inTransaction(world.database.owner, async (own) => {
          await execute(own, sql`truncate sample`);
          await copyRows(own, sample, rows);
          assert.deepEqual(await query(own, readBack), rows.map(expected));
        });
      }),
      { numRuns: 150 },
    );
  });

  test('any rows are read back as they were inserted from a recordset', async () => {
    await fc.assert(
      fc.asyncProperty(rowLists, async (rows) => {
        await inTransaction(world.database.owner, async (own) => {
          await execute(own, sql`truncate sample`);
          await execute(
            own,
            sql`insert into sample select r.* from ${recordset(sample, rows, 'r')}`,
          );
          assert.deepEqual(await query(own, readBack), rows.map(expected));
        });
      }),
      { numRuns: 100 },
    );
  });

  test('a load of many frames arrives whole, and texts of every length keep their bytes', async () => {
    const empty = {
      small: null,
      minor: null,
      score: null,
      flag: null,
      currency: null,
      digest: null,
      statedAt: null,
      onDay: null,
      body: null,
    };
    const rows = Array.from({ length: 3000 }, (_each, index) => ({
      ...empty,
      sampleNumber: index,
      note: 'é'.repeat(index % 400) + 'x'.repeat(index % 700),
    }));
    await inTransaction(world.database.owner, async (own) => {
      await execute(own, sql`truncate sample`);
      await copyRows(own, sample, rows);
      const notes = await query<{ note: string }>(
        own,
        sql`select note from sample order by sample_number`,
      );
      assert.deepEqual(
        notes.map(({ note }) => note),
        rows.map(({ note }) => note),
      );
    });
  });

  test('an instant keeps its microseconds', async () => {
    const at = Temporal.Instant.from('2026-08-01T00:00:00.000001Z');
    const moment = table('moment', [{ name: 'at', type: 'timestamptz' }]);
    await inTransaction(world.database.owner, async (own) => {
      await own.query('create table moment (at timestamptz)');
      await copyRows(own, moment, [{ at }, { at: -0.001 }]);
      await execute(
        own,
        sql`insert into moment select r.* from ${recordset(moment, [{ at: -0.0001 }, { at: 999.9999 }], 'r')}`,
      );
      const rows = await query<{ at: Temporal.Instant }>(
        own,
        sql`select at from moment order by at desc`,
      );
      assert.deepEqual(
        rows.map((row) => String(row.at)),
        [
          '2026-08-01T00:00:00.000001Z',
          '1970-01-01T00:00:01Z',
          '1970-01-01T00:00:00Z',
          '1969-12-31T23:59:59.999999Z',
        ],
      );
    });
  });

  const number = table('number', [{ name: 'number', type: 'int4' }]);

  test('a value that a column cannot hold is named before anything is sent', async () => {
    for (const value of [2 ** 31, 1.5, Number.NaN, null, undefined, '7']) {
      await assert.rejects(
        inTransaction(world.database.owner, (own) =>
          copyRows(own, number, [{ number: value as number }]),
        ),
        /Column number \(int4\) cannot hold/,
      );
    }
    const note = table('sample', [{ name: 'note', type: 'text' }]);
    await assert.rejects(
      inTransaction(world.database.owner, (own) => copyRows(own, note, [{ note: 'a\0b' }])),
      /cannot hold/,
    );
  });

  test('an error in one of several tables fails them all, and the connection goes on serving', async () => {
    await world.database.owner.query('create table if not exists number (number int4 primary key)');
    const client = await world.database.owner.connect();
    try {
      const missing = table('no_such_table', [{ name: 'number', type: 'int4' }]);
      const loads = [
        copyOf(number, [{ number: 1 }]),
        copyOf(missing, [{ number: 1 }]),
        copyOf(number, [{ number: 2 }]),
      ];
      await assert.rejects(copyAll(client, loads), { code: '42P01' });
      assert.deepEqual(await one(client, sql`select count(*)::int4 as rows from number`), {
        rows: 0,
      });
      await assert.rejects(copyRows(client, number, [{ number: 1 }, { number: 1 }]), {
        code: '23505',
      });
      await copyAll(client, [
        copyOf(number, [{ number: 1 }]),
        copyOf(number, []),
        copyOf(number, [{ number: 2 }]),
      ]);
      assert.deepEqual(await one(client, sql`select sum(number)::int4 as sum from number`), {
        sum: 3,
      });
    } finally {
      client.release();
    }
  });
});
