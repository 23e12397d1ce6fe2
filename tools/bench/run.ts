/** Carries out a whole measurement: path, ceiling and plain stack in turns, then single messages, losses and stages. */
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { repositoryRoot } from '../../platform/src/server/config.ts';
import { openDatabase, type Client, type Database } from '../../platform/src/server/db/connect.ts';
import { one, query, sql } from '../../platform/src/server/db/sql.ts';
import { foldDifferences } from '../../platform/test/support/fold.ts';
import { measureAssessments, type AssessmentMeasure } from './assessment.ts';
import { runCeiling } from './ceiling.ts';
import { tallyJob } from '../../platform/src/server/intake/tally-job.ts';
import { claimSlot } from '../../platform/src/server/jobs/store.ts';
import { median, rounded } from './figures.ts';
import { countLosses, type Losses } from './lost.ts';
import { openOwnPlatform } from './own-platform.ts';
import { writeBenchPack } from './pack.ts';
import { watchMemory, type MemoryWatch } from './memory.ts';
import { readMarks, readSlice } from './slice-rows.ts';
import { openLoad, runBulk, runPathSlice, type Load, type PathSlice } from './path.ts';
import { PLAIN_CONNECTIONS, runPlain, type PlainStack } from './plain.ts';
import { startServer, type ServerProcess } from './server-process.ts';
import { runSingles } from './singles.ts';
import { measureStages, type StageCost } from './stages.ts';
import { CEILING, dropTwins, once, openTwin, PLAIN } from './twins.ts';
import type { Options } from './options.ts';

export const SINGLES_PER_SECOND = 300;

export type Slice = {
  readonly path: PathSlice;
  /** In the order of COMBINATIONS. */
  readonly ceiling: readonly number[];
  /** In the order of PLAIN_CONNECTIONS. */
  readonly plain: readonly number[];
};

export type Measured = {
  readonly cores: number;
  readonly loadAverage: number;
  readonly slices: readonly Slice[];
  readonly bulkLatencies: readonly number[];
  readonly singleLatencies: readonly number[];
  readonly rss: { readonly at20s: number; readonly end: number };
  readonly diskBytes: number;
  readonly stages: readonly StageCost[];
  /** Charges alone, on one core, under the law of every pack. */
  readonly assessments: readonly AssessmentMeasure[];
  readonly lanes: Readonly<Record<string, number>>;
  readonly losses: Losses;
  readonly refusal: string | null;
  readonly itemsMean: number;
  readonly ledger: { readonly postings: number; readonly differences: readonly string[] } | null;
};

/** Everything that was opened, to be closed in reverse order whatever happens. */
type Closing = (() => Promise<void> | void)[];

type Bench = {
  readonly options: Options;
  readonly load: Load;
  readonly path: Database;
  readonly reader: Client;
  readonly ceiling: Database;
  readonly plain: PlainStack;
  /** Drops what was only measured beside the platform. */
  readonly clearTwins: () => Promise<void>;
  readonly packsDirectory: string;
  readonly dataDirectory: string;
  readonly partiesRead: Set<string>;
};

export async function measure(options: Options, say: (line: string) => void): Promise<Measured> {
  const [loadAverage = Number.NaN] = loadavg();
  const closing: Closing = [];
  try {
    const work = open(options, { closing, say }).then((bench) => carryOut(bench, say));
    const measured = await Promise.race([work, stopped()]);
    return { cores: availableParallelism(), loadAverage, ...measured };
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}

/** Rejects at a Ctrl-C, so that the server is stopped and its folder removed. */
function stopped(): Promise<never> {
  return new Promise((_resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => reject(new Error('The measurement was stopped.')));
  });
}

type Opening = { readonly closing: Closing; readonly say: (line: string) => void };

async function open(options: Options, { closing, say }: Opening): Promise<Bench> {
  say('Starting the platform and its PostgreSQL …');
  // Beside the platform's own data, for folders of temporary files may lie in memory, where nothing is ever synced.
  mkdirSync(join(repositoryRoot, '.luxor'), { recursive: true });
  const root = mkdtempSync(join(repositoryRoot, '.luxor', 'bench-'));
  // A PostgreSQL that is just ending may still write into it.
  closing.push(() =>
    rmSync(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 }),
  );
  const packsDirectory = writeBenchPack(root, options.rules);
  const dataDirectory = join(root, 'data');
  const server = await startServer({ dataDirectory, packsDirectory, processes: options.processes });
  closing.push(() => server.stop());
  const path = openDatabase({ ...server.connection, user: 'luxor', database: 'luxor' });
  closing.push(() => path.close());
  // A fold would take from a slice rows that its ceiling has to copy; it is a fifth of a second of work in a minute.
  await claimSlot(
    path.owner,
    tallyJob.kind,
    Temporal.Now.instant().add({ hours: 24 }).epochMilliseconds,
  );
  const reader = await path.intake.connect();
  closing.push(() => reader.release());
  const { database: ceiling } = await openTwin(server.connection, CEILING, 2);
  const closeCeiling = once(() => ceiling.close());
  closing.push(closeCeiling);
  const load = openLoad(server, Temporal.Now.instant().epochMilliseconds);
  closing.push(() => load.agent.destroy());
  const plain = await openPlainStack({ server, root, packsDirectory, load });
  const closePlain = once(() => plain.platform.close());
  closing.push(closePlain);
  const clearTwins = async (): Promise<void> => {
    await closeCeiling();
    await closePlain();
    await dropTwins(server.connection);
  };
  return { options, load, path, reader, ceiling, plain, clearTwins, packsDirectory, dataDirectory, partiesRead: new Set() }; // prettier-ignore
}

type Place = {
  readonly server: ServerProcess;
  readonly root: string;
  readonly packsDirectory: string;
  readonly load: Load;
};

async function openPlainStack({ server, root, packsDirectory, load }: Place): Promise<PlainStack> {
  const twin = await openTwin(server.connection, PLAIN, Math.max(...PLAIN_CONNECTIONS) + 2);
  const platform = await openOwnPlatform({ ...twin, packsDirectory, dataDirectory: join(root, 'plain') }); // prettier-ignore
  const [sender] = load.senders;
  if (sender === undefined) throw new Error('There is a sender.');
  return { platform, maker: sender.maker, sender: sender.code, serial: 0 };
}

async function carryOut(
  bench: Bench,
  say: (line: string) => void,
): Promise<Omit<Measured, 'cores' | 'loadAverage'>> {
  const { load, options } = bench;
  const bulkLatencies: number[] = [];
  await warmUp(bench, say);
  const diskBefore = await databaseBytes(bench.reader);
  const memory = watchMemory(load.server, options.seconds);
  const slices: Slice[] = [];
  const count = Math.max(3, Math.round(options.seconds / 10));
  for (let slice = 0; slice < count; slice++) {
    const seconds = options.seconds / count;
    const measured = await runSlice(bench, { slice, seconds, memory, bulkLatencies });
    slices.push(measured);
    say(`Slice ${slice + 1} of ${count}: ${sentenceOf(measured)}`);
  }
  const consignments = slices.reduce((sum, { path }) => sum + path.consignments, 0);
  const diskBytes = ((await databaseBytes(bench.reader)) - diskBefore) / consignments;
  const end = load.server.usage().rssBytes;
  await bench.clearTwins();
  say('Single messages beside bulk …');
  const singleLatencies = await runMixed(bench, slices);
  const all = [...load.senders, load.single];
  const losses = await countLosses(bench.reader, all);
  say('Stage by stage …');
  const stages = await runStages(bench);
  return {
    ...{ slices, bulkLatencies, singleLatencies, diskBytes, stages, losses },
    rss: { at20s: await memory.early(), end },
    assessments: measureAssessments(),
    lanes: await countLanes(bench.reader),
    refusal: all.find(({ refusal }) => refusal !== null)?.refusal ?? null,
    itemsMean: load.single.maker.itemsMean,
    ledger: options.ledger ? await checkLedger(bench.reader) : null,
  };
}

const sentenceOf = ({ path, ceiling, plain }: Slice): string =>
  `path ${rounded(path.perSecond)}, ceiling ${rounded(Math.max(...ceiling))}, plain ${rounded(Math.max(...plain))} a second`;

async function warmUp(bench: Bench, say: (line: string) => void): Promise<void> {
  say('Warming up …');
  const after = await readMarks(bench.reader);
  await runBulk(bench.load, { seconds: Math.min(10, Math.max(4, bench.options.seconds / 6)) });
  const rows = await readSlice(bench.reader, { after, partiesRead: bench.partiesRead });
  await runCeiling(bench.ceiling, rows, 0);
  for (const connections of PLAIN_CONNECTIONS)
    await runPlain(bench.plain, { connections, seconds: 1 });
}

type SliceRun = {
  readonly slice: number;
  readonly seconds: number;
  readonly memory: MemoryWatch;
  readonly bulkLatencies: number[];
};

async function runSlice(
  bench: Bench,
  { slice, seconds, memory, bulkLatencies }: SliceRun,
): Promise<Slice> {
  const after = await readMarks(bench.reader);
  memory.slice(seconds);
  const onLatency = (milliseconds: number): void => void bulkLatencies.push(milliseconds);
  const path = await runPathSlice(bench.load, bench.reader, { seconds, onLatency });
  await memory.early();
  const rows = await readSlice(bench.reader, { after, partiesRead: bench.partiesRead });
  const ceiling = await runCeiling(bench.ceiling, rows, slice);
  const plain: number[] = [];
  for (const connections of PLAIN_CONNECTIONS)
    plain.push(await runPlain(bench.plain, { connections, seconds: Math.max(1, seconds / 5) }));
  return { path, ceiling, plain };
}

/** Bulk at half the rate that the path reached, and beside it single messages that do not wait for one another. */
async function runMixed(
  { load, options }: Bench,
  slices: readonly Slice[],
): Promise<readonly number[]> {
  const perSecond = median(slices.map(({ path }) => path.perSecond)) / 2;
  const seconds = Math.min(20, Math.max(4, Math.round(options.seconds / 3)));
  const latencies: number[] = [];
  const bulk = runBulk(load, { seconds: seconds + 1, perSecond });
  const { server, single } = load;
  const singles = runSingles({
    address: server.address,
    sender: single,
    perSecond: SINGLES_PER_SECOND,
    seconds,
    onLatency: (milliseconds) => void latencies.push(milliseconds),
  });
  await Promise.all([bulk, singles]);
  return latencies;
}

async function runStages({
  path,
  load,
  packsDirectory,
  dataDirectory,
}: Bench): Promise<readonly StageCost[]> {
  const { connection } = load.server;
  const address = { ...connection, user: 'luxor', database: 'luxor' };
  const database = openDatabase(address, { intake: 2 });
  const platform = await openOwnPlatform({ database, address, packsDirectory, dataDirectory });
  const { maker, code, firstSerial } = load.single;
  const run = { platform, maker, sender: code, firstSerial: firstSerial + 10_000_000 };
  try {
    return await measureStages({ ...run, warmUp: 10, batches: 20 });
  } finally {
    await platform.close();
    await path.intake.query('select 1');
  }
}

async function databaseBytes(on: Client): Promise<number> {
  const { bytes } = await one<{ bytes: number }>(
    on,
    sql`select pg_database_size(current_database())::float8 as bytes`,
  );
  return bytes;
}

async function countLanes(on: Client): Promise<Readonly<Record<string, number>>> {
  const rows = await query<{ lane: string; parcels: number }>(
    on,
    sql`select coalesce(lane, 'none') as lane, count(*)::integer as parcels from parcel group by lane order by parcels desc`,
  );
  return Object.fromEntries(rows.map(({ lane, parcels }) => [lane, parcels]));
}

async function checkLedger(on: Client): Promise<NonNullable<Measured['ledger']>> {
  const { postings } = await one<{ postings: number }>(
    on,
    sql`select count(*)::integer as postings from posting`,
  );
  return { postings, differences: await foldDifferences(on) };
}
