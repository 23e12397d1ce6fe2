/** Spellings of one firm become one entity behind the sealed log, with the reasons, and a person may take one out again for good. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { ProblemSchema } from '../../src/server/http/schema.ts';
import { inTransaction } from '../../src/server/db/transaction.ts';
import { loadSigner } from '../../src/server/journal/keys.ts';
import { createSealer } from '../../src/server/journal/sealer.ts';
import { matchNewParties } from '../../src/server/entities/jobs.ts';
import { EntitySchema, PartyEntitiesSchema } from '../../src/server/entities/routes.ts';
import type { WireParty } from '../../src/domain/advance-data/wire.ts';
import { ask } from '../support/contract.ts';
import { AMINA, TOMAS } from '../support/people.ts';
import { openSuitePlatform } from '../support/platform.ts';
import { declarationOf, s10, SENDERS } from '../support/submissions.ts';

type Opened = Awaited<ReturnType<typeof openSuitePlatform>>;

/** Each is written otherwise: the first three are one firm, the fourth is another in the same house, the fifth far away. */
const SELLERS: readonly (readonly [string, string, string])[] = [
  ['Ampere Shop Ltd', '14 Weaver Street', '10114'],
  ['AMPERE SHOP LIMITED', 'Weaver St. 14', '10 114'],
  ['Shop Ampere Co., Ltd.', '14, Weaver Str', '10114'],
  ['Cardamom Textiles Ltd', '14 Weaver Street', '10114'],
  ['Ampere Shop Ltd', '3 Harbour Lane', '20310'],
];
const sellerOf = ([name, line, postcode]: (typeof SELLERS)[number]): WireParty => ({
  ...{ role: 'seller', personType: 'legal', name },
  address: { lines: [line], city: 'Qana', postcode, country: 'XQ' },
});
const numbers = SELLERS.map((_, index) => s10(900 + index));

suite('Entities', () => {
  let opened: Opened;
  let tomas: Record<string, string>;

  before(async () => {
    opened = await openSuitePlatform();
    await opened.register(...SENDERS);
    tomas = await opened.officerHeaders(TOMAS);
    for (const [index, seller] of SELLERS.entries())
      await opened.submit(declarationOf(numbers[index] ?? '', { consignment: { parties: [sellerOf(seller)] } })); // prettier-ignore
    await match();
  });
  after(() => opened.drop());

  /** Runs the sealer and the matching, as the periodic work does. */
  async function match(): Promise<void> {
    const { database, master } = opened.platform;
    const signer = await loadSigner(database, master, 'checkpoint');
    const sealer = createSealer({ database, signer, origin: 'test/journal' });
    const isUnsealed = async (): Promise<boolean> => (await database.owner.query<{ open: boolean }>('select size < (select count(*) from journal) as open from log_head')).rows[0]?.open ?? true; // prettier-ignore
    while (await isUnsealed()) await sealer.round();
    await sealer.release();
    await inTransaction(database.intake, await matchNewParties(opened.platform));
  }
  const sellerEntity = async (index: number) => {
    const url = `/v1/officer/parcels/s10/${numbers[index] ?? ''}/entities`;
    const { parties } = await ask(opened.app, { url, headers: tomas }, PartyEntitiesSchema);
    const seller = parties.find(({ role }) => role === 'seller');
    assert.ok(seller !== undefined);
    return seller;
  };

  test('join spellings of one firm, and neither its neighbour nor its namesake', async () => {
    const sellers = await Promise.all(SELLERS.map((_, index) => sellerEntity(index)));
    const [first] = sellers;
    assert.ok(typeof first?.entity === 'string');
    assert.equal(
      new Set(sellers.map(({ party }) => party)).size,
      5,
      'each spelling has its own key',
    );
    assert.deepEqual(sellers.map(({ entity }) => entity === first.entity), [true, true, true, false, false]); // prettier-ignore
    assert.deepEqual(
      sellers.map(({ parties }) => parties),
      [3, 3, 3, 1, 1],
    );
  });

  test('say why, to those who target, and name nobody', async () => {
    const { entity } = await sellerEntity(0);
    const url = `/v1/officer/entities/${entity ?? ''}`;
    const { parties } = await ask(opened.app, { url, headers: tomas }, EntitySchema);
    assert.deepEqual(parties.map(({ because, confidence, author }) => [because.length, confidence, author]), Array.from({ length: 3 }, () => [2, 0.94, 'job:matching'])); // prettier-ignore
    await ask(opened.app, { url, headers: await opened.officerHeaders(AMINA), status: 403 }, ProblemSchema); // prettier-ignore
    const { rows } = await opened.platform.database.intake.query<{ stored: string }>("select (select string_agg(row_to_json(party_trait)::text, '') from party_trait) || (select string_agg(row_to_json(entity_link)::text, '') from entity_link) || (select string_agg(body, '') from journal where kind = 'match-parties') as stored"); // prettier-ignore
    assert.doesNotMatch(rows[0]?.stored ?? 'ampere', /ampere|weaver|cardamom/i);
  });

  test('are matched once, however often the log is read', async () => {
    const count = async () => (await opened.platform.database.intake.query<{ links: number }>('select count(*)::integer as links from entity_link')).rows[0]?.links; // prettier-ignore
    const before = await count();
    await match();
    await opened.platform.database.intake.query("update log_reader set next_index = 0 where reader = 'parties'"); // prettier-ignore
    await match();
    assert.equal(await count(), before);
  });

  test('let go of a party that a person says is somebody else, on record and for good', async () => {
    const { entity, party } = await sellerEntity(1);
    const separate = { method: 'POST', url: `/v1/officer/entities/${entity ?? ''}/separations`, headers: tomas, body: { party, reason: 'shared-address' } } as const; // prettier-ignore
    const { parties } = await ask(opened.app, separate, EntitySchema);
    assert.deepEqual(parties.filter(({ endedBy }) => endedBy === 'tomas').map((each) => each.party), [party]); // prettier-ignore
    const again = await ask(opened.app, { ...separate, status: 409 }, ProblemSchema);
    assert.equal(again.code, 'party-not-linked');
    const spelling = sellerOf(['Ampere-Shop, LLC', '14 Weaver Street', '10114']);
    await opened.submit(declarationOf(s10(950), { consignment: { parties: [spelling] } }));
    await match();
    assert.deepEqual([(await sellerEntity(1)).entity, (await sellerEntity(0)).entity], [null, entity]); // prettier-ignore
  });
});
