/** Our own PostgreSQL survives what machines do to it: kills of it and of us, two owners, closed folders. */
import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startEmbedded, type Connection } from './embedded.ts';
import { isConnectionLost } from './errors.ts';

const isRoot = process.getuid?.() === 0;

/** Where nothing is said about what survives: syncing a new cluster's thousand files is most of a start. */
const unsynced = { durability: 'throwaway' } as const;

function temporaryFolder(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'luxor-embedded-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function asked<Row extends pg.QueryResultRow>(connection: Connection, text: string) {
  const client = new pg.Client({ ...connection });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

type Said = Readonly<{ pid: number; connection: Connection; fault?: string; sentence?: string }>;

/** A Luxor in a process of its own, which can be killed without a word. */
async function otherProcess(context: TestContext, directory: string) {
  const program = join(import.meta.dirname, '../../../test/support/embedded-process.ts');
  const child = spawn(process.execPath, [program, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  context.after(() => child.kill('SIGKILL'));
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, said: JSON.parse(line) as Said };
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** A process that nobody has waited for yet is dead all the same. */
function isRunning(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.startsWith('Z');
}

test('a first start makes a cluster with checksums, fsync, UTF-8, locale C and UTC', async (context) => {
  const server = await startEmbedded({ directory: temporaryFolder(context) });
  context.after(() => server.stop());
  const [settings] = await asked(
    server.connection,
    `select current_setting('data_checksums') as checksums, current_setting('fsync') as fsync,
            current_setting('synchronous_commit') as commit, current_setting('server_encoding') as encoding,
            current_setting('timezone') as timezone, current_setting('listen_addresses') as listening,
            (select datcollate from pg_database where datname = 'postgres') as locale`,
  );
  assert.deepEqual(settings, {
    checksums: 'on',
    fsync: 'on',
    commit: 'on',
    encoding: 'UTF8',
    timezone: 'UTC',
    listening: '',
    locale: 'C',
  });
});

test('rows committed before PostgreSQL is killed are there when it has come back by itself', async (context) => {
  const server = await startEmbedded({ directory: temporaryFolder(context) });
  context.after(() => server.stop());
  await asked(server.connection, 'create table kept (number integer primary key)');
  const client = new pg.Client({ ...server.connection });
  client.on('error', () => undefined);
  await client.connect();
  let acknowledged = 0;
  setTimeout(() => process.kill(server.pid(), 'SIGKILL'), 300);
  const killedPid = server.pid();
  await assert.rejects(async () => {
    for (;;) {
      await client.query('insert into kept values ($1)', [acknowledged + 1]);
      acknowledged += 1;
    }
  }, isConnectionLost);
  const killedAt = performance.now();
  let rows: readonly { count: number }[] = [];
  while (rows.length === 0) {
    assert.ok(performance.now() - killedAt < 10_000, 'PostgreSQL is back within ten seconds');
    rows = await asked<{ count: number }>(
      server.connection,
      'select count(*)::int from kept',
    ).catch(() => []);
    if (rows.length === 0) await pause(20);
  }
  assert.ok(acknowledged > 0, 'rows were acknowledged before the kill');
  const found = rows[0]?.count ?? 0;
  assert.ok(
    found === acknowledged || found === acknowledged + 1,
    `${found} of ${acknowledged} rows`,
  );
  assert.notEqual(server.pid(), killedPid);
});

test('a second Luxor on the same data is told who uses it, and the first is not disturbed', async (context) => {
  const directory = temporaryFolder(context);
  const server = await startEmbedded({ directory });
  context.after(() => server.stop());
  await assert.rejects(startEmbedded({ directory }), { code: 'data-in-use' });
  const { child, said } = await otherProcess(context, directory);
  const [exitCode] =
    child.exitCode === null ? ((await once(child, 'exit')) as [number]) : [child.exitCode];
  assert.equal(exitCode, 3);
  assert.equal(said.fault, 'data-in-use');
  assert.match(said.sentence ?? '', new RegExp(`process ${process.pid}\\b`));
  assert.deepEqual(await asked(server.connection, 'select 1 as one'), [{ one: 1 }]);
});

test('when Luxor is killed its PostgreSQL ends too, and the next start has the committed rows', async (context) => {
  const directory = temporaryFolder(context);
  const { child, said } = await otherProcess(context, directory);
  await asked(said.connection, 'create table kept (number integer); insert into kept values (7)');
  await killed(child);
  const startedAt = performance.now();
  const server = await startEmbedded({ directory });
  context.after(() => server.stop());
  assert.ok(performance.now() - startedAt < 10_000);
  assert.ok(!isRunning(said.pid), 'the old server is gone');
  assert.ok(!existsSync(said.connection.host), 'its socket folder too');
  assert.deepEqual(await asked(server.connection, 'select number from kept'), [{ number: 7 }]);
});

test(
  'a server left with a busy backend by a double kill does not stop the next start',
  { skip: process.platform !== 'linux' && 'reads /proc' },
  async (context) => {
    const directory = temporaryFolder(context);
    const { child, said } = await otherProcess(context, directory);
    const client = new pg.Client({ ...said.connection });
    client.on('error', () => undefined);
    await client.connect();
    // Computes without looking up, so that it does not notice the death of its postmaster.
    void client.query('select count(*) from generate_series(1, 200000000)').catch(() => undefined);
    await pause(100);
    await killed(child);
    process.kill(said.pid, 'SIGKILL');
    const server = await startEmbedded({ directory });
    context.after(() => server.stop());
    assert.deepEqual(await asked(server.connection, 'select 1 as one'), [{ one: 1 }]);
  },
);

test('a process id left behind that now belongs to a stranger does not stop the start', async (context) => {
  const directory = temporaryFolder(context);
  await (await startEmbedded({ directory, ...unsynced })).stop();
  writeFileSync(
    join(directory, 'cluster/postmaster.pid'),
    `${process.pid}\n${directory}\n1\n5432\n\n\n\n`,
  );
  const server = await startEmbedded({ directory, ...unsynced });
  await server.stop();
});

test(
  'root can keep its data below a folder that the database account may not enter',
  { skip: !isRoot && 'needs root' },
  async (context) => {
    const closed = temporaryFolder(context);
    chmodSync(closed, 0o700);
    const directory = join(closed, 'clone/.luxor/postgres');
    const first = await startEmbedded({ directory });
    await asked(
      first.connection,
      'create table kept (number integer); insert into kept values (7)',
    );
    await first.stop();
    const server = await startEmbedded({ directory });
    context.after(() => server.stop());
    assert.deepEqual(await asked(server.connection, 'select number from kept'), [{ number: 7 }]);
    assert.notEqual(statSync(join(directory, 'cluster')).uid, 0);
  },
);

test('loopback TCP asks for the password', async (context) => {
  const server = await startEmbedded({
    directory: temporaryFolder(context),
    transport: 'tcp',
    ...unsynced,
  });
  context.after(() => server.stop());
  assert.deepEqual(await asked(server.connection, 'select 1 as one'), [{ one: 1 }]);
  await assert.rejects(asked({ ...server.connection, password: 'guessed' }, 'select 1'), {
    code: '28P01',
  });
});

test('a stop leaves no process, no socket folder and no lock', async (context) => {
  const directory = temporaryFolder(context);
  const server = await startEmbedded({ directory, ...unsynced });
  await server.stop();
  assert.ok(!isRunning(server.pid()));
  assert.ok(!existsSync(server.connection.host));
  await (await startEmbedded({ directory, ...unsynced })).stop();
});

test('a folder that cannot be used is one sentence', async (context) => {
  const folder = temporaryFolder(context);
  writeFileSync(join(folder, 'file'), '');
  await assert.rejects(startEmbedded({ directory: join(folder, 'file') }), {
    code: 'folder-is-a-file',
  });
  mkdirSync(join(folder, 'half/cluster.new/base'), { recursive: true });
  await (await startEmbedded({ directory: join(folder, 'half'), ...unsynced })).stop();
});
