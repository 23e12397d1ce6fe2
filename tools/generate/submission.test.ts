/** The published template is what the doors read: both of its forms give the same declaration, as the schema has it. */
import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readMessages } from '../../platform/src/server/gateways/read-messages.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

test('the template as CSV and as a workbook is one and the same whole declaration', async () => {
  const [csv, xlsx] = await Promise.all(
    ['submission.csv', 'submission.xlsx'].map(async (name) =>
      Array.fromAsync(readMessages(createReadStream(path.join(ROOT, 'templates', name)))),
    ),
  );
  const [first] = csv ?? [];
  const [second] = xlsx ?? [];
  assert.ok(first !== undefined && 'wire' in first && second !== undefined && 'wire' in second);
  assert.deepEqual(first.wire, second.wire);
  assert.deepEqual(first.raw, second.raw);
  assert.equal(first.wire.consignments[0]?.items?.length, 2);
});
