/** Shows that a receipt proves its own message and no other, before and after the salt is gone. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  isReceiptIdOf,
  readReceiptId,
  receiptProblems,
  reopenBatch,
  signBatch,
  type Receipt,
} from './receipts.ts';
import { createSegmentBuilder, openSegment } from './segment.ts';
import { makeSigningKey, signerOf } from './signing.ts';

const { seed, publicKey } = makeSigningKey();
const signer = signerOf(seed, publicKey);
const key = { retentionClass: 'submission', day: 20_700, secret: randomBytes(32) };

function batchOf(messages: readonly Uint8Array[]) {
  const segment = createSegmentBuilder(77n, key);
  const frames = messages.map((message) => segment.add(message));
  const digests = frames.map((frame) => segment.commitment(frame));
  const batch = signBatch(signer, { batchId: 77n, at: 1_790_000_000_123, digests });
  return {
    segment,
    batch,
    receipts: frames.map((frame) => batch.receipt(frame, segment.salt(frame))),
  };
}

const messages = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 40 });

test('every receipt of a batch holds for its own message and for no other', () => {
  fc.assert(
    fc.property(messages, fc.nat(), (sent, pick) => {
      const { batch, receipts } = batchOf(sent);
      const index = pick % sent.length;
      const receipt = receipts[index]!;
      assert.deepEqual(receiptProblems(receipt, publicKey, sent[index]), []);
      assert.deepEqual(receiptProblems({ ...receipt, salt: null }, publicKey), []);
      assert.deepEqual(reopenBatch(batch.row).receipt(index, null), { ...receipt, salt: null });
      const altered = Uint8Array.of(...sent[index]!, 0);
      assert.equal(receiptProblems(receipt, publicKey, altered).length, 1);
      assert.ok(isReceiptIdOf(batch.row, receipt.id));
      assert.deepEqual(readReceiptId(receipt.id), { batchId: 77n, index });
    }),
  );
});

test('no receipt holds once any character of what it states is changed', () => {
  const { receipts } = batchOf([Buffer.from('one'), Buffer.from('two'), Buffer.from('three')]);
  const receipt = receipts[1]!;
  const fields = ['at', 'batch', 'messageDigest', 'root', 'signature'] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...fields),
      fc.nat(),
      fc.constantFrom('A', '7', 'x'),
      (field, where, letter) => {
        const text = receipt[field];
        const at = where % text.length;
        const changed: Receipt = {
          ...receipt,
          [field]: text.slice(0, at) + letter + text.slice(at + 1),
        };
        fc.pre(changed[field] !== text);
        assert.notDeepEqual(receiptProblems(changed, publicKey), []);
      },
    ),
  );
  for (const change of [{ index: 0 }, { count: 4 }, { path: receipt.path.slice(1) }]) {
    assert.notDeepEqual(receiptProblems({ ...receipt, ...change }, publicKey), []);
  }
  assert.notDeepEqual(receiptProblems(receipt, makeSigningKey().publicKey), []);
});

test('a segment gives back every frame, and nothing to another key, place or altered byte', async () => {
  await fc.assert(
    fc.asyncProperty(messages, fc.nat(), async (sent, where) => {
      const { segment } = batchOf(sent);
      const row = await segment.finish();
      const open = await openSegment(row, key.secret);
      assert.deepEqual(
        open?.frames.map((frame) => Uint8Array.from(frame)),
        sent,
      );
      const altered = Uint8Array.from(row.sealed);
      altered[where % altered.length]! ^= 1;
      assert.equal(await openSegment({ ...row, sealed: altered }, key.secret), null);
      assert.equal(await openSegment({ ...row, segmentId: 78n }, key.secret), null);
      assert.equal(await openSegment(row, randomBytes(32)), null);
    }),
    { numRuns: 30 },
  );
});
