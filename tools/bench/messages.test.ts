/** Holds the messages of a measurement to what it says of them: their length, their difference, and nothing in them to refuse. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { hash } from 'node:crypto';
import { present } from '../../platform/src/domain/kernel/invariant.ts';
import { readWire } from '../../platform/src/server/gateways/json/read-wire.ts';
import { prepare } from '../../platform/src/server/intake/prepare.ts';
import { createLawBook } from '../../platform/src/server/law-book.ts';
import { requirePack } from '../../platform/src/server/packs/load.ts';
import { createMessageMaker, MESSAGE_BYTES, SENDERS } from './messages.ts';

const NOW = Temporal.Instant.from('2026-11-24T08:00:00Z').epochMilliseconds;
const sender = SENDERS[0].code;
const maker = createMessageMaker(sender, NOW);
const wireOf = (serial: number) => {
  const reading = readWire(maker.message(serial));
  assert.ok('wire' in reading, 'the door reads the message');
  return reading.wire;
};

test('messages have 2,000 bytes, 1.9 items on average, and no two share a number', () => {
  const seen = new Set<string>();
  for (const serial of [0, 1, 2, 3, 13, 1_999, 2_000, 12_345_678, 99_999_999]) {
    assert.equal(maker.message(serial).length, MESSAGE_BYTES);
    const wire = wireOf(serial);
    const consignment = present(wire.consignments[0], 'a message has a consignment');
    seen.add(wire.messageId);
    seen.add(consignment.houseReference?.number ?? '');
    seen.add(consignment.orderNumbers?.[0] ?? '');
  }
  assert.equal(seen.size, 27);
  assert.ok(Math.abs(maker.itemsMean - 1.9) < 0.1, `${maker.itemsMean} items`);
});

test('nothing in the messages is refused, and three of four have no finding at all', () => {
  const packs = path.resolve(import.meta.dirname, '../../packs');
  const { pack } = requirePack(packs, 'xm-meridia');
  const law = createLawBook(pack, 'bench');
  const owner = {
    ...{ partyId: 1, code: sender, name: 'Qana Post', kind: 'post', trustTier: 0, active: true },
    ...{ account: null, collectorNumbers: [], parcels: 0, adverse: 0 },
  };
  let clean = 0;
  for (let serial = 0; serial < 2_000; serial++) {
    const raw = maker.message(serial);
    const arriving = { owner, wire: wireOf(serial), raw, receivedAt: NOW };
    const { findings, consignments } = prepare(arriving, {
      law,
      fingerprint: (text: string) => hash('sha256', text).slice(0, 16),
      zoneOffsetMinutes: pack.zoneOffsetMinutes,
    } as Parameters<typeof prepare>[1]);
    const all = [...findings, ...consignments.flatMap((each) => each.findings)];
    assert.deepEqual(all.filter(({ severity }) => severity === 'error'), []); // prettier-ignore
    if (all.length === 0) clean++;
  }
  assert.ok(clean > 1_500, `${clean} of 2,000 messages have no finding`);
});
