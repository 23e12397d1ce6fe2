/** The demo day is taken up where it was left, and its clock never goes back. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { openDemoDay, todayInMeridia } from './open-demo-day.ts';
import type { DemoPlace } from './run-demo-day.ts';

test('a fresh folder begins today at midnight; a kept place goes on from there, later and never earlier', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'luxor-open-demo-'));
  try {
    const fresh = await openDemoDay({ dataDirectory: folder, parcels: 7 });
    assert.equal(fresh.day.on.toString(), todayInMeridia().toString());
    assert.ok(fresh.clock.minute() < 5);
    const left: DemoPlace = {
      seed: 'x',
      parcels: 7,
      on: '2026-11-20',
      fed: 9,
      minute: 600,
      keptAt: 0,
    };
    await writeFile(fresh.placeFile, JSON.stringify(left));
    const again = await openDemoDay({ dataDirectory: folder });
    assert.deepEqual([again.day.seed, again.day.parcels, again.day.on.toString()], ['x', 7, '2026-11-20']); // prettier-ignore
    assert.ok(again.clock.minute() >= 600);
    const hourAgo = Temporal.Now.instant().epochMilliseconds - 3_600_000;
    await writeFile(fresh.placeFile, JSON.stringify({ ...left, minute: 1_500, keptAt: hourAgo }));
    const later = await openDemoDay({ dataDirectory: folder });
    assert.ok(later.clock.minute() >= 1_560 && later.clock.minute() < 1_562);
  } finally {
    await rm(folder, { recursive: true });
  }
});
