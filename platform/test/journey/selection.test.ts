/** Internal audit at random selection: what it gets, when, and that nobody else does; and that it finds what was changed. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { Static } from 'typebox';
import { writeDay } from '../../src/domain/kernel/day.ts';
import { verifySelection } from '../../src/server/commands/verify/selection.ts';
import { execute, sql } from '../../src/server/db/sql.ts';
import { HASH_BYTES } from '../../src/server/journal/merkle.ts';
import { fromBase64Url } from '../../src/server/journal/base64.ts';
import { bucketOf, BUCKET_BITS } from '../../src/server/risk/selection.ts';
import { hasOpenDraw, readSelectionKey } from '../../src/server/risk/selection-store.ts';
import { CommitmentsSchema, SelectionKeySchema, SelectionProofsSchema } from '../../src/server/risk/selection-wire.ts'; // prettier-ignore
import { verifySelectionKey } from '../../src/server/risk/verify-selection.ts';
import { ask } from '../support/contract.ts';
import { AMINA, LEILA, SAMI, TOMAS, YUSUF } from '../support/people.ts';
import { openSuitePlatform, TEST_NOW } from '../support/platform.ts';
import { arrivalOf, declarationOf, s10, SENDERS } from '../support/submissions.ts';

type Opened = Awaited<ReturnType<typeof openSuitePlatform>>;
type Headers = Record<string, string>;

const DAY_MILLISECONDS = 86_400_000;
const dull = s10(81);
const late = s10(82);
const undrawn = s10(83);

suite('Internal audit', () => {
  let opened: Opened;
  let auditor: Headers;
  let folder = '';
  let day = 0;
  let handed: Static<typeof SelectionKeySchema>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'luxor-audit-'));
    opened = await openSuitePlatform({ draw: 'by-key' });
    day = opened.platform.law.dayAt(TEST_NOW);
    await opened.register(...SENDERS);
    auditor = await opened.officerHeaders(YUSUF);
    await opened.submit(declarationOf(dull), declarationOf(late));
  });
  after(async () => {
    await opened.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const keyUrl = (of = day): string => `/v1/officer/selection-keys/${writeDay(of)}/hand-over`;
  const proofUrl = (number: string, of = day): string =>
    `/v1/officer/parcels/s10/${number}/selection-proofs?day=${writeDay(of)}`;
  const handOver = (headers = auditor, url = keyUrl()) =>
    opened.app.inject({ method: 'POST', url, headers });
  const proof = (number: string, headers = auditor) =>
    opened.app.inject({ url: proofUrl(number), headers });
  const codeOf = ({ body }: { readonly body: string }): string =>
    (JSON.parse(body) as { code: string }).code;
  /** Ends all parcels but one, as far as a query of their stage can tell. */
  const close = (except: string) =>
    execute(opened.platform.database.intake, sql`update parcel set stage = case when number = ${except} then 'held' else 'released' end`); // prettier-ignore

  test('is the only role that these doors open for', async () => {
    for (const person of [AMINA, LEILA, SAMI, TOMAS]) {
      const headers = await opened.officerHeaders(person);
      for (const answer of [await handOver(headers), await proof(dull, headers)])
        assert.deepEqual([answer.statusCode, codeOf(answer)], [403, 'role-missing'], person.name);
    }
  });

  test('gets no proof while the day goes on, or while the parcel is open, and none of what was not drawn', async () => {
    assert.equal(codeOf(await proof(dull)), 'selection-day-not-over');
    assert.equal(codeOf(await proof(undrawn)), 'selection-none-drawn');
    assert.equal(codeOf(await opened.app.inject({ url: `${proofUrl(dull).slice(0, -2)}32`, headers: auditor })), 'value-malformed'); // prettier-ignore
    opened.clock.at = TEST_NOW + DAY_MILLISECONDS;
    assert.equal(codeOf(await proof(dull)), 'selection-proof-too-early');
  });

  test('gets the proof of a closed parcel though its neighbours are open, which verifies offline', async () => {
    await close(late);
    const proofs = await ask(opened.app, { url: proofUrl(dull), headers: auditor }, SelectionProofsSchema); // prettier-ignore
    assert.deepEqual(proofs.recorded.map(({ agrees }) => agrees), [true]); // prettier-ignore
    assert.equal(codeOf(await proof(late)), 'selection-proof-too-early');
    const commitments = await ask(opened.app, { url: '/v1/public/selection-commitments' }, CommitmentsSchema); // prettier-ignore
    const kept = join(folder, 'commitments.json');
    await writeFile(kept, JSON.stringify(commitments));
    const verify = async (changed: object): Promise<number> => {
      const file = join(folder, 'proofs.json');
      await writeFile(file, JSON.stringify({ ...proofs, ...changed }));
      return verifySelection({ 'selection-proof': file, commitments: kept, json: true }, '');
    };
    assert.equal(await verify({}), 0);
    const [recorded] = proofs.recorded;
    assert.equal(await verify({ recorded: [{ ...recorded, draw: (recorded!.draw + 1) % 1_000_000 }] }), 1); // prettier-ignore
    assert.equal(await verify({ recorded: [{ ...recorded, selected: !recorded!.selected }] }), 1);
    assert.equal(await verify({ proofs: proofs.proofs.map((one) => ({ ...one, reference: `s10:${late}` })) }), 1); // prettier-ignore
    await assert.rejects(verify({ proofs: [] }), /does not hold/);
    await assert.rejects(verify({ proofs: proofs.proofs.map((one) => ({ ...one, day: '2020-01-01' })) }), /No commitment/); // prettier-ignore
  });

  test('learns which condition of the hand-over is not met, and no number', async () => {
    const early = await handOver();
    assert.equal(codeOf(early), 'selection-key-too-early');
    assert.match(early.body, /from 2027-02-22 on/);
    opened.clock.at = TEST_NOW + 90 * DAY_MILLISECONDS;
    auditor = await opened.officerHeaders(YUSUF);
    const open = await handOver();
    assert.deepEqual([open.statusCode, codeOf(open)], [409, 'selection-day-open']);
    assert.doesNotMatch((JSON.parse(open.body) as { detail: string }).detail, /[0-9]/);
    assert.equal((await handOver(auditor, keyUrl(day - 1))).statusCode, 404);
    assert.equal((await handOver(auditor, '/v1/officer/selection-keys/2026-02-30/hand-over')).statusCode, 400); // prettier-ignore
  });

  test('is asked for a bucket in the database as the code counts buckets', async () => {
    const { intake } = opened.platform.database;
    const bits = { bucketBits: BUCKET_BITS };
    const own = bucketOf(`s10:${late}`, BUCKET_BITS);
    const wanted = { day, closedStages: ['released'] };
    assert.equal(await hasOpenDraw(intake, { ...wanted, bucket: { bucket: own, ...bits } }), true);
    assert.equal(await hasOpenDraw(intake, { ...wanted, bucket: { bucket: own ^ 1, ...bits } }), false); // prettier-ignore
    assert.equal(await hasOpenDraw(intake, { ...wanted, day: day - 1 }), false);
  });

  test('gets the key when all are closed; a colleague does not any more, and a scan alone draws nothing', async () => {
    await close('none');
    await opened.submit(arrivalOf(undrawn, '2027-02-22T08:00:00Z'));
    handed = await ask(opened.app, { method: 'POST', url: keyUrl(), headers: auditor }, SelectionKeySchema); // prettier-ignore
    const colleague = await opened.officerHeaders({ ...YUSUF, person: 'other' });
    assert.equal(codeOf(await handOver(colleague)), 'selection-key-handed-over');
  });

  test('draws every parcel again with the key, and finds a draw, an outcome and a key that were changed', async () => {
    const { database } = opened.platform;
    const dayKey = fromBase64Url(handed.key, HASH_BYTES)!;
    const published = (await readSelectionKey(database.intake, day))!;
    const honest = await verifySelectionKey(database.intake, { day, dayKey, published });
    assert.deepEqual([honest.ok, honest.draws, honest.problems], [true, 2, []]);
    const foreign = await verifySelectionKey(database.intake, { day, dayKey: Buffer.alloc(32), published }); // prettier-ignore
    assert.deepEqual(foreign.problems.map(({ code }) => code), ['selection-key-foreign']); // prettier-ignore
    const chosen = { ...published, commitment: Buffer.alloc(32, 7) };
    const swapped = await verifySelectionKey(database.intake, { day, dayKey, published: chosen });
    assert.deepEqual(swapped.problems.map(({ code }) => code), ['selection-key-foreign', 'selection-commitment-not-journaled']); // prettier-ignore
    await execute(database.owner, sql`alter table journal disable trigger journal_append_only`);
    await execute(database.owner, sql`update journal set body = regexp_replace(regexp_replace(body, '"draw":[0-9]+', '"draw":1'), '"selected":(true|false)', '"selected":false') where strpos(body, '"draw":{"day"') > 0`); // prettier-ignore
    const forged = await verifySelectionKey(database.intake, { day, dayKey, published });
    const codes = new Set(forged.problems.map(({ code }) => code));
    assert.deepEqual([...codes].sort(), ['selection-draw-differs', 'selection-outcome-differs']);
    assert.equal(forged.draws, 2);
  });
});
