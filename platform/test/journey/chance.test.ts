/** A parcel chosen by lot and one chosen by a rule read the same to whoever examines them, in every answer of the desk. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { ParcelPageSchema, QueueSchema } from '../../src/server/desk/schema.ts';
import { ask } from '../support/contract.ts';
import { AMINA, LEILA, TOMAS } from '../support/people.ts';
import { openSuitePlatform } from '../support/platform.ts';
import { arrivalOf, declarationOf, FLIGHT, s10, SENDERS } from '../support/submissions.ts';

type Opened = Awaited<ReturnType<typeof openSuitePlatform>>;

/** Headphones by post from Qana are looked at regularly, by a rule that may also be the dress of chance. */
const byRule = s10(61);
const byLot = s10(62);
const HEADPHONES = { description: 'wireless headphones with case', commodityCode: '851830' };
/** Lower than any share, and even, so that the first cover is worn. */
const CHOSEN = 0;

suite('Chance on the desk', () => {
  let opened: Opened;
  before(async () => {
    opened = await openSuitePlatform({
      draw: (reference) => (reference.endsWith(byLot) ? CHOSEN : 999_999),
    });
    await opened.register(...SENDERS);
    await opened.submit(declarationOf(byRule, { item: HEADPHONES }));
    await opened.submit(declarationOf(byLot));
    opened.clock.at = Temporal.Instant.from(FLIGHT.arrivalAt).epochMilliseconds;
    await opened.submit(arrivalOf(byRule, FLIGHT.arrivalAt), arrivalOf(byLot, FLIGHT.arrivalAt));
  });
  after(() => opened.drop());

  const pageOf = async (headers: Record<string, string>, number: string) =>
    ask(opened.app, { url: `/v1/officer/parcels/s10/${number}`, headers }, ParcelPageSchema);

  test('wears the words of a rule, whose parcel has the same lane, band, acts and story', async () => {
    for (const person of [AMINA, LEILA]) {
      const headers = await opened.officerHeaders(person);
      const [rule, lot] = [await pageOf(headers, byRule), await pageOf(headers, byLot)];
      for (const each of ['pieces', 'lookFor', 'band', 'because', 'actions', 'conditions'] as const)
        assert.deepEqual(lot.judgement[each], rule.judgement[each], `${person.name}: ${each}`);
      assert.deepEqual(
        lot.story.map(({ title }) => title),
        rule.story.map(({ title }) => title),
      );
      assert.deepEqual(
        [lot.parcel.lane, lot.parcel.hold, lot.parcel.stage],
        [rule.parcel.lane, rule.parcel.hold, rule.parcel.stage],
      );
      assert.doesNotMatch(JSON.stringify(lot), /random|chance|selection|by lot/i);
    }
  });

  test('stands in the queue as the other does', async () => {
    const headers = await opened.officerHeaders(AMINA);
    const { rows } = await ask(opened.app, { url: '/v1/officer/queue', headers }, QueueSchema);
    const [left, right] = rows.map(({ lane, hold, stage, firstReason }) => ({ lane, hold, stage, firstReason })); // prettier-ignore
    assert.equal(rows.length, 2);
    assert.deepEqual(left, right);
  });

  test('is known to a targeter for what it is', async () => {
    const headers = await opened.officerHeaders(TOMAS);
    const { judgement } = await pageOf(headers, byLot);
    assert.equal(judgement.pieces[0]?.rule, 'random-selection');
    assert.match(judgement.pieces[0].detail ?? '', /chosen by lot/);
  });
});
