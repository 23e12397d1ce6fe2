/** The acts that move a parcel, by example: who may release it, who may not, and what the record keeps of it. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  COMMANDS,
  TARGETED_AND_HERE,
  decisionOf,
  harm,
  play,
  type Step,
} from '../../../test/support/histories.ts';
import { decided, type OfficerEvent } from '../decision/events.ts';
import { act } from '../decision/officer-act.ts';
import type { OfficerCommand } from '../decision/officer-command.ts';
import type { Officer, Role } from '../decision/officer.ts';
import { NO_CUSTODY, type CustodyState } from './custody.ts';
import { foldCustody } from './fold-custody.ts';

suite('A targeted parcel that is here', () => {
  const person = (name: string, ...roles: readonly Role[]): Officer => ({
    person: name,
    name: 'Name',
    roles,
    office: 'XMLHX1',
  });
  const by = (officer: Officer, command: OfficerCommand): Step => ({
    kind: 'act',
    officer,
    command,
    drawn: null,
  });
  const paid: Step = { kind: 'settle', standing: 'paid' };
  const told = (steps: readonly Step[]): readonly string[] =>
    play(steps).map(({ event }) => event.type);
  const propose = by(person('amina', 'front-officer', 'second-officer'), {
    act: 'propose-release',
    reason: 'scanned-clear',
  });
  const confirm = (officer: Officer): Step =>
    by(officer, { act: 'confirm-release', reason: 'scanned-clear' });

  test('is held, proposed, confirmed by another, and then released at once', () => {
    const steps = [
      ...TARGETED_AND_HERE,
      paid,
      propose,
      confirm(person('boris', 'second-officer')),
      paid,
    ];
    assert.deepEqual(told(steps), [
      'decided',
      'presented',
      'held',
      'release-proposed',
      'release-confirmed',
      'released',
    ]);
  });

  test('is not released by its proposer, whatever other role the proposer holds', () => {
    const steps = [
      ...TARGETED_AND_HERE,
      paid,
      propose,
      confirm(person('amina', 'second-officer')),
      paid,
    ];
    assert.deepEqual(told(steps), ['decided', 'presented', 'held', 'release-proposed']);
  });

  test('is not released after a new reason came up that the two did not know', () => {
    const news: Step = {
      kind: 'decide',
      before: decisionOf({}),
      after: decisionOf({
        lane: 'examine',
        targetedLane: 'examine',
        hold: 'risk',
        because: ['a', 'b'],
      }),
    };
    const steps = [
      ...TARGETED_AND_HERE,
      paid,
      propose,
      confirm(person('boris', 'second-officer')),
      news,
      paid,
    ];
    assert.equal(play(steps).at(-1)?.state.stage, 'held');
  });

  test('waits for the money even when two people let it go', () => {
    const owed: Step = { kind: 'settle', standing: 'owed' };
    const steps = [
      ...TARGETED_AND_HERE,
      owed,
      propose,
      confirm(person('boris', 'second-officer')),
      owed,
    ];
    const { state } = play(steps).at(-1) ?? { state: NO_CUSTODY };
    assert.deepEqual([state.stage, state.holds], ['held', [{ reason: 'revenue', officer: null }]]);
    assert.equal(told([...steps, paid]).at(-1), 'released');
  });
});

suite('The roles of officers', () => {
  const targeted = foldCustody(
    NO_CUSTODY,
    decided(decisionOf({ lane: 'examine', targetedLane: 'examine', hold: 'risk', because: ['a'] })),
    1,
  );
  const plain = foldCustody(NO_CUSTODY, decided(decisionOf({})), 1);
  const context = {
    grounds: new Set([harm.ground]),
    targeters: [],
    drawnSecond: null,
    agency: null,
  };
  const tried = (
    parcel: CustodyState,
    roles: Officer['roles'],
    command: OfficerCommand,
  ): string => {
    const result = act(
      { parcel, officer: { person: 'p', name: 'N', roles, office: 'O' }, context },
      command,
    );
    return result.ok
      ? result.value.map((event: OfficerEvent) => event.type).join()
      : result.error.code;
  };

  test('let a front officer release an untargeted parcel alone, and only propose a targeted one', () => {
    const confirm: OfficerCommand = { act: 'confirm-release', reason: 'false-alarm' };
    const propose: OfficerCommand = { act: 'propose-release', reason: 'false-alarm' };
    assert.equal(tried(plain, ['front-officer'], confirm), 'release-confirmed');
    assert.equal(tried(plain, ['supervisor'], confirm), 'release-confirmed');
    assert.equal(tried(plain, ['second-officer'], confirm), 'role-missing');
    assert.equal(tried(targeted, ['front-officer'], confirm), 'role-missing');
    assert.equal(tried(targeted, ['second-officer'], confirm), 'proposal-missing');
    assert.equal(tried(targeted, ['front-officer'], propose), 'release-proposed');
    assert.equal(tried(targeted, ['supervisor'], propose), 'role-missing');
    assert.equal(
      tried(targeted, ['front-officer', 'targeter'], propose),
      'targeter-never-releases',
    );
    assert.equal(tried(plain, ['front-officer'], propose), 'proposal-needless');
  });

  test('give those who write rules, keep books, run machines or audit no act at all', () => {
    for (const parcel of [plain, targeted]) {
      for (const command of COMMANDS) {
        const answer = tried(
          parcel,
          ['targeter', 'rule-approver', 'finance', 'administrator', 'auditor'],
          command,
        );
        assert.ok(
          answer === 'role-missing' || answer === 'parcel-closed',
          `${command.act}: ${answer}`,
        );
      }
    }
  });

  test('record the role that allowed the act, not the highest the person holds', () => {
    const officer = {
      person: 'p',
      name: 'N',
      roles: ['supervisor', 'front-officer'],
      office: 'XMLHX1',
    } as const;
    const result = act(
      { parcel: targeted, officer, context },
      { act: 'propose-release', reason: 'false-alarm' },
    );
    assert.ok(result.ok && result.value[0]?.type === 'release-proposed');
    assert.deepEqual(result.value[0].by, { person: 'p', role: 'front-officer', office: 'XMLHX1' });
    assert.equal(result.value[0].undone, 'examination');
  });

  test('do not reach into a parcel that a colleague has claimed, save for a supervisor', () => {
    const claimed = { ...plain, claim: { person: 'other', at: 1 } };
    const hold: OfficerCommand = { act: 'hold', reason: 'risk', because: 'officer-judgement' };
    assert.equal(tried(claimed, ['front-officer'], hold), 'claimed-by-another');
    assert.equal(tried(claimed, ['supervisor'], hold), 'held');
  });

  test('cannot hurt without a ground of the pack and a sentence on appeal', () => {
    const held = foldCustody(plain, { type: 'held', by: null, reason: 'risk', because: [] }, 2);
    assert.equal(tried(held, ['front-officer'], { act: 'seize', ...harm }), 'seized');
    assert.equal(
      tried(held, ['front-officer'], { act: 'seize', ...harm, ground: 'none' }),
      'ground-unknown',
    );
    assert.equal(
      tried(held, ['front-officer'], { act: 'seize', ...harm, appeal: ' ' }),
      'appeal-missing',
    );
  });
});
