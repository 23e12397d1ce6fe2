/** The path under load: slices of bulk from several senders, with what Node and PostgreSQL used and what the disk took. */
import { Agent } from 'node:http';
import process from 'node:process';
import type { Client } from '../../platform/src/server/db/connect.ts';
import { one, sql } from '../../platform/src/server/db/sql.ts';
import { createMessageMaker, SENDERS } from './messages.ts';
import { postgresMicroseconds } from './processor.ts';
import type { ServerProcess } from './server-process.ts';
import { newSender, runStream, type Sender } from './stream.ts';

/** Serial numbers that one stream may use. */
const SERIALS_PER_STREAM = 20_000_000;

export type PathSlice = {
  readonly consignments: number;
  /** From the first message to the last answer. */
  readonly seconds: number;
  readonly perSecond: number;
  /** Microseconds of processor a consignment. */
  readonly node: number;
  readonly postgres: number;
  readonly client: number;
  readonly walBytes: number;
};

export type Load = {
  readonly server: ServerProcess;
  readonly senders: readonly Sender[];
  /** Single messages: another sender of the first party. */
  readonly single: Sender;
  readonly agent: Agent;
};

export function openLoad(server: ServerProcess, now: number): Load {
  const senders = SENDERS.map(({ code }, index) =>
    newSender({
      code,
      key: server.keys[index] ?? '',
      maker: createMessageMaker(code, now),
      firstSerial: index * SERIALS_PER_STREAM,
    }),
  );
  const [first] = senders;
  if (first === undefined) throw new Error('There is a sender.');
  const single = newSender({ ...first, firstSerial: senders.length * SERIALS_PER_STREAM });
  return { server, senders, single, agent: new Agent({ keepAlive: true }) };
}

export type Bulk = {
  readonly seconds: number;
  /** Of all senders together; full load when undefined. */
  readonly perSecond?: number;
  readonly onLatency?: (milliseconds: number) => void;
};

/** Gives the number of answered messages. */
export async function runBulk({ server, senders, agent }: Load, bulk: Bulk): Promise<number> {
  const until = performance.now() + bulk.seconds * 1_000;
  const before = answeredBy(senders);
  await Promise.all(
    senders.map((sender) =>
      runStream(sender, {
        agent,
        until,
        address: server.address,
        onLatency: bulk.onLatency ?? (() => undefined),
        ...(bulk.perSecond === undefined ? {} : { perSecond: bulk.perSecond / senders.length }),
      }),
    ),
  );
  return answeredBy(senders) - before;
}

const answeredBy = (senders: readonly Sender[]): number =>
  senders.reduce((sum, sender) => sum + sender.answered, 0);

/** `on` is a connection to the platform's database. */
export async function runPathSlice(load: Load, on: Client, bulk: Bulk): Promise<PathSlice> {
  const before = await readClocks(load, on);
  const consignments = await runBulk(load, bulk);
  const after = await readClocks(load, on);
  const seconds = after.at - before.at;
  const each = (what: 'node' | 'postgres' | 'client' | 'wal'): number =>
    (after[what] - before[what]) / consignments;
  return {
    ...{ consignments, seconds, perSecond: consignments / seconds },
    ...{ node: each('node'), postgres: each('postgres'), client: each('client') },
    walBytes: each('wal'),
  };
}

type Clocks = Readonly<Record<'at' | 'node' | 'postgres' | 'client' | 'wal', number>>;

async function readClocks({ server }: Load, on: Client): Promise<Clocks> {
  const { wal } = await one<{ wal: number }>(
    on,
    sql`select (pg_current_wal_lsn() - '0/0')::float8 as wal`,
  );
  const { processorMicroseconds: node } = server.usage();
  const { user, system } = process.cpuUsage();
  return {
    ...{ at: performance.now() / 1_000, node, client: user + system, wal },
    postgres: postgresMicroseconds(server.postmaster),
  };
}
