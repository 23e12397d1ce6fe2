/** A worker process to be killed: counts each job in the table `effect` after a little slow work. */
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase, type DatabaseAddress } from '../../src/server/db/connect.ts';
import { execute, sql } from '../../src/server/db/sql.ts';
import { handle, jobKind } from '../../src/server/jobs/job.ts';
import { runJobs } from '../../src/server/jobs/run.ts';

const database = openDatabase(JSON.parse(process.argv[2] ?? '') as DatabaseAddress);
const world = { database, now: () => Temporal.Now.instant().epochMilliseconds };

const count = handle(jobKind<{ number: number }>('count'), {
  attemptsMax: 1000,
  run: async (job) => {
    await pause(Math.random() * 10);
    return async (own) => {
      await execute(own, sql`insert into effect (number) values (${job.subject.number})`);
      await pause(Math.random() * 10);
    };
  },
});

const stop = new AbortController();
process.on('SIGTERM', () => {
  stop.abort();
});
await runJobs(world, [count], { signal: stop.signal, concurrency: 8, pollMs: 50, leaseSeconds: 1 });
await database.close();
