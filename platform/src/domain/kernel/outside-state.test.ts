/** Nobody outside learns of a change before its tick, however often a parcel changes within one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { OUTSIDE_STATES, outsideChanged, publishedAt, tickAt, type Outside } from './outside-state.ts'; // prettier-ignore

const changes = fc.array(
  fc.record({ after: fc.integer({ min: 0, max: 150_000 }), to: fc.constantFrom(...OUTSIDE_STATES) }), // prettier-ignore
  { maxLength: 12 },
);

test('What is told at any moment is the state that held at the last tick', () => {
  fc.assert(
    fc.property(changes, fc.integer({ min: 0, max: 200_000 }), (steps, later) => {
      let known: Outside = { outside: 'accepted', outsideAt: -1, outsideBefore: 'accepted' };
      let at = 0;
      const history = [{ at: -1, to: known.outside }];
      for (const { after, to } of steps) {
        at += after;
        known = outsideChanged(known, to, at);
        history.push({ at, to });
      }
      const now = at + later;
      // A change at the very moment of a tick belongs to the next one.
      const held = history.findLast((step) => step.at < tickAt(now))?.to ?? 'accepted';
      assert.equal(publishedAt(known, now), held);
    }),
  );
});
