/** The simulate verb: its file is what the doors read, whole and to the last line. */
import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { readMessages } from '../gateways/read-messages.ts';
import { run } from './simulate.ts';

test('an invented day is written as submissions that no door refuses', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'luxor-simulate-'));
  try {
    const file = path.join(folder, 'day.ndjson');
    const code = await run(['--write', file, '--parcels', '50', '--on', '2026-11-20'], new AbortController().signal); // prettier-ignore
    assert.equal(code, 0);
    const kinds = new Set<string>();
    for await (const result of readMessages(createReadStream(file))) {
      assert.ok('wire' in result);
      kinds.add(result.wire.kind);
    }
    assert.deepEqual([...kinds].toSorted(), ['arrival', 'declaration', 'logistics', 'order', 'payment']); // prettier-ignore
    assert.deepEqual(await readdir(folder), ['day.ndjson']);
  } finally {
    await rm(folder, { recursive: true });
  }
});
