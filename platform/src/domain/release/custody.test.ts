/** Plays random histories of officers, scans, decisions and payments, and looks for one that breaks what must hold. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import {
  APPEAL,
  HERE,
  LET_GO_AHEAD,
  TARGETER,
  agencyHistories,
  anyStep,
  harm,
  histories,
  play,
  settled,
} from '../../../test/support/histories.ts';
import { isClosed, mayMove } from '../decision/stage.ts';
import { NO_CUSTODY, needsOfficer, outsideOf, type CustodyState } from './custody.ts';
import { foldCustody } from './fold-custody.ts';
import type { RevenueStanding } from './standing.ts';

const runs = { numRuns: 600 };

suite('In every history', () => {
  test('a targeted parcel is released only after two different people, neither of whom targets', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { before, event } of play(steps)) {
          if (event.type !== 'released' || !before.targeted) continue;
          const { confirmed } = before;
          assert.ok(confirmed?.proposedBy, 'somebody proposed it');
          assert.notEqual(confirmed.by.person, confirmed.proposedBy.person);
          assert.equal(confirmed.by.role, 'second-officer');
          assert.ok(![confirmed.by.person, confirmed.proposedBy.person].includes(TARGETER));
        }
      }),
      runs,
    );
  });

  test('a parcel that is held or to be looked at is let go by two people', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { before, event } of play(steps)) {
          if (event.type !== 'release-confirmed') continue;
          const isPlain =
            !before.targeted && before.holds.length === 0 && before.decision?.lane === 'release';
          assert.ok(
            isPlain || (event.proposedBy !== null && event.proposedBy.person !== event.by.person),
          );
        }
      }),
      runs,
    );
  });

  test('what people let go leaves the queue only when it then goes by itself: on arrival, with nothing owed', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
        for (const { state } of play([...LET_GO_AHEAD, ...steps])) {
          const isWanted = state.decision !== null && state.decision.lane !== 'release';
          if (!isWanted || isClosed(state.stage) || needsOfficer(state)) continue;
          seen.add(state.stage);
          const here: CustodyState = state.arrivedAt === null ? foldCustody(state, HERE, 8) : state;
          const events: readonly string[] = settled(here, 'paid').map(({ type }) => type);
          assert.equal(events.at(-1), 'released', `${state.stage}: ${events.join(', ')}`);
        }
      }),
      runs,
    );
    assert.deepEqual([...seen].sort(), ['assessed', 'departed', 'held']);
  });

  test('the second person is the one drawn by lot where one was drawn', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { before, event } of play(steps)) {
          if (event.type !== 'release-confirmed' || event.proposedBy === null) continue;
          const drawn = before.proposal?.second ?? null;
          assert.ok(drawn === null || drawn === event.by.person);
        }
      }),
      runs,
    );
  });

  test('what hurts has an officer, a reason, a ground and a way to appeal, and the outside hears of it only then', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { state } of play(steps)) {
          const outside = outsideOf(state);
          if (outside !== 'refused' && outside !== 'do-not-load') continue;
          assert.ok(state.harm !== null && state.harm.by.person !== '');
          assert.ok(
            state.harm.reason !== '' &&
              state.harm.ground === harm.ground &&
              state.harm.appeal === APPEAL,
          );
        }
      }),
      runs,
    );
  });

  test('the stage moves only by the table', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { before, state, event } of play(steps)) {
          const isLegal = before.stage === state.stage || mayMove(before.stage, state.stage);
          assert.ok(isLegal, `${event.type}: ${before.stage} to ${state.stage}`);
        }
      }),
      runs,
    );
  });

  test('a lifted order not to load and a destruction take a second person', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { event } of play(steps)) {
          if (event.type === 'do-not-load-lifted')
            assert.notEqual(event.by.person, event.proposedBy.person);
          if (event.type === 'destroyed') assert.notEqual(event.by.person, event.ordered.person);
        }
      }),
      runs,
    );
  });

  test('nothing is released while it is held, while money is owed, before an agency agrees or before it is here', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { before, event } of play(steps)) {
          if (event.type !== 'released') continue;
          assert.deepEqual(before.holds, []);
          assert.ok(before.agencies.every(({ answer }) => answer === 'agreed'));
          assert.ok(before.arrivedAt !== null);
          assert.equal(event.conditions.length, 7);
        }
      }),
      runs,
    );
  });

  test('the engine has nothing to add once its events are folded', () => {
    const standing = fc.constantFrom<RevenueStanding[]>('owed', 'paid');
    fc.assert(
      fc.property(histories, standing, (steps, money) => {
        const state = play(steps).at(-1)?.state ?? NO_CUSTODY;
        const events = settled(state, money);
        const after = events.reduce((known, event) => foldCustody(known, event, 8), state);
        assert.deepEqual(settled(after, money), [], JSON.stringify([state, events]));
      }),
      runs,
    );
  });

  test('an agency’s word ends what the agency has asked, and nothing that others have asked', () => {
    let ended = 0;
    fc.assert(
      fc.property(agencyHistories, (steps) => {
        const played = play(steps);
        for (const [index, { before, event }] of played.entries()) {
          if (event.type !== 'agency-answered') continue;
          const mine = before.asked.filter(({ agency }) => agency === event.agency);
          const others = before.asked.filter((question) => !mine.includes(question));
          assert.deepEqual(played[index + mine.length]?.state.asked, others);
          ended += mine.length;
        }
      }),
      runs,
    );
    assert.ok(ended > 0, 'some agency asked before it answered');
  });

  test('no officer’s name and nothing but plain JSON enters an event or the state', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { event, state } of play(steps)) {
          assert.deepEqual(JSON.parse(JSON.stringify(event)), event);
          assert.deepEqual(JSON.parse(JSON.stringify(state)), state);
          assert.ok(!JSON.stringify(event).includes('"Name"'));
        }
      }),
      { numRuns: 100 },
    );
  });
});
