/** Shows that ids never repeat and keep the order of time, whatever the clock and the leases do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createIdMaker, dayOfId, firstIdOf, type SlotLease } from './ids.ts';

/** A lease office as the database keeps it: a slot is given again only after its last day. */
function leaseOffice(): (day: number) => Promise<SlotLease> {
  const untilDays: number[] = [];
  return async (day) => {
    const free = untilDays.findIndex((untilDay) => untilDay < day);
    const slot = free === -1 ? untilDays.length : free;
    untilDays[slot] = day + 1;
    return { slot, untilDay: day + 1 };
  };
}

test('ids of several makers never repeat and lie in the range of their day, whatever the clock does', async () => {
  const steps = fc.array(fc.record({ maker: fc.nat(2), move: fc.integer({ min: -2, max: 40 }) }), {
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (moves) => {
      const lease = leaseOffice();
      const clocks = [20_000, 20_000, 20_000];
      const makers = await Promise.all(
        clocks.map((_, index) => createIdMaker({ day: () => clocks[index]!, lease })),
      );
      const seen = new Set<bigint>();
      const latest = [0n, 0n, 0n];
      for (const { maker, move } of moves) {
        clocks[maker] = clocks[maker]! + (move > 30 ? 1 : move < 0 ? move : 0);
        await makers[maker]!.ready();
        const id = makers[maker]!.next();
        assert.ok(!seen.has(id));
        seen.add(id);
        assert.ok(dayOfId(id) >= clocks[maker] && dayOfId(id) >= dayOfId(latest[maker]!));
        latest[maker] = id;
      }
    }),
  );
});

test('a maker leases its next slot during its last day, so that no id waits at midnight', async () => {
  let day = 20_000;
  const maker = await createIdMaker({ day: () => day, lease: leaseOffice() });
  assert.equal(maker.next(), firstIdOf(20_000));
  day = 20_001;
  assert.equal(maker.next(), firstIdOf(20_001));
  await Promise.resolve();
  day = 20_002;
  assert.equal(maker.next(), firstIdOf(20_002) + 2n ** 28n);
  assert.equal(firstIdOf(20_001) - firstIdOf(20_000), 2n ** 40n);
});

test('a maker that was idle over its lease waits for a new one, and refuses to guess', async () => {
  let day = 20_000;
  const maker = await createIdMaker({ day: () => day, lease: leaseOffice() });
  day = 20_009;
  assert.throws(() => maker.next(), { code: 'ids-exhausted' });
  await maker.ready();
  assert.equal(dayOfId(maker.next()), 20_009);
});
