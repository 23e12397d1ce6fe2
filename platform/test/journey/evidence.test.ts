/** The evidence of a parcel proves itself to somebody who has nothing but the file, and tells nobody more than the console does. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import {
  EvidenceSchema,
  verifyEvidence,
  type Evidence,
} from '../../src/server/journal/evidence.ts';
import { loadSigner } from '../../src/server/journal/keys.ts';
import { verifierKeys } from '../../src/server/journal/published-keys.ts';
import { logOrigin } from '../../src/server/journal/routes.ts';
import { createSealer } from '../../src/server/journal/sealer.ts';
import { verifyDatabase } from '../../src/server/journal/verify.ts';
import { ask } from '../support/contract.ts';
import { AMINA, YUSUF } from '../support/people.ts';
import { openTestPlatform, type TestPlatform } from '../support/platform.ts';
import { arrivalOf, declarationOf, FLIGHT, orderOf, s10, SENDERS } from '../support/submissions.ts';

const CELLS = { description: 'flashlight with 18650 cells', commodityCode: '851310', value: { amount: '84.00', currency: 'XMC' } }; // prettier-ignore
const number = s10(61);
const url = `/v1/officer/parcels/s10/${number}/evidence`;

async function sealAll({ platform: { database, master, pack } }: TestPlatform): Promise<void> {
  const signer = await loadSigner(database, master, 'checkpoint');
  const sealer = createSealer({ database, signer, origin: logOrigin(pack.id) });
  while ((await verifyDatabase(database)).unsealed > 0) {
    await sealer.round();
    await pause(10);
  }
  await sealer.release();
}

const problemsOf = (evidence: Evidence): readonly string[] => verifyEvidence(evidence, verifierKeys(evidence.keys)).problems.map(({ code }) => code); // prettier-ignore

test('the evidence of a parcel holds, whatever is changed in it shows, and rules stay with those who may read them', async (context) => {
  const opened = await openTestPlatform(context);
  const { app, clock, register, submit, officerHeaders, platform } = opened;
  await register(...SENDERS);
  const [amina, yusuf] = [await officerHeaders(AMINA), await officerHeaders(YUSUF)];
  await submit(orderOf(number, { item: { ...CELLS, description: 'camping lamp' } }));
  await submit(declarationOf(number, { item: CELLS }), declarationOf(s10(62)));
  clock.at = Temporal.Instant.from(FLIGHT.arrivalAt).epochMilliseconds + 10_000;
  await submit(arrivalOf(number, FLIGHT.arrivalAt));
  await sealAll(opened);

  const full = await ask(app, { url, headers: yusuf }, EvidenceSchema);
  const shown = await ask(app, { url, headers: amina }, EvidenceSchema);
  for (const evidence of [full, shown]) {
    const { ok, entries, receipts, unsealed } = verifyEvidence(evidence, verifierKeys(evidence.keys)); // prettier-ignore
    assert.deepEqual([ok, receipts, unsealed], [true, 3, 0]);
    assert.equal(entries, evidence.entries.length);
  }
  assert.ok(full.law[0] !== undefined && full.entries.every(({ body }) => body !== null));
  assert.match(JSON.stringify(full.entries), /lithium-undeclared/);
  assert.doesNotMatch(JSON.stringify(shown), /lithium-undeclared|random-selection|"weight"/);
  assert.doesNotMatch(JSON.stringify(full), /Darya Kestrel/, 'no name leaves with it');

  const [first, ...rest] = full.entries;
  assert.ok(first !== undefined);
  const forged = { ...first, body: first.body?.replace('mizan', 'other').replace('"at":"2026', '"at":"2025') ?? null }; // prettier-ignore
  assert.deepEqual(problemsOf({ ...full, entries: [forged, ...rest] }), ['evidence-entry']);
  assert.ok(problemsOf({ ...full, entries: rest }).includes('evidence-entry'), 'one is left out');
  assert.ok(problemsOf({ ...full, parcel: { ...full.parcel, id: '1' } }).length > 0);
  const [receipt] = full.receipts;
  assert.ok(receipt !== undefined);
  const dated = { ...receipt, receipt: { ...receipt.receipt, at: '2020-01-01T00:00:00Z' } };
  assert.deepEqual(problemsOf({ ...full, receipts: [dated] }), ['receipt-invalid']);
  assert.equal(verifyEvidence(full, verifierKeys([])).ok, false, 'keys of nobody vouch for nothing'); // prettier-ignore

  const taken = await platform.database.owner.query<{ actor: string }>("select actor from journal where kind = 'take-evidence' order by entry_id"); // prettier-ignore
  assert.deepEqual(taken.rows.map(({ actor }) => actor), ['yusuf', 'amina']); // prettier-ignore
});
