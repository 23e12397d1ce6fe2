/** Seals the journal: numbers the entries of finished transactions densely into the Merkle log and signs a checkpoint. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { present } from '../../domain/kernel/invariant.ts';
import type { Database, Pool } from '../db/connect.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import { Fault } from '../fault.ts';
import { signCheckpoint } from './checkpoint.ts';
import * as log from './log-store.ts';
import { HASH_BYTES } from './merkle.ts';
import type { Signer } from './signing.ts';
import { openEdge, unfinishedTiles, type LogEdge } from './tiles.ts';

/** A round every second seals an entry well within the five seconds that a receipt promises. */
const ROUND_MILLISECONDS = 1_000;
/** Entries in one round: 200 ms of work; the next round follows at once. */
const ROUND_ENTRIES_MAX = 20_000;
/** Another process takes over after this long without a word. */
const LEASE_SECONDS = 10;
const RENEW_MILLISECONDS = 4_000;

export type SealerOptions = {
  readonly database: Pick<Database, 'intake'>;
  readonly signer: Signer;
  /** The name of the log in every checkpoint, such as `xm-meridia.luxor/journal`; it never changes. */
  readonly origin: string;
};

/** `waiting`: another process seals; `idle`: nothing to seal. */
export type Round =
  | { readonly kind: 'sealed'; readonly entries: number; readonly size: number }
  | { readonly kind: 'idle' | 'waiting' };

export type Sealer = {
  round(): Promise<Round>;
  /** Gives the right to seal back. */
  release(): Promise<void>;
};

type Held = { token: bigint; lastTransactionId: string; edge: LogEdge | null; renewAt: number };

export function createSealer(options: SealerOptions): Sealer {
  const pool = options.database.intake;
  const holder = randomUUID();
  let held: Held | null = null;

  async function round(): Promise<Round> {
    held ??= await claim(pool, holder);
    if (held === null) return { kind: 'waiting' };
    const { hasMore, isAhead } = await log.readStanding(pool, held.lastTransactionId);
    if (isAhead) throw logAhead();
    if (hasMore) return sealRound(options, held);
    if (performance.now() >= held.renewAt) {
      held.renewAt = performance.now() + RENEW_MILLISECONDS;
      if (!(await log.renewLog(pool, held.token, LEASE_SECONDS))) held = null;
    }
    return { kind: held === null ? 'waiting' : 'idle' };
  }

  return {
    async round() {
      try {
        return await round();
      } catch (error) {
        // Whatever was in memory may be ahead of what was committed: start from the database again.
        held = null;
        if (error instanceof FencedOff) return { kind: 'waiting' };
        throw error;
      }
    },
    async release() {
      if (held !== null) await log.releaseLog(pool, held.token);
      held = null;
    },
  };
}

/** Another process took the log over: what this one was about to write is rolled back. */
class FencedOff extends Error {}

async function claim(pool: Pool, holder: string): Promise<Held | null> {
  const head = await log.claimLog(pool, { holder, leaseSeconds: LEASE_SECONDS });
  if (head === null) return null;
  const { fencingToken: token, lastTransactionId } = head;
  return { token, lastTransactionId, edge: null, renewAt: performance.now() + RENEW_MILLISECONDS };
}

async function sealRound(options: SealerOptions, held: Held): Promise<Round> {
  const { size, entries, lastTransactionId } = await inTransaction(
    options.database.intake,
    async (transaction) => {
      const head = await log.lockHead(transaction, held.token);
      if (head === null) throw new FencedOff();
      held.edge ??= await edgeOf(transaction, head);
      const sealed = await log.sealTransactions(transaction, head, ROUND_ENTRIES_MAX);
      for (const { leafHashes } of sealed) appendAll(held.edge, leafHashes);
      const last = present(sealed.at(-1), 'a round has something to seal').transactionId;
      await publish(transaction, options, held.edge);
      await log.advanceHead(transaction, {
        ...head,
        size: held.edge.size(),
        lastTransactionId: last,
        leaseSeconds: LEASE_SECONDS,
      });
      return {
        size: held.edge.size(),
        entries: held.edge.size() - Number(head.size),
        lastTransactionId: last,
      };
    },
  );
  Object.assign(held, { lastTransactionId, renewAt: performance.now() + RENEW_MILLISECONDS });
  return { kind: 'sealed', entries, size };
}

async function edgeOf(transaction: Transaction, head: log.LogHead): Promise<LogEdge> {
  const size = Number(head.size);
  return openEdge(size, await log.readTiles(transaction, unfinishedTiles(size)));
}

function appendAll(edge: LogEdge, leafHashes: Uint8Array): void {
  for (let offset = 0; offset < leafHashes.length; offset += HASH_BYTES) {
    edge.append(leafHashes.subarray(offset, offset + HASH_BYTES));
  }
}

async function publish(
  transaction: Transaction,
  { signer, origin }: SealerOptions,
  edge: LogEdge,
): Promise<void> {
  await log.writeTiles(transaction, edge.takeChanged());
  const checkpoint = { origin, size: edge.size(), root: edge.root() };
  await log.writeCheckpoint(transaction, {
    ...checkpoint,
    note: signCheckpoint(checkpoint, signer),
  });
}

const logAhead = (): Fault =>
  new Fault({
    code: 'log-ahead-of-database',
    sentence:
      'The log has sealed transactions that this database server has not reached: it was restored by a dump; restore it from a physical backup, or raise its transaction counter with pg_resetwal.',
  });

/** Seals until the signal comes; a round that fails is reported and tried again. */
export async function runSealer(
  sealer: Sealer,
  life: { readonly signal: AbortSignal; readonly onFailure: (error: unknown) => void },
): Promise<void> {
  while (!life.signal.aborted) {
    let isBehind = false;
    try {
      const outcome = await sealer.round();
      isBehind = outcome.kind === 'sealed' && outcome.entries >= ROUND_ENTRIES_MAX / 2;
    } catch (error) {
      life.onFailure(error);
    }
    if (!isBehind)
      await pause(ROUND_MILLISECONDS, undefined, { signal: life.signal }).catch(() => undefined);
  }
  await sealer.release().catch(life.onFailure);
}
