/** Every job takes effect once, or ends as a dead letter that can be seen, whatever dies on the way. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { execute, one, query, sql } from '../db/sql.ts';
import { asTrader, inTransaction } from '../db/transaction.ts';
import { handle, jobKind, type Effect, type JobHandler } from './job.ts';
import { enqueue } from './queue.ts';
import { runJobs, type JobReport, type RunOptions } from './run.ts';
import { countJobs, deadJobs, forgetDone, leaseJobs, reviveJob } from './store.ts';

const count = jobKind<{ number: number }>('count');
const NOON = 1_785_585_600_000;

async function queueWith(context: TestContext, numbers: readonly number[]): Promise<TestDatabase> {
  const world = await freshDatabase(context);
  await world.database.owner.query('create table effect (number integer not null)');
  await inTransaction(world.database.owner, async (own) => {
    for (const number of numbers) await enqueue(own, count, { subject: { number }, runAt: 0 });
  });
  return world;
}

/** Runs a worker until nothing waits, retries or runs, at a clock that the test moves. */
async function worked(
  { database }: TestDatabase,
  handlers: readonly JobHandler[],
  options: Partial<RunOptions> & { now?: () => number } = {},
): Promise<readonly JobReport[]> {
  const reports: JobReport[] = [];
  const stop = new AbortController();
  const world = { database, now: options.now ?? (() => NOON) };
  const report = (each: JobReport) => reports.push(each);
  const running = runJobs(world, handlers, { pollMs: 10, report, ...options, signal: stop.signal });
  await until(async () => (await open(database)) === 0);
  stop.abort();
  await running;
  return reports;
}

async function open(database: TestDatabase['database']): Promise<number> {
  const counts = await countJobs(database.owner);
  return counts
    .filter(({ state }) => state !== 'dead')
    .reduce((sum, each) => sum + Number(each.jobs), 0);
}

async function until(isReached: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1500; tries += 1) {
    if (await isReached()) return;
    await pause(20);
  }
  assert.fail('it was not reached within half a minute');
}

const counting = (effect: (number: number) => Effect) =>
  handle(count, { run: async (job) => effect(job.subject.number) });

const insert =
  (number: number): Effect =>
  async (own) => {
    await execute(own, sql`insert into effect (number) values (${number})`);
  };

const effects = ({ database }: TestDatabase) =>
  query<{ number: number }>(database.owner, sql`select number from effect order by number`);

test('a worker that is killed again and again leaves every effect exactly once', async (context) => {
  const numbers = Array.from({ length: 400 }, (_each, index) => index);
  const world = await queueWith(context, numbers);
  const program = join(import.meta.dirname, '../../../test/support/job-worker.ts');
  const startWorker = () =>
    spawn(process.execPath, [program, JSON.stringify(world.address)], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  let workers = [startWorker(), startWorker()];
  context.after(() => workers.forEach((worker) => worker.kill('SIGKILL')));
  for (let round = 0; round < 4; round += 1) {
    const before = (await effects(world)).length;
    await until(async () => (await effects(world)).length > before + 20);
    workers.shift()?.kill('SIGKILL');
    workers = [...workers, startWorker()];
  }
  // A database that throws everybody out is the other way to lose a worker's connection in the middle.
  await execute(
    world.database.owner,
    sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  ).catch(() => undefined);
  await until(async () => (await open(world.database)) === 0);
  assert.deepEqual(
    (await effects(world)).map(({ number }) => number),
    numbers,
  );
  const { taken } = await one<{ taken: bigint }>(
    world.database.owner,
    sql`select count(*) as taken from job where attempts > 1`,
  );
  assert.ok(taken > 0n, 'some jobs were in the hands of a killed worker');
});

test('a worker that lost its lease cannot write its effect', async (context) => {
  const world = await queueWith(context, [1]);
  let turn = 0;
  const slow = counting((number) => {
    turn += 1;
    return insert(number * 10 + turn);
  });
  const stolen: JobHandler = {
    ...slow,
    run: async (job, tools) => {
      if (job.attempts === 1)
        await execute(
          world.database.owner,
          sql`update job set fencing_token = fencing_token + 1, state = 'retrying', lease_until = null`,
        );
      return slow.run(job, tools);
    },
  };
  const reports = await worked(world, [stolen]);
  assert.deepEqual(
    reports.map(({ event }) => event),
    ['lease-lost', 'job-done'],
  );
  assert.deepEqual(await effects(world), [{ number: 12 }]);
});

test('work longer than its lease keeps it', async (context) => {
  const world = await queueWith(context, [1]);
  const long: JobHandler = {
    ...counting(insert),
    run: async () => pause(1300).then(() => insert(1)),
  };
  const reports = await worked(world, [long], { leaseSeconds: 0.6 });
  assert.deepEqual(
    reports.map(({ event }) => event),
    ['job-done'],
  );
});

test('an effect that fails leaves nothing, comes back later, and ends as a dead letter that can be revived', async (context) => {
  const world = await queueWith(context, [1, 2]);
  let now = NOON;
  const broken = counting((number) => async (own) => {
    await insert(number)(own);
    if (number === 2) throw new Error('the printer burns\0');
  });
  const reports = await worked(world, [{ ...broken, attemptsMax: 3 }], {
    now: () => (now += 1000),
  });
  assert.equal(reports.filter(({ event }) => event === 'job-failed').length, 3);
  assert.deepEqual(await effects(world), [{ number: 1 }]);
  const [dead, ...more] = await deadJobs(world.database.owner, { after: 0n, limit: 10 });
  assert.deepEqual(more, []);
  assert.deepEqual(
    [dead?.subject, dead?.attempts, dead?.lastError],
    [{ number: 2 }, 3, 'Error: the printer burns'],
  );
  assert.ok(await reviveJob(world.database.owner, dead?.jobId ?? 0n, now));
  await worked(world, [counting(insert)], { now: () => (now += 1000) });
  assert.equal((await effects(world)).length, 2);
});

test('a job that hangs is a failure after its time, and a job that kills its worker dies at last', async (context) => {
  const world = await queueWith(context, [1]);
  const hanging: JobHandler = {
    ...counting(insert),
    runSecondsMax: 0.05,
    attemptsMax: 1,
    run: () => new Promise(() => undefined),
  };
  await worked(world, [hanging]);
  const [dead] = await deadJobs(world.database.owner, { after: 0n, limit: 10 });
  assert.match(dead?.lastError ?? '', /took longer than 0\.05 s/);
  await reviveJob(world.database.owner, dead?.jobId ?? 0n, NOON);
  // Taken by workers that die at once: each lease passes unused.
  const lethal: JobHandler = {
    ...counting(insert),
    attemptsMax: 2,
    run: () => assert.fail('it is not run again'),
  };
  for (const attempt of [1, 2]) {
    const leased = await leaseJobs(world.database.owner, {
      kinds: ['count'],
      now: NOON,
      count: 1,
      leaseSeconds: 0,
    });
    assert.deepEqual(
      leased.map(({ attempts }) => attempts),
      [attempt],
    );
    if (attempt === 1)
      await execute(
        world.database.owner,
        sql`update job set state = 'retrying', lease_until = null`,
      );
  }
  await worked(world, [lethal]);
  const [again] = await deadJobs(world.database.owner, { after: 0n, limit: 10 });
  assert.match(again?.lastError ?? '', /worker stopped/);
});

test('jobs run in the order of their priority and time, and not before their time', async (context) => {
  const world = await queueWith(context, []);
  const wanted = [
    { subject: { number: 3 }, runAt: NOON - 1000 },
    { subject: { number: 2 }, runAt: NOON - 2000 },
    { subject: { number: 1 }, runAt: NOON - 10, priority: 1 },
    { subject: { number: 4 }, runAt: NOON + 1 },
  ];
  await inTransaction(world.database.intake, async (own) => {
    for (const each of wanted) await enqueue(own, count, each);
  });
  const leased = await leaseJobs(world.database.owner, {
    kinds: ['count', 'other'],
    now: NOON,
    count: 10,
    leaseSeconds: 5,
  });
  assert.deepEqual(
    new Set(leased.map(({ subject }) => JSON.stringify(subject))),
    new Set(['{"number":1}', '{"number":2}', '{"number":3}']),
  );
  const order: number[] = [];
  await execute(
    world.database.owner,
    sql`update job set state = 'retrying', lease_until = null where state = 'leased'`,
  );
  let now = NOON;
  const noting = counting((number) => async () => void order.push(number));
  await worked(world, [noting], { concurrency: 1, now: () => now++ });
  assert.deepEqual(order, [1, 2, 3, 4]);
});

test('a job whose key still waits is not added, one that runs does not count, and a rollback adds nothing', async (context) => {
  const world = await queueWith(context, []);
  const add = () =>
    inTransaction(world.database.owner, (own) =>
      enqueue(own, count, { subject: { number: 1 }, runAt: 0, key: 'k' }),
    );
  await add();
  await add();
  const request = { kinds: ['count'], now: NOON, count: 10, leaseSeconds: 5 };
  assert.equal((await leaseJobs(world.database.owner, request)).length, 1);
  await add();
  await assert.rejects(
    inTransaction(world.database.owner, async (own) => {
      await enqueue(own, count, { subject: { number: 2 }, runAt: 0 });
      throw new Error('rolled back');
    }),
  );
  assert.equal((await leaseJobs(world.database.owner, request)).length, 1);
});

test('a trader may ask for work but not look into the queue', async (context) => {
  const world = await queueWith(context, []);
  const job = { subject: { number: 1 }, runAt: 0, key: 'k' };
  await asTrader(world.database, 'anna', async (own) => {
    await enqueue(own, count, job);
    await enqueue(own, count, job);
  });
  await assert.rejects(
    asTrader(world.database, 'anna', (own) => countJobs(own)),
    { code: '42501' },
  );
  assert.equal(await open(world.database), 1);
});

test('of several workers one enqueues each slot of a periodic job, and missed slots become one', async (context) => {
  const world = await queueWith(context, []);
  const slots: number[] = [];
  const hourly = handle(jobKind<{ slotAt: number }>('hourly'), {
    everySeconds: 3600,
    run: async (job) => async () => void slots.push(job.subject.slotAt),
  });
  for (const now of [NOON + 1000, NOON + 2000, NOON + 5 * 3_600_000]) {
    await Promise.all(
      [1, 2, 3].map(async () => {
        const stop = new AbortController();
        const running = runJobs({ database: world.database, now: () => now }, [hourly], {
          signal: stop.signal,
          pollMs: 10,
        });
        await until(async () => slots.includes(Math.floor(now / 3_600_000) * 3_600_000));
        stop.abort();
        await running;
      }),
    );
  }
  assert.deepEqual(slots, [NOON, NOON + 5 * 3_600_000]);
  assert.equal(await forgetDone(world.database.owner, NOON * 2), 2);
});
