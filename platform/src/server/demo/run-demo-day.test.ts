/** Feeding the demo day: nothing is left out when it is stopped and started again, and every message goes to its owner. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { Answer, Arriving } from '../intake/arriving.ts';
import type { Platform } from '../world.ts';
import type { DemoClock } from './demo-clock.ts';
import { demoDay } from './demo-day.ts';
import { readPlace, runDemoDay } from './run-demo-day.ts';

const day = { seed: 'meridia', parcels: 40, on: Temporal.PlainDate.from('2026-11-20') };

/** A platform that only writes down what it was told. */
function listener(told: string[]): Pick<Platform, 'intake' | 'parties'> {
  const parties = new Map<string, unknown>();
  return {
    parties: {
      register: (drafts: readonly { code: string }[]) => {
        for (const draft of drafts) parties.set(draft.code, draft);
        return Promise.resolve();
      },
      byCode: (code: string) => parties.get(code),
    },
    intake: {
      hasRoom: () => Promise.resolve(),
      submit: ({ owner, wire }: Arriving) => {
        assert.equal(owner.code, wire.sender);
        told.push(wire.messageId);
        return Promise.resolve({} as Answer);
      },
    },
  } as unknown as Pick<Platform, 'intake' | 'parties'>;
}

const standingAt = (minute: number): DemoClock => ({
  minute: () => minute,
  now: () => 0,
  follow: () => undefined,
  run: () => undefined,
});

test('a day that is stopped in the middle and started again is told whole, each message at least once', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'luxor-demo-'));
  try {
    const placeFile = path.join(folder, 'demo-day.json');
    const told: string[] = [];
    const platform = listener(told);
    const half = new AbortController();
    setTimeout(() => {
      half.abort();
    }, 60);
    await runDemoDay(platform, { day, clock: standingAt(600), placeFile, stop: half.signal });
    const place = await readPlace(placeFile);
    const morning = [...demoDay(day)].filter(({ at }) => at <= 600).length;
    assert.equal(place?.fed, morning);
    assert.equal(told.length, morning);
    const { fed } = await runDemoDay(platform, { day, clock: standingAt(1_440), placeFile, stop: new AbortController().signal }); // prettier-ignore
    assert.equal(fed, [...demoDay(day)].length);
    assert.deepEqual(
      told,
      [...demoDay(day)].map(({ submission }) => submission.messageId),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});
