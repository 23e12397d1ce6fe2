/** Proves that the count of losses finds what was acknowledged and is absent, and what was never answered. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { present } from '../../platform/src/domain/kernel/invariant.ts';
import { readWire } from '../../platform/src/server/gateways/json/read-wire.ts';
import { openTestPlatform } from '../../platform/test/support/platform.ts';
import { createLineReader } from './answer-lines.ts';
import { countLosses } from './lost.ts';
import { createMessageMaker, SENDERS } from './messages.ts';
import { newSender, nextSerial, OUTCOMES } from './stream.ts';

test('a message that was acknowledged and is absent is lost, and so is one that was never answered', async (context) => {
  const { platform, clock, register, submit } = await openTestPlatform(context);
  await register(...SENDERS);
  const { code } = SENDERS[1];
  const sender = newSender({ code, key: '', maker: createMessageMaker(code, clock.at), firstSerial: 5_000 }); // prettier-ignore
  const wires = Array.from({ length: 6 }, () => {
    const reading = readWire(sender.maker.message(nextSerial(sender)));
    assert.ok('wire' in reading);
    return reading.wire;
  });
  // The last two never reach the platform; of these only one is answered.
  for (const answer of await submit(...wires.slice(0, 4))) assert.equal(answer.status, 'accepted');
  sender.outcomes.fill(OUTCOMES.accepted, 0, 5);
  const losses = await countLosses(platform.database.intake, [sender]);
  assert.deepEqual(losses, { acknowledged: 5, refused: 0, unanswered: 1, absent: 1 });
});

test('answers are read across the chunks that a socket cuts them into', () => {
  const lines = [
    '{"line":1,"status":"accepted","messageId":"B-000005000","submission":"1"}\n',
    '{"line":2,"status":"refused","findings":[]}\n',
    '{"line":3,"status":"duplicate","messageId":"B-000005002","submission":"3"}\n',
  ];
  const bytes = Buffer.from(lines.join(''));
  for (const size of [1, 7, 50, bytes.length]) {
    const seen: string[] = [];
    const read = createLineReader((status, serial, line) => {
      assert.equal(`${line()}\n`, present(lines[seen.length], 'a line that was sent'));
      seen.push(`${status} ${serial}`);
    });
    for (let at = 0; at < bytes.length; at += size) read(bytes.subarray(at, at + size));
    assert.deepEqual(seen, ['accepted 5000', 'refused -1', 'duplicate 5002']);
  }
});
