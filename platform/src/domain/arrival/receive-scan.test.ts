/** Shows that scans which come late, twice or crossed give the same parcel as scans in good order. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { factsOf } from '../../../test/support/parcels.ts';
import type { Arrival } from '../advance-data/statement.ts';
import type { Decision } from '../decision/decision.ts';
import { decided } from '../decision/events.ts';
import { NO_CUSTODY, type CustodyState } from '../release/custody.ts';
import { foldCustody } from '../release/fold-custody.ts';
import { present, WHOLE_PARCEL } from './present.ts';
import { receiveScan, type ScanSubject } from './receive-scan.ts';

const facts = factsOf({ pieces: [{ reference: 'P1' }, { reference: 'P2' }, { reference: 'P3' }] });
const unannounced = factsOf({
  items: [], streams: { order: false, payment: false, logistics: false, declaration: false, arrival: true },
}); // prettier-ignore

function receive(
  state: CustodyState,
  scans: readonly Arrival[],
  of: ScanSubject['facts'] = facts,
): CustodyState {
  return scans.reduce(
    (parcel, scan) =>
      receiveScan({ parcel, facts: of, answerDueAt: () => null }, scan).reduce(
        (known, event) => foldCustody(known, event, 99),
        parcel,
      ),
    state,
  );
}

const decisionOf = (given: Partial<Decision>): Decision => ({
  category: 2, categoryBecause: [], lane: 'release', targetedLane: 'release', hold: null, answer: 'assessment-complete', questions: [],
  outside: 'accepted', because: [], ...given,
}); // prettier-ignore
const starting = (given: Partial<Decision>): CustodyState =>
  foldCustody(NO_CUSTODY, decided(decisionOf(given)), 1);

const START: readonly CustodyState[] = [
  NO_CUSTODY,
  starting({}),
  starting({ answer: 'request-for-information' }),
  starting({ answer: 'proposed-do-not-load', lane: 'do-not-load', targetedLane: 'do-not-load' }),
];

const scan: fc.Arbitrary<Arrival> = fc
  .record({
    event: fc.constantFrom<Arrival['event'][]>('departed', 'arrived', 'presented'),
    at: fc.integer({ min: 1, max: 20 }),
    pieces: fc.subarray(['P1', 'P2', 'P3', 'P9']),
    namesOffice: fc.boolean(),
  })
  .map(({ namesOffice, ...found }) =>
    namesOffice ? { ...found, office: `XM${found.at}` } : found,
  );
const scansAndOrder = fc
  .array(scan, { minLength: 1, maxLength: 8 })
  .chain((scans) =>
    fc.tuple(fc.constant(scans), fc.shuffledSubarray(scans, { minLength: scans.length })),
  );

suite('Scans of a parcel', () => {
  test('give the same parcel in any order', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...START),
        scansAndOrder,
        fc.constantFrom(facts, unannounced),
        (start, [scans, shuffled], of) => {
          assert.deepEqual(receive(start, shuffled, of), receive(start, scans, of));
        },
      ),
    );
  });

  test('add nothing the second time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...START), scansAndOrder, (start, [scans, again]) => {
        const once = receive(start, scans);
        for (const each of again)
          assert.deepEqual(receiveScan({ parcel: once, facts, answerDueAt: () => null }, each), []);
      }),
    );
  });

  test('of a parcel that nobody announced hold it for its identity and ask for its declaration', () => {
    const subject = { parcel: NO_CUSTODY, facts: unannounced, answerDueAt: () => 5 };
    const events = receiveScan(subject, { event: 'arrived', at: 3, pieces: [] });
    assert.deepEqual(
      events.map(({ type }) => type),
      ['arrived', 'irregular', 'held', 'asked'],
    );
    const state = receive(NO_CUSTODY, [{ event: 'arrived', at: 3, pieces: [] }], unannounced);
    assert.deepEqual(
      [state.stage, state.holds, state.asked.length],
      ['held', [{ reason: 'identity', officer: null }], 1],
    );
  });

  test('of a parcel that must not be loaded are kept as facts, and hold it when it comes all the same', () => {
    const barred = { ...NO_CUSTODY, stage: 'do-not-load' } as const;
    const left = receive(barred, [{ event: 'departed', at: 2, pieces: [] }]);
    assert.deepEqual(
      [left.stage, left.departedAt, left.irregularities],
      ['do-not-load', 2, ['moved-despite-do-not-load']],
    );
    assert.equal(receive(left, [{ event: 'arrived', at: 3, pieces: [] }]).stage, 'held');
  });

  test('of a delivery before release are irregular and move nothing', () => {
    const state = receive(starting({}), [{ event: 'delivered', at: 3, pieces: [] }]);
    assert.deepEqual(
      [state.stage, state.irregularities],
      ['assessed', ['delivered-before-release']],
    );
    const released = { ...NO_CUSTODY, stage: 'released', releasedAt: 2 } as const;
    assert.equal(receive(released, [{ event: 'delivered', at: 3, pieces: [] }]).stage, 'delivered');
  });
});

suite('A presentation', () => {
  test('sorts every expected piece into matched or short, and every other one into excess', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.array(fc.string()), (references, scanned) => {
        const expected = { ...facts, pieces: references.map((reference) => ({ reference })) };
        fc.pre(references.length > 0 && !scanned.includes(WHOLE_PARCEL));
        const { matched, excess, short, complete } = present(expected, scanned);
        assert.deepEqual([...matched, ...short].sort(), [...references].sort());
        assert.deepEqual(
          [...new Set([...matched, ...excess])].sort(),
          [...new Set(scanned)].sort(),
        );
        assert.equal(complete, excess.length === 0 && short.length === 0);
      }),
    );
  });

  test('counts packages where no pieces are listed', () => {
    const counted = factsOf({ packages: 2 });
    assert.deepEqual(present(counted, ['X']).short, ['RB123456785XX/2']);
    assert.equal(present(counted, ['X', 'Y']).complete, true);
    assert.deepEqual(present(counted, ['X', 'Y', 'Z']).excess, ['Z']);
    assert.equal(present(counted, [WHOLE_PARCEL]).complete, true);
    assert.deepEqual(present(factsOf(), []).short, ['RB123456785XX/1']);
  });
});
