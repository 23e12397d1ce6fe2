/** Who keeps the platform running sees the law, the slow work and the record, and no parcel, no party and no target. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { execute, sql } from '../../src/server/db/sql.ts';
import { OperationsSchema } from '../../src/server/desk/operations-routes.ts';
import { ProblemSchema } from '../../src/server/http/schema.ts';
import { ask } from '../support/contract.ts';
import { AMINA, SAMI } from '../support/people.ts';
import { openSuitePlatform } from '../support/platform.ts';
import { declarationOf, s10, SENDERS } from '../support/submissions.ts';

const url = '/v1/officer/operations';

suite('Operations', () => {
  let opened: Awaited<ReturnType<typeof openSuitePlatform>>;
  let sami: Record<string, string>;

  before(async () => {
    opened = await openSuitePlatform();
    await opened.register(...SENDERS);
    await opened.submit(declarationOf(s10(701)));
    sami = await opened.officerHeaders(SAMI);
  });
  after(() => opened.drop());

  const shown = () => ask(opened.app, { url, headers: sami }, OperationsSchema);

  test('tell the law in force and the day on which it changes next', async () => {
    const { law } = await shown();
    assert.equal(law.on, '2026-11-24');
    assert.ok(law.kinds.every(({ unverified }) => unverified === 0));
    const relief = law.changes.find(({ row }) => row === 'duty-relief');
    assert.deepEqual(relief, { on: '2028-01-01', kind: 'threshold', row: 'duty-relief', what: 'ends', source: 'Tariff Act 2019, Article 12: relief of consignments of small value' }); // prettier-ignore
  });

  test('name no parcel, no party and no rule of targeting', async () => {
    const told = JSON.stringify(await shown());
    const { riskRules, selections } = opened.platform.pack;
    for (const { id } of [...riskRules, ...selections]) assert.ok(!told.includes(`"${id}"`), id);
    assert.doesNotMatch(told, /RB0|Darya|Kestrel|risk-rule|selection"/);
  });

  test('show work that gave up with its last error', async () => {
    const { intake } = opened.platform.database;
    await execute(
      intake,
      sql`insert into job (kind, subject, state, run_at, attempts, last_error, finished_at)
          values ('fold-tallies', '{}', 'dead', now(), 10, 'Error: the disk is full', now())`,
    );
    const work = (await shown()).work.find(({ kind }) => kind === 'fold-tallies');
    assert.deepEqual([work?.failed, work?.lastError], [1, 'Error: the disk is full']);
  });

  test('are for administrators', async () => {
    const amina = await opened.officerHeaders(AMINA);
    await ask(opened.app, { url, headers: amina, status: 403 }, ProblemSchema);
  });
});
