/** The colleagues of the demo day treat each parcel step by step, in its own time, and never touch what is told as a story. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LANES } from '../../domain/kernel/lane.ts';
import { NO_CUSTODY, type CustodyState } from '../../domain/release/custody.ts';
import { COLLEAGUE, SECOND } from './demo-people.ts';
import { nextAct } from './demo-shift.ts';
import { DEMO_STORIES } from './demo-stories.ts';

const HOUR = 3_600_000;
const decided = (targetedLane: (typeof LANES)[number]): CustodyState['decision'] => ({
  category: 2,
  categoryBecause: [],
  hold: 'risk',
  answer: 'assessment-complete',
  outside: 'waiting',
  lane: targetedLane,
  targetedLane,
  because: [],
  questions: [],
});
const here = { ...NO_CUSTODY, stage: 'held', arrivedAt: 0 } as const;
const claim = { person: COLLEAGUE.person, at: 0 };
const by = { person: COLLEAGUE.person, role: 'front-officer', office: COLLEAGUE.office } as const;
const next = (custody: CustodyState, now = HOUR, number = 'UB800000001XZ') =>
  nextAct({ number, since: 0 }, { custody }, now);

test('a parcel to scan is taken, scanned, proposed for release, and let go by the second', () => {
  const steps: [CustodyState, string, string][] = [
    [{ ...here, decision: decided('scan') }, 'claim', COLLEAGUE.person],
    [{ ...here, decision: decided('scan'), claim }, 'record-scan', COLLEAGUE.person],
    [{ ...here, claim, scan: 'clear' }, 'propose-release', COLLEAGUE.person],
    [{ ...here, claim, scan: 'clear', stage: 'release-proposed', proposal: { by, undone: null, second: null } }, 'confirm-release', SECOND.person],
  ];
  for (const [custody, act, person] of steps) {
    const done = next(custody);
    assert.deepEqual([done?.request.act, done?.by.person], [act, person]);
  }
}); // prettier-ignore

test('nothing is done before its time, with a story, or with a parcel that somebody else has', () => {
  const numbers = Object.values(DEMO_STORIES).flatMap(({ references }) => references.map(({ number }) => number)); // prettier-ignore
  const moment = fc.record({
    stage: fc.constantFrom('held', 'release-proposed', 'arrived', 'assessed' as const),
    decision: fc.constantFrom(...LANES).map(decided),
    arrivedAt: fc.constantFrom(0, null),
    now: fc.nat(HOUR * 9),
  });
  fc.assert(
    fc.property(moment, ({ now, ...said }) => {
      const custody = { ...here, claim, ...said };
      for (const number of numbers) assert.equal(next(custody, now, number), null);
      assert.equal(next({ ...custody, claim: { ...claim, person: 'amina' } }, now), null);
      if (said.arrivedAt === null) assert.equal(next(custody, now), null);
    }),
  );
  assert.equal(next({ ...here, decision: decided('scan') }, 60_000), null);
});

test('of many examined parcels a few are not as declared, and their sender is asked', () => {
  const results = Array.from({ length: 600 }, (_, place) => {
    const custody = { ...here, decision: decided('examine'), claim };
    return next(custody, HOUR, `UB8${String(place).padStart(8, '0')}XZ`)?.request.result;
  });
  const differing = results.filter((result) => result === 'discrepancy').length;
  assert.ok(differing > 20 && differing < 90, `${String(differing)} of 600`);
  const asked = next({ ...here, decision: decided('examine'), claim, examination: 'discrepancy' });
  assert.equal(asked?.request.act, 'ask');
  const question = { kind: 'information', about: 'items.value', text: 'What was paid?', dueAt: 0 } as const; // prettier-ignore
  const open = { ...here, claim, examination: 'discrepancy', asked: [question] } as const;
  assert.equal(next(open, 60_000), null);
  const answered = next(open, HOUR * 3);
  assert.deepEqual([answered?.request.act, answered?.then?.act], ['close-question', 'propose-release']); // prettier-ignore
});
