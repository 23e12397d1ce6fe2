/** Two serving processes at the same work: what reaches them at the same moment is decided once, and what one is told the other honours. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { WireSubmission } from '../../src/domain/advance-data/wire.ts';
import { present } from '../../src/domain/kernel/invariant.ts';
import type { Database } from '../../src/server/db/connect.ts';
import { execute, one, query, sql } from '../../src/server/db/sql.ts';
import { foldDifferences } from '../support/fold.ts';
import { declarationOf, orderOf, paymentOf, s10 } from '../support/submissions.ts';
import { createVictim, SERVING_PROCESSES, type Victim } from './victim.ts';

const onLinux = { skip: process.platform === 'linux' ? false : 'processes are found through /proc, which only Linux has' }; // prettier-ignore

const MESSAGES = 40;
/** Nobody is left without a word for longer. */
const PATIENCE_MILLISECONDS = 4_000;
/** Longer than a process takes to notice a change of the register. */
const HONOURED_WITHIN_MILLISECONDS = 3_000;

type Said = { readonly status: number; readonly answer: { status?: string; submission?: string } };

/** A connection of its own: one process answers everything that is sent on it. */
type Line = { readonly agent: Agent; readonly slot: bigint };

let dataDirectory = '';
let victim: Victim;
let database: Database;
let lines: readonly [Line, Line];

before(async () => {
  if (onLinux.skip !== false) return;
  dataDirectory = await mkdtemp(join(tmpdir(), 'luxor-processes-'));
  victim = createVictim(dataDirectory);
  await victim.start();
  database = victim.openDatabase();
  lines = await openLines();
});

after(async () => {
  if (onLinux.skip !== false) return;
  for (const { agent } of lines) agent.destroy();
  await database.close();
  await victim.stop();
  await rm(dataDirectory, { recursive: true, force: true });
});

function open(
  agent: Agent,
  path: string,
  { sender }: Pick<WireSubmission, 'sender'>,
): ClientRequest {
  return request(`${victim.address()}${path}`, {
    agent,
    method: 'POST',
    timeout: PATIENCE_MILLISECONDS,
    headers: {
      authorization: `Bearer ${victim.keys.get(sender) ?? ''}`,
      'content-type': path.endsWith('batch') ? 'application/x-ndjson' : 'application/json',
    },
  });
}

async function say({ agent }: Pick<Line, 'agent'>, wire: WireSubmission): Promise<Said> {
  const outgoing = open(agent, '/v1/submissions', wire);
  outgoing.on('timeout', () => outgoing.destroy(new Error('The platform said nothing.')));
  outgoing.end(JSON.stringify(wire));
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  const text = await textOf(response);
  return { status: response.statusCode ?? 0, answer: JSON.parse(text) as Said['answer'] };
}

async function textOf(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return text;
}

/** The slot of the id maker tells which process made an id. */
const slotOf = (submission: string | undefined): bigint =>
  (BigInt(submission ?? 0) >> 28n) & 0xfffn;

let serial = 500_000;
const nextNumber = (): string => s10((serial += 1));

/** Opens connections until two of them are answered by different processes. */
async function openLines(): Promise<readonly [Line, Line]> {
  const opened: Line[] = [];
  for (let attempt = 0; attempt < 20; attempt++) {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const { answer } = await say({ agent }, declarationOf(nextNumber()));
    const line = { agent, slot: slotOf(answer.submission) };
    const other = opened.find(({ slot }) => slot !== line.slot);
    if (other !== undefined) return [other, line];
    opened.push(line);
  }
  throw new Error('Connections are dealt to both processes.');
}

test('the same message sent to two processes at the same moment is accepted once, and both are told so', onLinux, async () => {
  for (let message = 0; message < MESSAGES; message++) {
    const wire = declarationOf(nextNumber());
    const said = await Promise.all(lines.map((line) => say(line, wire)));
    assert.deepEqual(said.map(({ status }) => status).sort(), [200, 201]);
    assert.deepEqual(said.map(({ answer }) => answer.status).sort(), ['accepted', 'duplicate']);
    assert.equal(new Set(said.map(({ answer }) => answer.submission)).size, 1);
  }
}); // prettier-ignore

test('order, payment and declaration that reach different processes at the same moment are one parcel', onLinux, async () => {
  const [left, right] = lines;
  const numbers = Array.from({ length: MESSAGES }, nextNumber);
  const said = await Promise.all(
    numbers.flatMap((number, index) => {
      const [one_, other] = index % 2 === 0 ? [left, right] : [right, left];
      return [say(one_, orderOf(number)), say(other, declarationOf(number)), say(one_, paymentOf(number))]; // prettier-ignore
    }),
  );
  assert.deepEqual(said.filter(({ status }) => status !== 201), []); // prettier-ignore
  const parcels = await query<{ number: string; streams: string }>(
    database.intake,
    sql`
select number, state::jsonb -> 'facts' ->> 'streams' as streams
from parcel
where number = any(${numbers})
order by number`,
  );
  const expected = numbers.map((number) => ({ number, streams: '["order", "payment", "declaration"]' })); // prettier-ignore
  assert.deepEqual(parcels, expected);
  assert.deepEqual(await foldDifferences(database.intake), []);
}); // prettier-ignore

test('a party that is suspended is refused by every process soon, and let in again likewise', onLinux, async () => {
  const setActive = (isActive: boolean): Promise<unknown> =>
    execute(database.intake, sql`update registered_party set is_active = ${isActive} where code = 'SOUQLINE'`); // prettier-ignore
  await setActive(false);
  await untilSaid(401);
  await setActive(true);
  await untilSaid(201);
}); // prettier-ignore

test('a key that is taken back opens no process any more, soon', onLinux, async () => {
  await execute(database.owner, sql`update credential set revoked_at = now() where party_id = (select party_id from registered_party where code = 'SOUQLINE')`); // prettier-ignore
  await untilSaid(401);
}); // prettier-ignore

async function untilSaid(status: number): Promise<void> {
  const until = performance.now() + HONOURED_WITHIN_MILLISECONDS;
  for (;;) {
    const said = await Promise.all(lines.map((line) => say(line, orderOf(nextNumber()))));
    if (said.every((each) => each.status === status)) return;
    assert.ok(performance.now() < until, `both processes answer ${String(status)}`);
    await pause(50);
  }
}

test('a serving process that is killed is replaced while the other serves', onLinux, async () => {
  const was = victim.servingProcesses();
  await victim.kill('serving');
  const until = performance.now() + 10_000;
  const isReplaced = (): boolean => {
    const now = victim.servingProcesses();
    return now.length === SERVING_PROCESSES && now.some((pid) => !was.includes(pid));
  };
  while (!isReplaced()) {
    assert.ok(performance.now() < until, 'another process takes its place');
    // A connection that was dealt to the dead process is broken off; its client sends again.
    const said = await say({ agent: new Agent() }, declarationOf(nextNumber())).catch((error: unknown) => String(error)); // prettier-ignore
    if (typeof said === 'string') assert.match(said, /ECONNRESET|socket hang up/);
    else assert.equal(said.status, 201);
  }
  assert.ok(victim.isRunning());
});

test('at a stop, a stream is answered everything that was taken of it, and the exit code is 0', onLinux, async () => {
  const agent = new Agent();
  const outgoing = open(agent, '/v1/submissions/batch', { sender: 'QANA-POST' });
  const responding = once(outgoing, 'response') as Promise<[IncomingMessage]>;
  for (let message = 0; message < MESSAGES; message++) outgoing.write(`${JSON.stringify(declarationOf(nextNumber()))}\n`); // prettier-ignore
  const [response] = await responding;
  const reading = textOf(response);
  const before_ = await one<{ count: number }>(database.intake, sql`select count(*)::integer as count from submission`); // prettier-ignore
  assert.ok(before_.count > MESSAGES);
  // The client has not ended its stream: it is the platform that stops.
  const code = victim.stop();
  const answers = (await reading).trim().split('\n').map((line) => JSON.parse(line) as Said['answer']); // prettier-ignore
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set(['accepted']));
  assert.equal(answers.length, MESSAGES);
  outgoing.end();
  assert.equal(await code, 0);
  assert.deepEqual(present(victim, 'it was started').isRunning(), false);
}); // prettier-ignore
