/** A correction is assessed by the law of the taxable event, not of the day it comes on, and the difference is booked once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readState } from '../../src/domain/parcel-state.ts';
import { openTestPlatform } from '../support/platform.ts';
import { declarationOf, s10, SENDERS } from '../support/submissions.ts';

/** On 1 July 2026 the relief from duty falls from 200 to 150 crowns. */
const BEFORE = Temporal.Instant.from('2026-06-30T08:00:00Z').epochMilliseconds;
const AFTER = Temporal.Instant.from('2026-07-02T08:00:00Z').epochMilliseconds;
const NUMBER = s10(71);

const worth = (amount: string, arrivalAt: string, messageId: string) => ({
  item: { value: { amount, currency: 'XMC' } },
  consignment: { transport: { means: 'XM214', arrivalAt } },
  submission: { messageId },
});

test('A correction of goods that came before a change of law owes by the law of that day, reversed and booked anew once', async (context) => {
  const opened = await openTestPlatform(context, { at: BEFORE });
  await opened.register(...SENDERS);
  const june = '2026-06-30T13:00:00Z';
  const correct = (messageId: string) => {
    const corrected = declarationOf(NUMBER, worth('190.00', june, messageId));
    return opened.submit({ ...corrected, function: 'replace' });
  };
  await opened.submit(declarationOf(NUMBER, worth('180.00', june, 'first')));
  opened.clock.at = AFTER;
  await correct('correction');
  const twin = s10(72);
  await opened.submit(declarationOf(twin, worth('190.00', '2026-07-02T13:00:00Z', 'twin')));

  const { intake } = opened.platform.database;
  const { rows } = await intake.query<{ number: string; state: string }>(
    'select number, state::text as state from parcel order by number',
  );
  const dayOf = (number: string) =>
    readState(rows.find((row) => row.number === number)?.state ?? '').charges?.on;
  assert.deepEqual([dayOf(NUMBER), dayOf(twin)], ['2026-06-30', '2026-07-02']);

  const postings = async (number: string) => {
    const found = await intake.query<{ charge: string; reason: string; amount: string }>(
      `select charge, reason, amount_minor::text as amount
       from posting join parcel using (shard_key, parcel_id)
       where parcel.number = $1 order by posting_id`,
      [number],
    );
    return found.rows.map(({ charge, reason, amount }) => `${reason} ${charge} ${amount}`);
  };
  const booked = await postings(NUMBER);
  assert.equal(booked.some((each) => each.includes(' duty ')), false, 'relieved up to 200 in June'); // prettier-ignore
  assert.equal((await postings(twin)).some((each) => each.includes(' duty ')), true, 'dutiable in July'); // prettier-ignore
  const [assessed, reversed, anew] = booked.filter((each) => each.includes(' vat '));
  assert.equal(reversed, assessed?.replace('assessed', 'reversed'));
  assert.match(anew ?? '', /^assessed vat /);
  assert.notEqual(anew, assessed);

  await correct('correction, told again under another number');
  assert.deepEqual(await postings(NUMBER), booked, 'the same correction again books nothing');
});
