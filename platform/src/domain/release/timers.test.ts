/** Times pass once, only while the parcel is in our charge, and nothing happens to the goods when they do. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { Question } from '../decision/decision.ts';
import { STAGES, isClosed } from '../decision/stage.ts';
import type { Deadline } from '../jurisdiction/pack.ts';
import { NO_CUSTODY, needsOfficer, outsideOf, type CustodyState } from './custody.ts';
import type { Overdue } from './events.ts';
import { foldCustody } from './fold-custody.ts';
import type { RevenueStanding } from './standing.ts';
import { overdueAt, timersOf } from './timers.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const row = (event: string, offsetMinutes: number, mode = 'any'): Deadline => ({
  id: `row-${event}-${mode}`, mode, event, before: 'notice', offsetMinutes,
  from: 0, until: null, knownFrom: 0, source: 'test', readOn: 0, verified: true,
}); // prettier-ignore

const LAW: readonly Deadline[] = [
  row('hold-second-notice', 7 * 24 * 60),
  row('silence-return', 10 * 24 * 60),
  row('payment', 10 * 24 * 60),
  row('payment', 2 * 24 * 60, 'road'),
];

const question = (about: string, dueAt: number | null, kind: Question['kind'] = 'information') => ({ kind, about, text: 'Say what it is.', dueAt }); // prettier-ignore

const asked = (...questions: readonly Question[]): CustodyState =>
  questions.reduce((state, each) => foldCustody(state, { type: 'asked', by: null, question: each }, 1_000), NO_CUSTODY); // prettier-ignore
const arrivedAt = (state: CustodyState, at: number): CustodyState =>
  foldCustody(state, { type: 'arrived', at, office: null, scanned: [], matched: [], excess: [], short: [], complete: true }, at); // prettier-ignore

type Known = { readonly standing?: RevenueStanding; readonly mode?: string };
const subject = (custody: CustodyState, { standing = 'nothing-owed', mode = 'air' }: Known = {}) => ({ custody, standing, mode }); // prettier-ignore
const stepsAt = (custody: CustodyState, at: number, known: Known = {}): readonly string[] =>
  overdueAt(subject(custody, known), LAW, at).map(({ step, proposes }) => `${step}: ${proposes}`);
const noted = (custody: CustodyState, events: readonly Overdue[], at: number): CustodyState =>
  events.reduce((state, event) => foldCustody(state, event, at), custody);

suite('The timers of a parcel', () => {
  test('an answer is overdue at its time, not a millisecond before', () => {
    const state = asked(question('items', HOUR));
    assert.deepEqual(stepsAt(state, HOUR - 1), []);
    assert.deepEqual(stepsAt(state, HOUR), ['answer: hold']);
    assert.deepEqual(stepsAt(arrivedAt(state, 2_000), HOUR), ['answer: send-to-examine']);
  });

  test('a question without a time is never overdue by itself, but the law still ends silence about goods that are here', () => {
    const state = asked(question('items', null));
    assert.deepEqual(stepsAt(state, 365 * 24 * HOUR), []);
    assert.deepEqual(stepsAt(arrivedAt(state, HOUR), HOUR + 7 * 24 * HOUR), ['second-notice: ask']);
    assert.deepEqual(stepsAt(arrivedAt(state, HOUR), HOUR + 10 * 24 * HOUR), ['second-notice: ask', 'silence: re-export']); // prettier-ignore
  });

  test('charges owed are overdue so long after arrival, by the shortest time the law gives for the mode', () => {
    const state = arrivedAt(NO_CUSTODY, HOUR);
    const owed = { standing: 'owed' } as const;
    assert.deepEqual(stepsAt(state, HOUR + 10 * 24 * HOUR - 1, owed), []);
    assert.deepEqual(stepsAt(state, HOUR + 10 * 24 * HOUR, owed), ['payment: re-export']);
    assert.deepEqual(stepsAt(state, HOUR + 2 * 24 * HOUR, { ...owed, mode: 'road' }), ['payment: re-export']); // prettier-ignore
    assert.deepEqual(stepsAt(state, 365 * 24 * HOUR, { standing: 'secured' }), []);
  });

  test('a later question after one that is overdue has its own time', () => {
    const first = asked(question('items', HOUR));
    const late = noted(first, overdueAt(subject(first), LAW, HOUR), HOUR);
    const again = foldCustody(late, { type: 'asked', by: null, question: question('value', 3 * HOUR) }, 2 * HOUR); // prettier-ignore
    assert.deepEqual(stepsAt(again, 2 * HOUR), []);
    const [event] = overdueAt(subject(again), LAW, 3 * HOUR);
    assert.deepEqual(event?.about, ['value']);
  });

  test('with the last answer goes what was overdue about it, and what is owed stays', () => {
    const here = arrivedAt(asked(question('items', HOUR)), 2_000);
    const at = 365 * 24 * HOUR;
    const all = noted(here, overdueAt(subject(here, { standing: 'owed' }), LAW, at), at);
    assert.deepEqual(all.overdue.map(({ step }) => step), ['answer', 'second-notice', 'silence', 'payment']); // prettier-ignore
    const answered = foldCustody(all, { type: 'answered', about: 'items' }, at);
    assert.deepEqual(answered.overdue.map(({ step }) => step), ['payment']); // prettier-ignore
    assert.equal(answered.askedSince, null);
  });

  test('with the hold for charges goes what was overdue about them', () => {
    const at = 365 * 24 * HOUR;
    const here = foldCustody(arrivedAt(NO_CUSTODY, HOUR), { type: 'held', by: null, reason: 'revenue', because: ['revenue'] }, HOUR); // prettier-ignore
    const late = noted(here, overdueAt(subject(here, { standing: 'owed' }), LAW, at), at);
    assert.equal(needsOfficer(late), true);
    const paid = foldCustody(late, { type: 'hold-lifted', by: null, reason: 'revenue' }, at);
    assert.deepEqual(paid.overdue, []);
    assert.equal(needsOfficer(paid), false);
  });

  test('whatever the parcel, what was noted is not noted again, a closed parcel is left alone, and nothing but the officer is told', () =>
    fc.assert(
      fc.property(
        fc.record({
          stage: fc.constantFrom(...STAGES),
          dues: fc.array(fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }), {
            maxLength: 4,
          }),
          arrived: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
          standing: fc.constantFrom<RevenueStanding[]>('owed', 'paid', 'secured', 'nothing-owed'),
          at: fc.integer({ min: 1, max: 400 }),
        }),
        ({ stage, dues, arrived, standing, at: hours }) => {
          const questions = dues.map((due, index) => question(`e${String(index)}`, due === null ? null : due * HOUR)); // prettier-ignore
          const state = { ...asked(...questions), stage, arrivedAt: arrived === null ? null : arrived * HOUR }; // prettier-ignore
          const at = hours * HOUR;
          const events = overdueAt(subject(state, { standing }), LAW, at);
          if (isClosed(stage)) return events.length === 0;
          const after = noted(state, events, at);
          assert.deepEqual(overdueAt(subject(after, { standing }), LAW, at), []);
          const { overdue: _before, ...left } = state;
          const { overdue, ...kept } = after;
          assert.deepEqual(kept, left);
          assert.equal(outsideOf(after), outsideOf(state));
          assert.equal(needsOfficer(after), needsOfficer(state) || overdue.length > 0);
          const times = timersOf(subject(after, { standing }), LAW).map(({ dueAt }) => dueAt);
          return times.every((time) => time > at);
        },
      ),
    ));
});
