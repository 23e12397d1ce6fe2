/** The path of one honest parcel through the whole platform: declared, landed, released, and told to its sender at a tick. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestPlatform } from '../support/platform.ts';
import { arrivalOf, declarationOf, FLIGHT, s10, SENDERS } from '../support/submissions.ts';

test('An honest parcel is released when it lands, and its sender learns so at the next tick', async (context) => {
  const { app, clock, register, submit, traderHeaders } = await openTestPlatform(context);
  await register(...SENDERS);
  const number = s10(1);
  const headers = await traderHeaders('QANA-POST');
  const outside = async (): Promise<unknown> => {
    const response = await app.inject({ url: `/v1/parcels/s10/${number}`, headers });
    assert.equal(response.statusCode, 200, response.body);
    return response.json<{ state: string }>().state;
  };
  const [declared] = await submit(declarationOf(number));
  assert.deepEqual([...(declared?.lanes ?? [])], [[`s10:${number}`, 'release']], JSON.stringify(declared?.findings)); // prettier-ignore
  assert.equal(await outside(), 'accepted');
  clock.at = Temporal.Instant.from(FLIGHT.arrivalAt).epochMilliseconds + 10_000;
  await submit(arrivalOf(number, FLIGHT.arrivalAt));
  assert.equal(await outside(), 'accepted', 'the tick has not come');
  clock.at += 60_000;
  assert.equal(await outside(), 'cleared');
});
