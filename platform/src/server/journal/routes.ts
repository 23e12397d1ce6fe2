/** The doors to proof: receipts and their place in the log, the public keys, the latest checkpoint and proof that the log only grew. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Type, type Static } from 'typebox';
import type { Database } from '../db/connect.ts';
import { problemOf, sendProblem } from '../http/problem.ts';
import { toBase64Url } from './base64.ts';
import { readPublicKeys } from './key-store.ts';
import { readLatestCheckpoint, readNodes } from './log-store.ts';
import { consistencyProof } from './merkle.ts';
import { proveReceipt } from './proof.ts';
import { publishKey } from './published-keys.ts';
import { isReceiptIdOf, readReceiptId, type Receipt } from './receipts.ts';
import { receiptIn } from './receipt-reader.ts';
import type { SegmentReader } from './segment-reader.ts';
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
  readonly database: Pick<Database, 'intake'>;
  readonly segments: SegmentReader;
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
      const found = await findReceipt(platform, request.params.id);
      return found === null ? sendUnknown(reply) : reply.send(found.receipt);
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
      const found = await findReceipt(platform, request.params.id);
      if (found === null) return sendUnknown(reply);
      const proof = await proveReceipt(platform.database, found.batch, found.receipt);
      return proof === null ? sendNotSealed(reply) : reply.send(proof);
    },
  );
}

type Found = { readonly batch: FoundBatch; readonly receipt: Receipt };

async function findReceipt(
  { database, segments }: JournalPlatform,
  id: string,
): Promise<Found | null> {
  const place = readReceiptId(id);
  const batch = place === null ? null : await readReceiptBatch(database.intake, place.batchId);
  if (place === null || batch === null || !isReceiptIdOf(batch, id)) return null;
  return { batch, receipt: await receiptIn(batch, segments, place.index) };
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
      const rows = await readPublicKeys(platform.database.intake);
      return { keys: rows.map((row) => publishKey(row, origin)) };
    },
  );
}

function addLog(app: FastifyInstance, platform: JournalPlatform): void {
  const pool = platform.database.intake;
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
