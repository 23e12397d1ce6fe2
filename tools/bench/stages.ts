/** Measures each stage of the path by itself: batches of 500 go through the stages one after another, and both processes' clocks are read between. */
import process from 'node:process';
import { dayAt } from '../../platform/src/domain/kernel/instant.ts';
import { present } from '../../platform/src/domain/kernel/invariant.ts';
import { limits } from '../../platform/src/domain/kernel/limits.ts';
import { one, sql } from '../../platform/src/server/db/sql.ts';
import type { Transaction } from '../../platform/src/server/db/transaction.ts';
import { writtenAnswer } from '../../platform/src/server/gateways/api/answer-schema.ts';
import { readNdjson } from '../../platform/src/server/gateways/json/ndjson-door.ts';
import { answerRecorded } from '../../platform/src/server/intake/answers.ts';
import { NO_QUOTES } from '../../platform/src/server/intake/known-quotes.ts';
import type { Arriving } from '../../platform/src/server/intake/arriving.ts';
import { assembleRows, type Recorded } from '../../platform/src/server/intake/assemble.ts';
import type { Batch } from '../../platform/src/server/intake/batch.ts';
import { loadBatch } from '../../platform/src/server/intake/load.ts';
import { prepare, type Prepared } from '../../platform/src/server/intake/prepare.ts';
import { sortOut } from '../../platform/src/server/intake/sort-out.ts';
import { writeBatch } from '../../platform/src/server/intake/store.ts';
import { takeMessage } from '../../platform/src/server/intake/take-message.ts';
import { wantedBy } from '../../platform/src/server/intake/wanted.ts';
import { openGuarantees } from '../../platform/src/server/intake/guarantees.ts';
import { openWorkingSet } from '../../platform/src/server/intake/working-set.ts';
import { createSegmentBuilder } from '../../platform/src/server/journal/segment.ts';
import type { Platform } from '../../platform/src/server/world.ts';
import { MESSAGE_BYTES, type MessageMaker } from './messages.ts';
import { backendMicroseconds } from './processor.ts';

export const STAGES = [
  'read',
  'validate',
  'load',
  'decide',
  'assemble',
  'record',
  'answer',
] as const;
export type StageName = (typeof STAGES)[number];
export type StageCost = {
  readonly name: StageName;
  readonly nodeMicroseconds: number;
  readonly postgresMicroseconds: number;
};

export type StageRun = {
  readonly platform: Platform;
  readonly maker: MessageMaker;
  readonly sender: string;
  readonly firstSerial: number;
  /** Batches before the clock counts, until the code is compiled and the plans are made. */
  readonly warmUp: number;
  readonly batches: number;
};

const BATCH = limits.batchSubmissionsMax;

/** Microseconds of processor a consignment, of the whole node process and of the one backend. */
export async function measureStages(run: StageRun): Promise<readonly StageCost[]> {
  const client = await run.platform.tools.pool.connect();
  try {
    const { pid } = await one<{ pid: number }>(client, sql`select pg_backend_pid() as pid`);
    const clock = createClock(pid);
    for (let batch = 0; batch < run.warmUp + run.batches; batch++) {
      if (batch === run.warmUp) clock.reset();
      await passThrough(run, client, { clock, serial: run.firstSerial + batch * BATCH });
    }
    return clock.costs(run.batches * BATCH);
  } finally {
    client.release();
  }
}

type Clock = {
  readonly reset: () => void;
  /** Books what was used since the last call under a stage. */
  readonly book: (stage: StageName) => void;
  readonly start: () => void;
  readonly costs: (consignments: number) => readonly StageCost[];
};

function createClock(pid: number): Clock {
  const used = new Map<StageName, { node: number; postgres: number }>();
  const read = () => {
    const { user, system } = process.cpuUsage();
    return { node: user + system, postgres: backendMicroseconds(pid) };
  };
  let last = read();
  return {
    reset: () => used.clear(),
    start: () => void (last = read()),
    book: (stage) => {
      const now = read();
      const before = used.get(stage) ?? { node: 0, postgres: 0 };
      used.set(stage, {
        node: before.node + now.node - last.node,
        postgres: before.postgres + now.postgres - last.postgres,
      });
      last = now;
    },
    costs: (consignments) =>
      STAGES.map((name) => {
        const { node, postgres } = used.get(name) ?? { node: 0, postgres: 0 };
        return {
          name,
          nodeMicroseconds: node / consignments,
          postgresMicroseconds: postgres / consignments,
        };
      }),
  };
}

type Step = { readonly clock: Clock; readonly serial: number };

async function passThrough(
  run: StageRun,
  client: Transaction,
  { clock, serial }: Step,
): Promise<void> {
  const { tools } = run.platform;
  const bytes = linesOf(run.maker, serial);
  const at = tools.now();
  const day = dayAt(at, tools.context.zoneOffsetMinutes);
  await tools.ready(day);
  clock.start();
  const arriving = await read(run, bytes);
  clock.book('read');
  const prepared = arriving.map((message) => prepare(message, tools.context));
  clock.book('validate');
  await client.query('begin');
  const { batch, fresh } = await load(run, client, { prepared, at, day });
  clock.book('load');
  const recorded = decide(batch, fresh);
  clock.book('decide');
  const batchId = tools.context.nextId();
  const segment = createSegmentBuilder(batchId, await tools.dataKey(day));
  const { rows, signed } = await assembleRows(batch, recorded, { batchId, segment, signer: tools.signer, day }); // prettier-ignore
  clock.book('assemble');
  await writeBatch(client, rows);
  clock.book('record');
  const written = recorded.map(
    (each, index) =>
    JSON.stringify({ line: index + 1, ...writtenAnswer(answerRecorded(each, () => signed.receipt(index, segment.salt(index)))) }), // prettier-ignore
  );
  clock.book('answer');
  if (written.length !== BATCH) throw new Error('Every message of a batch is recorded.');
}

function linesOf(maker: MessageMaker, serial: number): Buffer {
  const bytes = Buffer.allocUnsafe(BATCH * (MESSAGE_BYTES + 1));
  let at = 0;
  for (let message = 0; message < BATCH; message++) at = maker.write(bytes, at, serial + message);
  return bytes;
}

const SOCKET_BYTES = 65_536;

/** In pieces of the size that sockets give. */
async function* inPieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += SOCKET_BYTES)
    yield bytes.subarray(at, at + SOCKET_BYTES);
}

async function read({ platform, sender }: StageRun, bytes: Buffer): Promise<readonly Arriving[]> {
  const owner = present(platform.parties.byCode(sender), 'the sender is registered');
  const arriving: Arriving[] = [];
  for await (const result of readNdjson(inPieces(bytes))) {
    if ('findings' in result) throw new Error('A message of the measurement was refused.');
    const { wire, raw } = result;
    arriving.push({ owner, wire, raw, receivedAt: platform.now() });
  }
  return arriving;
}

type Loading = {
  readonly prepared: readonly Prepared[];
  readonly at: number;
  readonly day: number;
};
type Opened = { readonly batch: Batch; readonly fresh: ReturnType<typeof sortOut>['fresh'] };

async function load(
  { platform }: StageRun,
  client: Transaction,
  { prepared, at, day }: Loading,
): Promise<Opened> {
  const loaded = await loadBatch(client, wantedBy(prepared, day));
  const { fresh } = sortOut(prepared, loaded);
  const batch: Batch = {
    context: platform.tools.context,
    working: openWorkingSet(loaded),
    partyDays: new Map(Object.entries(loaded.partyDays)),
    quotes: NO_QUOTES,
    guarantees: openGuarantees(loaded),
    at,
    ...{ statements: [], entries: [], links: [], undo: [] },
  };
  return { batch, fresh };
}

function decide(batch: Batch, fresh: Opened['fresh']): readonly Recorded[] {
  return fresh.map(({ message, prepared }) => {
    batch.undo.length = 0;
    const taken = takeMessage(batch, prepared, message);
    if (taken.status !== 'recorded') throw new Error('A message of the measurement was refused.');
    return { prepared, taken, message };
  });
}
