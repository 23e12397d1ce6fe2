/** Shows that draws are uniform, bound before the day, provable one by one, and that the key leaves us only when it may. */
import assert from 'node:assert/strict';
import { createHash, hash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { journalWorld, TEST_DAY } from '../../../test/support/journal.ts';
import { execute, one, sql } from '../db/sql.ts';
import { toBase64Url } from '../journal/base64.ts';
import { handOverSelectionKey, proveSelection, type ProofWanted } from './selection-audit.ts';
import { bindSelectionDays, createSelector, type SelectionWorld } from './selection-keys.ts';
import {
  BUCKET_BITS,
  bucketKey,
  bucketOf,
  commitmentOf,
  DRAW_RANGE,
  drawWith,
  isDrawProven,
  proveDraw,
  type SelectionProof,
} from './selection.ts';
import { readCommitments, readSelectionKey } from './selection-store.ts';

const DAY_MILLISECONDS = 86_400_000;

/** A draw whose bucket no open parcel shares. */
const alone: ProofWanted = {
  reference: 's10:RR123456785XM',
  day: TEST_DAY,
  strata: ['standard'],
  person: 'person:7',
  isBucketOpen: async () => false,
};
const noon = (day: number): number => day * DAY_MILLISECONDS + DAY_MILLISECONDS / 2;

async function selectionWorld(context: Parameters<typeof journalWorld>[0]) {
  const journal = await journalWorld(context);
  const clock = { at: noon(TEST_DAY) };
  const world: SelectionWorld = { ...journal, now: () => clock.at, offsetMinutes: 120 };
  return { ...journal, world, clock };
}

/** The draw as an auditor would write it from the description, apart from the code under test. */
function drawByAuditor(
  dayKey: Uint8Array,
  day: string,
  [reference, stratum]: readonly [string, string],
): number {
  const bucket = hash('sha256', `luxor-selection/v1 bucket\n${reference}`, 'buffer').readUInt16BE();
  const number = Buffer.alloc(4);
  number.writeUInt32BE(bucket);
  const key = hash('sha256', Buffer.concat([dayKey, number]), 'buffer');
  const text = `["luxor-selection/v1",${JSON.stringify(day)},${JSON.stringify(stratum)},${JSON.stringify(reference)}]`;
  const drawn = createHash('sha256').update(key).update(text).digest().readUIntBE(0, 6);
  return drawn % 1_000_000;
}

test('draws are spread evenly over their range, for references in sequence too', () => {
  const dayKey = randomBytes(32);
  const cells = new Array<number>(100).fill(0);
  const count = 100_000;
  for (let index = 0; index < count; index++) {
    const reference = `s10:RR${index}XM`;
    const key = bucketKey(dayKey, bucketOf(reference, BUCKET_BITS));
    const draw = drawWith(key, { reference, stratum: 'standard', day: TEST_DAY });
    cells[Math.floor(draw / (DRAW_RANGE / 100))]! += 1;
  }
  const expected = count / 100;
  const chiSquare = cells.reduce((sum, observed) => sum + (observed - expected) ** 2 / expected, 0);
  // 99 degrees of freedom: above 173 once in a hundred thousand runs.
  assert.ok(chiSquare < 173, `chi square ${chiSquare}`);
});

test('each draw is proven by its own bucket key against the commitment, and nothing that was changed is', async () => {
  const dayKey = randomBytes(32);
  const commitment = await commitmentOf(dayKey, BUCKET_BITS);
  const published = { day: TEST_DAY, commitment };
  const parcels = fc.record({ reference: fc.string(), stratum: fc.string() });
  await fc.assert(
    fc.asyncProperty(parcels, async ({ reference, stratum }) => {
      const proof = await proveDraw(dayKey, { reference, stratum, day: TEST_DAY }, BUCKET_BITS);
      assert.equal(proof.draw, drawByAuditor(dayKey, '2026-09-04', [reference, stratum]));
      assert.ok(isDrawProven(proof, published));
      const changes: Partial<SelectionProof>[] = [
        { draw: (proof.draw + 1) % DRAW_RANGE },
        { reference: `${reference}x` },
        { stratum: `${stratum}x` },
        { day: '2026-09-05' },
        { bucketKey: toBase64Url(randomBytes(32)) },
        { path: proof.path.slice(1) },
        { commitment: toBase64Url(randomBytes(32)) },
      ];
      for (const change of changes) assert.ok(!isDrawProven({ ...proof, ...change }, published));
      assert.ok(!isDrawProven(proof, { ...published, commitment: randomBytes(32) }));
      assert.ok(!isDrawProven(proof, { ...published, day: TEST_DAY + 1 }));
    }),
    { numRuns: 4 },
  );
});

test('days are bound ahead, once, and in the journal; the day of the first start says that it was not', async (context) => {
  const { world, database } = await selectionWorld(context);
  assert.deepEqual(await bindSelectionDays(world, { from: TEST_DAY, to: TEST_DAY + 1 }), [
    TEST_DAY,
    TEST_DAY + 1,
  ]);
  assert.deepEqual(await bindSelectionDays(world, { from: TEST_DAY, to: TEST_DAY + 1 }), []);
  const commitments = await readCommitments(database.intake, { before: TEST_DAY + 10, limit: 10 });
  assert.deepEqual(
    commitments.map(({ day, isAhead }) => [day, isAhead]),
    [
      [TEST_DAY + 1, true],
      [TEST_DAY, false],
    ],
  );
  for (const { commitment } of commitments) {
    const { found } = await one<{ found: bigint }>(
      database.intake,
      sql`select count(*) as found from journal where kind = 'commit-selection' and strpos(body, ${toBase64Url(commitment)}) > 0`,
    );
    assert.equal(found, 1n);
  }
  const refused = { code: '23000' };
  await assert.rejects(
    execute(database.owner, sql`update selection_key set commitment = wrapped`),
    refused,
  );
  await assert.rejects(execute(database.owner, sql`delete from selection_key`), refused);
});

test('two processes draw the same number, and neither has to wait once the day is prepared', async (context) => {
  const { world, clock, database } = await selectionWorld(context);
  const [first, second] = [createSelector(world), createSelector(world)];
  assert.throws(() => first.draw('s10:RR123456785XM', TEST_DAY, 'standard'), /prepared/);
  await Promise.all([first.prepare(TEST_DAY), second.prepare(TEST_DAY)]);
  const { commitment } = (await readSelectionKey(database.intake, TEST_DAY))!;
  for (const reference of ['s10:RR123456785XM', 'awb:001-12345675', 'courier:é"\n']) {
    const draw = first.draw(reference, TEST_DAY, 'standard');
    assert.equal(second.draw(reference, TEST_DAY, 'standard'), draw);
    clock.at = noon(TEST_DAY + 1);
    const proven = await proveSelection(world, { ...alone, reference });
    const [proof] = proven.ok ? proven.value : [];
    assert.ok(proof !== undefined && proof.draw === draw);
    assert.ok(isDrawProven(proof, { day: TEST_DAY, commitment }));
  }
});

test('a draw is proven only when its day is over and no open parcel shares its key, and the record says to whom', async (context) => {
  const { world, clock, database } = await selectionWorld(context);
  await bindSelectionDays(world, { from: TEST_DAY, to: TEST_DAY });
  const codeOf = async (wanted: Partial<ProofWanted>): Promise<string | null> => {
    const answer = await proveSelection(world, { ...alone, ...wanted });
    return answer.ok ? null : answer.error.code;
  };
  // One o'clock of the next day comes two hours earlier here than in UTC.
  const over = (TEST_DAY + 1) * DAY_MILLISECONDS - 60 * 60_000;
  clock.at = over - 1;
  assert.equal(await codeOf({}), 'selection-day-not-over');
  clock.at = over;
  const asked: unknown[] = [];
  const isBucketOpen: ProofWanted['isBucketOpen'] = async (day, bucket) => {
    asked.push([day, bucket]);
    return true;
  };
  assert.equal(await codeOf({ isBucketOpen }), 'selection-proof-too-early');
  assert.deepEqual(asked, [
    [TEST_DAY, { bucket: bucketOf(alone.reference, BUCKET_BITS), bucketBits: BUCKET_BITS }],
  ]);
  assert.equal(await codeOf({ day: TEST_DAY - 1 }), 'selection-day-unknown');
  const countOf = async () =>
    (await one<{ found: bigint }>(database.intake, sql`select count(*) as found from journal where kind = 'prove-selection' and actor = 'person:7' and strpos(body, ${alone.reference}) > 0`)).found; // prettier-ignore
  assert.equal(await countOf(), 0n);
  assert.equal(await codeOf({}), null);
  assert.equal(await countOf(), 1n);
});

test('the key of a day goes to an auditor alone, on the ninetieth day, with every parcel closed, and to one person', async (context) => {
  const { world, clock, database } = await selectionWorld(context);
  await bindSelectionDays(world, { from: TEST_DAY, to: TEST_DAY });
  let isOpen = false;
  const ask = (role: string, { day = TEST_DAY, person = 'person:7' } = {}) =>
    handOverSelectionKey(world, { day, person, role, isDayOpen: async () => isOpen });
  const codeOf = async (asked: ReturnType<typeof ask>): Promise<string | null> => {
    const answer = await asked;
    return answer.ok ? null : answer.error.code;
  };
  // Midnight of the ninetieth day comes two hours earlier here than in UTC.
  const ninetieth = (TEST_DAY + 90) * DAY_MILLISECONDS - 120 * 60_000;
  clock.at = ninetieth - 1;
  assert.equal(await codeOf(ask('auditor')), 'selection-key-too-early');
  clock.at = ninetieth;
  assert.equal(await codeOf(ask('administrator')), 'selection-key-for-audit-only');
  assert.equal(await codeOf(ask('auditor', { day: TEST_DAY - 1 })), 'selection-day-unknown');
  isOpen = true;
  const early = await ask('auditor');
  assert.equal(!early.ok && early.error.code, 'selection-day-open');
  assert.doesNotMatch(JSON.stringify(early), /[0-9]/, 'nobody learns how many are open');
  isOpen = false;
  const both = await Promise.all([ask('auditor'), ask('auditor', { person: 'person:8' })]);
  const [answer] = both.filter(({ ok }) => ok);
  assert.equal(both.filter(({ ok }) => ok).length, 1, 'of two who ask at once one gets it');
  assert.ok(answer?.ok === true);
  const { commitment } = (await readSelectionKey(database.intake, TEST_DAY))!;
  assert.deepEqual(await commitmentOf(answer.value.dayKey, BUCKET_BITS), commitment);
  const owner = (await readSelectionKey(database.intake, TEST_DAY))!.handedOutTo!;
  const other = owner === 'person:7' ? 'person:8' : 'person:7';
  assert.equal(
    await codeOf(ask('auditor', { person: owner })),
    null,
    'a lost answer is given again',
  );
  assert.equal(await codeOf(ask('auditor', { person: other })), 'selection-key-handed-over');
  const { found } = await one<{ found: bigint }>(database.intake, sql`select count(*) as found from journal where kind = 'hand-over-selection-key' and actor = ${owner}`); // prettier-ignore
  assert.equal(found, 2n);
});
