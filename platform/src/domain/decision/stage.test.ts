/** Tries every pair of stages against what must hold of all ways, so that no way is added by accident. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isFinal, mayMove, nextStages, STAGES, type Stage } from './stage.ts';

const pairs = STAGES.flatMap((from) => STAGES.map((to) => ({ from, to })));
const into = (to: Stage): readonly Stage[] => STAGES.filter((from) => mayMove(from, to));

/** Written down a second time on purpose: a change of the table must be meant twice. */
const EXPECTED: Readonly<Record<Stage, string>> = {
  announced:
    'assessed asked screening do-not-load-proposed departed arrived presented held cancelled',
  assessed:
    'asked screening do-not-load-proposed departed arrived presented held release-proposed cancelled',
  asked: 'assessed screening do-not-load-proposed departed arrived presented held cancelled',
  screening: 'assessed asked do-not-load-proposed departed arrived presented held cancelled',
  'do-not-load-proposed': 'assessed do-not-load held cancelled',
  'do-not-load': 'assessed held cancelled',
  departed: 'arrived presented held release-proposed released',
  arrived: 'presented held scanning examining release-proposed released',
  presented: 'held scanning examining release-proposed released',
  held: 'assessed departed arrived presented scanning examining release-proposed seized refused cancelled',
  scanning: 'held examining release-proposed seized refused',
  examining: 'held release-proposed seized refused',
  'release-proposed': 'assessed departed arrived presented held scanning examining',
  released: 'delivered return-requested',
  seized: 'destroyed',
  refused: 'destroyed re-exported',
  destroyed: '',
  're-exported': '',
  delivered: 'return-requested',
  'return-requested': 'delivered return-exported',
  'return-exported': 'refunded',
  refunded: '',
  cancelled: '',
};

suite('The stages of a parcel', () => {
  test('allow these ways, and each of the other pairs is refused', () => {
    for (const { from, to } of pairs) {
      assert.equal(mayMove(from, to), EXPECTED[from].split(' ').includes(to), `${from} to ${to}`);
    }
  });

  test('know no way from a stage to itself', () => {
    for (const stage of STAGES) assert.ok(!mayMove(stage, stage), stage);
  });

  test('are all reached from the announcement', () => {
    const reached = new Set<Stage>(['announced']);
    for (const stage of reached) for (const next of nextStages(stage)) reached.add(next);
    assert.deepEqual([...reached].sort(), [...STAGES].sort());
  });

  test('lead to release only from where the goods are, never from a hold, a control or a proposal', () => {
    assert.deepEqual(into('released'), ['departed', 'arrived', 'presented']);
  });

  test('lead to what hurts only by a stage where an officer has the parcel before him', () => {
    assert.deepEqual(into('do-not-load'), ['do-not-load-proposed']);
    assert.deepEqual(into('seized'), ['held', 'scanning', 'examining']);
    assert.deepEqual(into('refused'), ['held', 'scanning', 'examining']);
    assert.deepEqual(into('destroyed'), ['seized', 'refused']);
  });

  test('never lead back from release into the hands of Customs', () => {
    const after: readonly Stage[] = [
      'released',
      'delivered',
      'return-requested',
      'return-exported',
      'refunded',
    ];
    for (const from of after)
      for (const to of nextStages(from)) assert.ok(after.includes(to), `${from} to ${to}`);
  });

  test('end where nothing follows', () => {
    assert.deepEqual(STAGES.filter(isFinal), ['destroyed', 're-exported', 'refunded', 'cancelled']);
  });
});
