/** Proves that the sentence over a chart says the chart's own figures, also when there are none. */
import assert from 'node:assert/strict';
import test from 'node:test';
import {
  lanesSentence,
  moneySentence,
  percent,
  releaseSentence,
  stagesSentence,
} from './sentences.ts';

test('an empty day is told in words and not as a division by nothing', () => {
  assert.equal(releaseSentence([]), 'No parcel was released yet today');
  assert.equal(lanesSentence([]), 'No parcel has a lane yet today');
  assert.equal(stagesSentence([]), 'No parcel is known yet today');
});

test('release times are told of the busiest category', () => {
  const release = [
    { category: 1, parcels: 10, p50: 2, p90: 5, p99: 9 },
    { category: 3, parcels: 900, p50: 240, p90: 4320, p99: 9000 },
  ];
  assert.equal(
    releaseSentence(release),
    'Half of the category 3 parcels are released within 4 min, nine in ten within 1 h 12 min',
  );
});

test('a release in the second of arrival is told as what it is', () => {
  const release = [{ category: 2, parcels: 9, p50: 0, p90: 3, p99: 19 }];
  assert.equal(
    releaseSentence(release),
    'Half of the category 2 parcels are released at once, nine in ten within 3 s',
  );
});

test('lanes are told with what needs somebody', () => {
  const lanes = [
    { lane: 'release', parcels: 3790 },
    { lane: 'scan', parcels: 22 },
  ] as const;
  assert.equal(
    lanesSentence(lanes),
    '3,790 of 3,812 parcels go on arrival (99.4 %), 22 need somebody',
  );
});

test('money is told as the ledger wrote it', () => {
  const money = {
    currency: 'XMC',
    assessed: '18342.10',
    atSale: '17000.00',
    secured: '442.10',
    owed: '0.00',
    paid: '900.00',
    entries: 3,
  };
  assert.equal(
    moneySentence(money),
    '18,342.10 XMC assessed today, 17,000.00 XMC of it collected at sale',
  );
});

test('shares near all or nothing keep a decimal', () => {
  assert.equal(percent(3790, 3812), '99.4 %');
  assert.equal(percent(1, 3), '33 %');
  assert.equal(percent(1, 1), '100 %');
  assert.equal(percent(0, 9), '0 %');
  assert.equal(percent(1, 8134), '< 0.1 %');
  assert.equal(percent(8133, 8134), '> 99.9 %');
});
