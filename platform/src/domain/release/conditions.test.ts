/** Shows each condition of release met and unmet, and what the engine then does at arrival and at departure. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Decision } from '../decision/decision.ts';
import {
  RELEASE_CONDITIONS,
  releaseConditions,
  type ReleaseCondition,
  type ReleaseSubject,
} from './conditions.ts';
import { NO_CUSTODY, type CustodyState } from './custody.ts';
import { settle, type SettleSubject } from './settle.ts';

const decision: Decision = {
  category: 2, categoryBecause: [], lane: 'release', targetedLane: 'release', hold: null, answer: 'assessment-complete', questions: [],
  outside: 'accepted', because: [],
}; // prettier-ignore
const whole = { matched: ['P1'], excess: [], short: [], complete: true };
const here: CustodyState = {
  ...NO_CUSTODY,
  stage: 'arrived',
  decision,
  arrivedAt: 5,
  presentation: whole,
};
const ready: SettleSubject = {
  direction: 'import',
  custody: here,
  standing: 'nothing-owed',
  agencies: [],
};
const question = {
  kind: 'information',
  about: 'items/0/value',
  text: 'How much?',
  dueAt: null,
} as const;
const examined = { ...decision, lane: 'examine', targetedLane: 'examine', hold: 'risk' } as const;

const unmet = (
  given: Partial<ReleaseSubject>,
  custody: Partial<CustodyState> = {},
): readonly ReleaseCondition[] =>
  releaseConditions({ ...ready, ...given, custody: { ...here, ...custody } }).unmet;
const settled = (
  given: Partial<SettleSubject>,
  custody: Partial<CustodyState> = {},
): readonly string[] =>
  settle({ ...ready, ...given, custody: { ...here, ...custody } }).map((event) =>
    event.type === 'held' || event.type === 'hold-lifted'
      ? `${event.type} ${event.reason}`
      : event.type,
  );

suite('The conditions of release', () => {
  test('are all met by a low-risk parcel that is here in full and owes nothing', () => {
    assert.deepEqual(releaseConditions(ready), { met: RELEASE_CONDITIONS, unmet: [] });
  });

  test('are missed one by one', () => {
    assert.deepEqual(unmet({}, { decision: examined }), ['decision']);
    assert.deepEqual(unmet({}, { targeted: true }), ['decision']);
    assert.deepEqual(unmet({}, { asked: [question] }), ['questions']);
    assert.deepEqual(unmet({}, { arrivedAt: null }), ['here']);
    assert.deepEqual(unmet({}, { presentation: { ...whole, short: ['P2'], complete: false } }), [
      'pieces',
    ]);
    assert.deepEqual(unmet({ standing: 'owed' }), ['revenue']);
    assert.deepEqual(unmet({ agencies: [{ agency: 'Health', answer: 'waiting' }] }), ['agencies']);
    assert.deepEqual(unmet({}, { holds: [{ reason: 'risk', officer: 'amina' }] }), ['holds']);
  });

  test('count money as settled when it is secured, paid or was collected at sale', () => {
    for (const standing of ['nothing-owed', 'collected-at-sale', 'secured', 'paid'] as const)
      assert.deepEqual(unmet({ standing }), []);
  });
});

suite('The engine', () => {
  test('releases a low-risk parcel at once on arrival, and an export on departure', () => {
    assert.deepEqual(settle(ready), [
      { type: 'released', basis: 'on-arrival', conditions: RELEASE_CONDITIONS },
    ]);
    const departed: CustodyState = { ...NO_CUSTODY, stage: 'departed', decision, departedAt: 5 };
    assert.deepEqual(settle({ ...ready, direction: 'export', custody: departed })[0], {
      type: 'released', basis: 'on-departure', conditions: RELEASE_CONDITIONS,
    }); // prettier-ignore
    assert.deepEqual(settle({ ...ready, custody: departed }), []);
  });

  test('holds what is here with every reason that stops it, and says nothing before it is here', () => {
    assert.deepEqual(settled({ standing: 'owed' }, { decision: examined, targeted: true }), [
      'held risk',
      'held revenue',
    ]);
    assert.deepEqual(settled({}, { arrivedAt: null, stage: 'assessed', decision: examined }), []);
  });

  test('ends its own hold when the money comes, and releases in the same breath', () => {
    const held = { stage: 'held', holds: [{ reason: 'revenue', officer: null }] } as const;
    assert.deepEqual(settled({ standing: 'owed' }, held), []);
    assert.deepEqual(settled({ standing: 'paid' }, held), ['hold-lifted revenue', 'released']);
  });

  test('never ends a hold for risk, nor one that an officer placed', () => {
    assert.deepEqual(
      settled({}, { stage: 'held', holds: [{ reason: 'risk', officer: null }] }),
      [],
    );
    assert.deepEqual(
      settled(
        { standing: 'paid' },
        { stage: 'held', holds: [{ reason: 'revenue', officer: 'amina' }] },
      ),
      [],
    );
  });

  test('takes a parcel that came without data on its way once its declaration is decided', () => {
    const asked = [
      { kind: 'information', about: 'declaration', text: 'Send it.', dueAt: null },
    ] as const;
    const holds = [{ reason: 'identity', officer: null }] as const;
    assert.deepEqual(settled({}, { stage: 'held', asked, holds, decision: null }), [
      'held data-quality',
    ]);
    assert.deepEqual(settled({}, { stage: 'held', asked, holds }), [
      'answered',
      'hold-lifted identity',
      'released',
    ]);
  });
});
