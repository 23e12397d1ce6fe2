/** The doors to proof: receipts and their place in the log, the public keys, the latest checkpoint and proof that the log only grew. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Type, type Static } from 'typebox';
import type { Database } from '../db/connect.ts';
import { problemOf, sendProblem } from '../http/problem.ts';
import { toBase64Url } from './base64.ts';
import type { Transaction } from '../db/transaction.ts';
import { withReceiptBatch } from '../db/transaction.ts';
import { readPublicKeys } from './key-store.ts';
import { createDataKeys, type MasterKey } from './keys.ts';
import { readLatestCheckpoint, readNodes } from './log-store.ts';
import { consistencyProof } from './merkle.ts';
import { proveReceipt } from './proof.ts';
import { publishKey } from './published-keys.ts';
import { isReceiptIdOf, readReceiptId, type Receipt } from './receipts.ts';
import { receiptIn } from './receipt-reader.ts';
import { createSegmentReader } from './segment-reader.ts';
import { readReceiptBatch, type FoundBatch } from './store.ts';
import {
  ConsistencyQuerySchema,
  ConsistencySchema,
  PublishedKeysSchema,
  ReceiptProofSchema,
  ReceiptSchema,
} from './wire.ts';

/** What these doors need of the world. */
export type JournalPlatform = {
  readonly database: Pick<Database, 'public'>;
  readonly master: MasterKey;
  readonly pack: { readonly id: string };
};

/** The name of the log in its checkpoints; it never changes. */
export const logOrigin = (jurisdiction: string): string => `${jurisdiction}.luxor/journal`;

const TAG = 'proof';
/** Sealing takes a second or two. */
const RETRY_AFTER_SECONDS = '2';
const NOTE_TYPE = 'text/plain; charset=utf-8';

export function journalRoutes(app: FastifyInstance, platform: JournalPlatform): void {
  addReceipts(app, platform);
  addKeys(app, platform);
  addLog(app, platform);
}

type ById = { Params: { id: string } };

/** A receipt's id is a secret between us and its sender, so that it is all the access these two need. */
function addReceipts(app: FastifyInstance, platform: JournalPlatform): void {
  app.get<ById>(
    '/v1/receipts/:id',
    {
      config: {
        access: { zone: 'public' },
        api: {
          summary: 'A receipt again: the signed promise that a message is recorded',
          tag: TAG,
          answers: { 200: ReceiptSchema },
        },
      },
    },
    async (request, reply) => {
      const receipt = await withReceipt(
        platform,
        request.params.id,
        async (found) => found.receipt,
      );
      return receipt === null ? sendUnknown(reply) : reply.send(receipt);
    },
  );
  app.get<ById>(
    '/v1/receipts/:id/proof',
    {
      config: {
        access: { zone: 'public' },
        api: {
          summary: 'Proof that the promise was kept: the place of its batch in the log',
          tag: TAG,
          answers: { 200: ReceiptProofSchema },
        },
      },
    },
    async (request, reply) => {
      const proven = await withReceipt(
        platform,
        request.params.id,
        async ({ batch, receipt }, on) => ({
          proof: await proveReceipt({ intake: on }, batch, receipt),
        }),
      );
      if (proven === null) return sendUnknown(reply);
      return proven.proof === null ? sendNotSealed(reply) : reply.send(proven.proof);
    },
  );
}

type Found = { readonly batch: FoundBatch; readonly receipt: Receipt };

/** Null when no receipt was given under this id; the database shows its batch and nothing else to the work. */
async function withReceipt<Outcome>(
  { database, master }: JournalPlatform,
  id: string,
  work: (found: Found, on: Transaction) => Promise<Outcome>,
): Promise<Outcome | null> {
  const place = readReceiptId(id);
  if (place === null) return null;
  return withReceiptBatch(database, place.batchId, async (transaction) => {
    const batch = await readReceiptBatch(transaction, place.batchId);
    if (batch === null || !isReceiptIdOf(batch, id)) return null;
    const on = { intake: transaction };
    const segments = createSegmentReader(on, createDataKeys(on, master));
    return work({ batch, receipt: await receiptIn(batch, segments, place.index) }, transaction);
  });
}

const sendUnknown = (reply: FastifyReply): FastifyReply =>
  sendProblem(reply, {
    ...problemOf('receipt-unknown', 'No such receipt', 'No receipt was given under this id.'),
    status: 404,
  });

const sendNotSealed = (reply: FastifyReply): FastifyReply =>
  sendProblem(reply.header('retry-after', RETRY_AFTER_SECONDS), {
    ...problemOf(
      'receipt-not-sealed',
      'Not sealed yet',
      'The log takes in what was just recorded within seconds: ask again.',
    ),
    status: 404,
  });

function addKeys(app: FastifyInstance, platform: JournalPlatform): void {
  app.get(
    '/v1/public/keys',
    {
      config: {
        access: { zone: 'public' },
        api: {
          summary: 'The public keys that sign receipts and checkpoints, retired ones included',
          tag: TAG,
          answers: { 200: PublishedKeysSchema },
        },
      },
    },
    async () => {
      const origin = logOrigin(platform.pack.id);
      const rows = await readPublicKeys(platform.database.public);
      return { keys: rows.map((row) => publishKey(row, origin)) };
    },
  );
}

function addLog(app: FastifyInstance, platform: JournalPlatform): void {
  const pool = platform.database.public;
  app.get(
    '/v1/public/log/checkpoint',
    {
      config: {
        access: { zone: 'public' },
        api: {
          summary: 'The latest signed checkpoint, as C2SP tlog-checkpoint writes it',
          tag: TAG,
          answers: { 200: Type.String() },
        },
      },
    },
    async (_request, reply) => {
      const latest = await readLatestCheckpoint(pool);
      return latest === null ? sendNotSealed(reply) : reply.type(NOTE_TYPE).send(latest.note);
    },
  );
  app.get<{ Querystring: Static<typeof ConsistencyQuerySchema> }>(
    '/v1/public/log/consistency',
    {
      schema: { querystring: ConsistencyQuerySchema },
      config: {
        access: { zone: 'public' },
        api: {
          summary: 'Proof that the log only grew since a checkpoint that you kept',
          tag: TAG,
          query: ConsistencyQuerySchema,
          answers: { 200: ConsistencySchema },
        },
      },
    },
    async (request, reply) => {
      const { from } = request.query;
      const latest = await readLatestCheckpoint(pool);
      if (latest === null || from > Number(latest.size)) return sendNotSealed(reply);
      const growth = { from, to: Number(latest.size) };
      const nodeAt = await readNodes(pool, (nodes) => consistencyProof(growth, nodes));
      const path = consistencyProof(growth, nodeAt).map(toBase64Url);
      return reply.send({ ...growth, path, checkpoint: latest.note });
    },
  );
}
