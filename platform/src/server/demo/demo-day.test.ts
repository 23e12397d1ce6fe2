/** The demo day: repeatable, well formed to the last message, and mostly dull. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { readSubmission } from '../../domain/advance-data/read-submission.ts';
import type { WireSubmission } from '../../domain/advance-data/wire.ts';
import { postalItemFault } from '../../domain/kernel/s10.ts';
import { findShape } from '../gateways/json/read-wire.ts';
import { requirePack } from '../packs/load.ts';
import { startDemoClock } from './demo-clock.ts';
import { demoDay } from './demo-day.ts';
import { demoParties } from './demo-parties.ts';
import { agencyOfOffice } from '../../domain/decision/agencies.ts';
import { demoPeople } from './demo-people.ts';
import { DEMO_STORIES } from './demo-stories.ts';
import { dayOf, millisecondsOf, momentOf } from './day.ts';
import { PRODUCTS } from './products.ts';
import { SELLERS } from './sellers.ts';
import { LEGS, PLATFORMS } from './world.ts';

const on = Temporal.PlainDate.from('2026-11-20');
const wanted = { seed: 'meridia', parcels: 900, on };
const messages = [...demoDay(wanted)];
const { pack } = requirePack(path.resolve(import.meta.dirname, '../../../../packs'), 'xm-meridia');

const referencesOf = ({ consignments }: WireSubmission): string[] =>
  consignments.flatMap(({ houseReference }) => houseReference?.number ?? []);

test('the same seed gives the same day, and another seed or day another one', () => {
  assert.deepEqual([...demoDay(wanted)], messages);
  const other = [...demoDay({ ...wanted, seed: 'b' })];
  assert.notDeepEqual(other.slice(0, 50), messages.slice(0, 50));
  const references = new Set(messages.flatMap(({ submission }) => referencesOf(submission)));
  const stories = new Set(Object.values(DEMO_STORIES).flatMap((story) => story.references.map(({ number }) => number))); // prettier-ignore
  const tomorrow = [...demoDay({ ...wanted, on: on.add({ days: 1 }) })];
  const again = tomorrow.flatMap(({ submission }) => referencesOf(submission)).filter((number) => references.has(number)); // prettier-ignore
  assert.deepEqual(new Set(again), stories);
});

test('messages come in the order of their minutes, within the day', () => {
  const minutes = messages.map(({ at }) => at);
  assert.deepEqual(
    minutes,
    minutes.toSorted((a, b) => a - b),
  );
  assert.ok(minutes.every((minute) => minute >= 0 && minute < 1_440));
});

test('every message is a submission of a registered party without a value that cannot be read', () => {
  const codes = new Set(demoParties().map(({ code }) => code));
  for (const { submission } of messages) {
    assert.deepEqual(findShape(submission), [], submission.messageId);
    assert.deepEqual(readSubmission(submission).findings, [], submission.messageId);
    assert.ok(codes.has(submission.sender), submission.sender);
  }
});

test('every postal number has its check digit, and no two parcels share a number', () => {
  const originals = new Map(
    messages
      .map(({ submission }) => submission)
      .filter(
        ({ kind, messageId }) => kind === 'declaration' && !/-(?:D2|STORY-02R-D)$/.test(messageId),
      ) // prettier-ignore
      .map((submission) => [submission.messageId, referencesOf(submission)] as const),
  );
  const numbers = [...originals.values()].flat();
  for (const number of numbers.filter((one) => /^[A-Z]{2}[0-9]{9}[A-Z]{2}$/.test(one)))
    assert.equal(postalItemFault(number), null, number);
  assert.equal(new Set(numbers).size, numbers.length);
  assert.ok(numbers.length > 900);
});

test('messages are doubled, crossed, corrected and late, as they are in life', () => {
  const ids = messages.map(({ submission }) => submission.messageId);
  assert.ok(new Set(ids).size < ids.length, 'some come twice');
  assert.ok(messages.some(({ submission }) => submission.function === 'replace'));
  const placeOf = new Map(ids.map((id, place) => [id.replace(/^[A-Z0-9]+-/, ''), place]));
  const crossed = [...placeOf].filter(([id, place]) => id.endsWith('-O') && (placeOf.get(id.replace(/O$/, 'D')) ?? place) < place); // prettier-ignore
  assert.ok(crossed.length > 5, `${String(crossed.length)} orders come after their declaration`);
});

test('each story is told under the references that the walk names', () => {
  const said = new Set(messages.flatMap(({ submission }) => referencesOf(submission)));
  for (const { name, references } of Object.values(DEMO_STORIES))
    for (const { number } of references) assert.ok(said.has(number), `${name}: ${number}`);
});

test('the world is as large as the design says, and everything sold in it has a code of the day', () => {
  assert.ok(PRODUCTS.length >= 150);
  assert.equal(SELLERS.length, 100);
  assert.equal(PLATFORMS.length, 5);
  assert.ok(LEGS.length >= 12);
  const codes = new Set(pack.commodityCodes.map(({ code }) => code));
  assert.deepEqual(
    PRODUCTS.filter(({ commodityCode }) => !codes.has(commodityCode)),
    [],
  );
  const offices = new Set(pack.offices.map(({ code }) => code));
  for (const { office } of demoPeople())
    assert.ok(offices.has(office) || agencyOfOffice(pack, office) !== null, office);
  for (const leg of LEGS) for (const office of Object.values(leg.offices)) assert.ok(offices.has(office)); // prettier-ignore
});

test('the clock of the day runs at its pace until midnight, and then like any other', () => {
  let milliseconds = 0;
  const clock = startDemoClock(dayOf(wanted), { pace: 96, fromMinute: 0, steady: () => milliseconds }); // prettier-ignore
  const minutes = [0, 60_000, 900_000, 960_000].map((elapsed) => {
    milliseconds = elapsed;
    return clock.minute();
  });
  assert.deepEqual(minutes, [0, 96, 1_440, 1_441]);
  milliseconds = 600_000;
  assert.equal(new Temporal.Instant(BigInt(clock.now()) * 1_000_000n).toString(), '2026-11-20T13:00:00Z'); // prettier-ignore
  const noon = Temporal.Instant.from(momentOf({ on }, 720)).epochMilliseconds;
  assert.equal(millisecondsOf(dayOf(wanted), 720), noon);
});
