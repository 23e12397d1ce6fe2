/** Shows that the sealer takes finished transactions only, numbers them densely, is one at a time, and that receipts are proven by it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { journalWorld, TEST_ORIGIN, type JournalWorld } from '../../../test/support/journal.ts';
import { execute, one, query, sql } from '../db/sql.ts';
import {
  cosignatureLine,
  isNoteSignedBy,
  readCheckpoint,
  type NoteKey,
  type Witness,
} from './checkpoint.ts';
import { readCheckpoints, readHead, readLatestCheckpoint, readNodes } from './log-store.ts';
import { leafHash, rootOf, treeOf, verifyConsistency } from './merkle.ts';
import { proofProblems, proveReceipt } from './proof.ts';
import { createSealer, type Round, type Sealer } from './sealer.ts';
import { makeSigningKey, signerOf } from './signing.ts';
import { appendEntry, ensurePartitions, leaseSlot, readReceiptBatch } from './store.ts';
import { journalRow } from './entry.ts';
import { gatherCosignatures } from './witness.ts';

const messages = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    parcel: BigInt(from + index),
    text: `message ${from + index}`,
  }));

const logKey = ({ signers }: JournalWorld): NoteKey => ({
  name: TEST_ORIGIN,
  kind: 'log',
  publicKey: signers.checkpoint.publicKey,
});

/** The next outcome other than idle: a transaction of any test on the same server holds the sealer back for a moment. */
async function outcomeOf(sealer: Sealer): Promise<Round> {
  const outcome = await sealer.round();
  if (outcome.kind !== 'idle') return outcome;
  await pause(10);
  return outcomeOf(sealer);
}

/** Every body in the order the log must have. */
async function bodiesInOrder({ database }: JournalWorld): Promise<readonly string[]> {
  const rows = await query<{ body: string }>(
    database.owner,
    sql`select body from journal order by journal.transaction_id, entry_id`,
  );
  return rows.map(({ body }) => body);
}

test('the log holds every entry in the order of transactions, and each receipt is proven by it', async (context) => {
  const world = await journalWorld(context);
  const batches = [];
  for (const count of [3, 1, 270, 2]) {
    batches.push(await world.writeBatch(messages(1_000 + count, count)));
    assert.equal((await outcomeOf(world.sealer)).kind, 'sealed');
  }
  assert.equal((await world.sealer.round()).kind, 'idle');

  const bodies = await bodiesInOrder(world);
  const checkpoints = await readCheckpoints(world.database.intake, { after: 0n, limit: 10 });
  assert.deepEqual(
    checkpoints.map(({ size }) => size),
    [4n, 6n, 277n, 280n],
  );
  for (const { size, note } of checkpoints) {
    const { root } = treeOf(
      bodies.slice(0, Number(size)).map((body) => leafHash(Buffer.from(body))),
    );
    assert.deepEqual(readCheckpoint(note, logKey(world)), {
      origin: TEST_ORIGIN,
      size: Number(size),
      root,
    });
  }

  for (const { receipts } of batches) {
    const receipt = receipts.at(-1)!;
    const batch = await readReceiptBatch(world.database.intake, BigInt(receipt.batch));
    const proof = await proveReceipt(world.database, batch!, receipt);
    assert.deepEqual(proofProblems(proof!, [logKey(world)], receipt), []);
    assert.equal(
      proofProblems(proof!, [logKey(world)], { ...receipt, root: receipts[0]!.messageDigest })
        .length,
      1,
    );
    assert.notDeepEqual(
      proofProblems({ ...proof!, index: proof!.index + 1 }, [logKey(world)], receipt),
      [],
    );
    const altered = proof!.entry.replace('"count"', '"Count"');
    assert.notDeepEqual(proofProblems({ ...proof!, entry: altered }, [logKey(world)], null), []);
  }
});

test('a transaction still running holds back those that began after it, so that no entry ever slips in before a sealed one', async (context) => {
  const world = await journalWorld(context);
  const late = await world.database.intake.connect();
  await late.query('begin');
  await appendEntry(late, noteOf(world, 'begun first, committed last'));
  await world.writeBatch(messages(1, 5));
  assert.equal((await world.sealer.round()).kind, 'idle');
  await late.query('commit');
  late.release();
  assert.deepEqual(await outcomeOf(world.sealer), { kind: 'sealed', entries: 7, size: 7 });
  const [first] = await bodiesInOrder(world);
  assert.match(first!, /begun first/);
});

test('one process seals; another takes over when its lease has run out, and the first can no longer write', async (context) => {
  const world = await journalWorld(context);
  const other = createSealer({
    database: world.database,
    signer: world.signers.checkpoint,
    origin: TEST_ORIGIN,
  });
  await world.writeBatch(messages(1, 2));
  assert.equal((await outcomeOf(world.sealer)).kind, 'sealed');
  await world.writeBatch(messages(3, 2));
  assert.equal((await outcomeOf(other)).kind, 'waiting');
  await execute(
    world.database.owner,
    sql`update log_head set leased_until = now() - interval '1 second'`,
  );
  assert.equal((await outcomeOf(other)).kind, 'sealed');
  await world.writeBatch(messages(5, 2));
  assert.equal((await outcomeOf(world.sealer)).kind, 'waiting');
  assert.equal((await outcomeOf(other)).kind, 'sealed');
  await other.release();
  await world.writeBatch(messages(7, 2));
  assert.deepEqual(await outcomeOf(world.sealer), { kind: 'sealed', entries: 3, size: 12 });
});

test('a witness vouches for a log that grew, and an answer that is not its signature is not kept', async (context) => {
  const world = await journalWorld(context);
  const witness = witnessOf('witness.example', logKey(world));
  for (const count of [3, 4, 300]) {
    await world.writeBatch(messages(count * 100, count));
    await outcomeOf(world.sealer);
    assert.deepEqual(await gatherCosignatures(world.database, [witness], assert.fail), [
      'witness.example',
    ]);
    assert.deepEqual(await gatherCosignatures(world.database, [witness], assert.fail), []);
  }
  const { note } = (await readLatestCheckpoint(world.database.intake))!;
  assert.ok(isNoteSignedBy(witness.key, note) && isNoteSignedBy(logKey(world), note));

  const stranger = witnessOf('stranger.example', logKey(world));
  const liar: Witness = {
    key: { ...stranger.key, publicKey: witness.key.publicKey },
    cosign: (request) => stranger.cosign(request),
  };
  const failures: string[] = [];
  assert.deepEqual(
    await gatherCosignatures(world.database, [liar], (name) => failures.push(name)),
    [],
  );
  assert.deepEqual(failures, ['stranger.example']);
});

test('the journal takes rows of a day without partition, and refuses change and deletion to its owner too', async (context) => {
  const world = await journalWorld(context);
  const { owner } = world.database;
  await world.writeBatch(messages(1, 2));
  const { kept } = await one<{ kept: bigint }>(
    owner,
    sql`select count(*) as kept from journal_default`,
  );
  assert.equal(kept, 3n);
  const made = await ensurePartitions(owner, { from: world.clock.day, to: world.clock.day + 2 });
  // Today's rows lie in the default partition already; the days to come get partitions of their own.
  assert.deepEqual(
    made.filter((name) => name.startsWith('journal_')),
    ['journal_20260905', 'journal_20260906'],
  );
  assert.deepEqual(
    await ensurePartitions(owner, { from: world.clock.day, to: world.clock.day + 2 }),
    [],
  );
  world.clock.day += 1;
  await world.writeBatch(messages(10, 2));
  assert.equal(
    (await one<{ kept: bigint }>(owner, sql`select count(*) as kept from journal_20260905`)).kept,
    3n,
  );

  const refused = { code: '23000' };
  await assert.rejects(execute(owner, sql`update journal set actor = 'nobody'`), refused);
  await assert.rejects(execute(owner, sql`delete from journal`), refused);
  await assert.rejects(execute(owner, sql`truncate journal`), refused);
  await assert.rejects(execute(owner, sql`delete from receipt_batch`), refused);
  await outcomeOf(world.sealer);
  await assert.rejects(execute(owner, sql`update log_transaction set first_index = 7`), refused);
  await assert.rejects(execute(owner, sql`delete from log_checkpoint`), refused);
  await assert.rejects(
    execute(owner, sql`update log_tile set hashes = substring(hashes for 32)`),
    refused,
  );
  const denied = { code: '42501' };
  await assert.rejects(execute(world.database.intake, sql`delete from journal`), denied);
  await assert.rejects(execute(world.database.trader, sql`select body from journal`), denied);
});

test('two processes never hold the same id slot', async (context) => {
  const { database } = await journalWorld(context);
  const leases = await Promise.all(
    Array.from({ length: 12 }, () => leaseSlot(database.intake, 30_000)),
  );
  assert.equal(new Set(leases.map(({ slot }) => slot)).size, 12);
  const next = await leaseSlot(database.intake, 30_001);
  assert.ok(leases.every(({ slot }) => slot !== next.slot));
});

function noteOf(world: JournalWorld, text: string) {
  const place = {
    shardKey: 0,
    parcelId: 0n,
    sequence: 0,
    entryId: world.ids.next(),
    at: 1_788_480_000_000,
  };
  const content = {
    actor: 'job:test',
    command: 'note',
    versions: '{}',
    input: null,
    commitments: [],
  };
  return journalRow({ ...place, ...content, events: JSON.stringify([text]) });
}

/** A witness as C2SP describes it: it remembers the last checkpoint and asks for proof. */
function witnessOf(name: string, log: NoteKey): Witness {
  const { seed, publicKey } = makeSigningKey();
  const signer = signerOf(seed, publicKey);
  let seen: { size: number; root: Uint8Array } | null = null;
  return {
    key: { name, kind: 'witness', publicKey },
    async cosign({ oldSize, proof, note }) {
      const { size, root } = readCheckpoint(note, log)!;
      const grew =
        oldSize === (seen?.size ?? 0) &&
        (seen === null ||
          verifyConsistency(
            { from: oldSize, to: size },
            { path: proof, oldRoot: seen.root, root },
          ));
      if (!grew) throw new Error('This log did not merely grow.');
      seen = { size, root };
      return cosignatureLine(note, { name, signer, seconds: 1_790_000_000 });
    },
  };
}

test('every intermediate root can be proven from the tiles that are stored', async (context) => {
  const world = await journalWorld(context);
  for (let batch = 0; batch < 4; batch++) {
    await world.writeBatch(messages(batch * 100, 90));
    await outcomeOf(world.sealer);
  }
  const bodies = await bodiesInOrder(world);
  const { size } = await readHead(world.database.intake);
  assert.equal(Number(size), bodies.length);
  const leaves = bodies.map((body) => leafHash(Buffer.from(body)));
  for (const count of [1, 91, 256, 257, bodies.length]) {
    const nodeAt = await readNodes(world.database.intake, (nodes) => rootOf(count, nodes));
    assert.deepEqual(rootOf(count, nodeAt), treeOf(leaves.slice(0, count)).root);
  }
});
