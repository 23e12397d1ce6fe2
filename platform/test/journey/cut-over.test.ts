/** Coming law is rehearsed on live decisions and becomes law only by two persons, in every process and without a restart. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Officer } from '../../src/domain/decision/officer.ts';
import { decideAgain } from '../../src/domain/journey-record.ts';
import { lawBooks } from '../../src/server/law-as-it-was.ts';
import { replayDay } from '../../src/server/journal/replay.ts';
import { followLaw } from '../../src/server/packs/follow-law.ts';
import { rehearseAll } from '../../src/server/packs/shadow-job.ts';
import { readPackVersions } from '../../src/server/packs/versions.ts';
import { openPlatform } from '../../src/server/world.ts';
import { draftLaw } from '../support/law.ts';
import { LEILA, SAMI } from '../support/people.ts';
import { openSuitePlatform } from '../support/platform.ts';
import { declarationOf, s10, SENDERS } from '../support/submissions.ts';

const RUTH: Officer = { ...SAMI, person: 'ruth', name: 'Ruth Adeyemi', roles: ['rule-approver'] };

type Opened = Awaited<ReturnType<typeof openSuitePlatform>>;
type Law = {
  inForce: string;
  versions: { version: string; state: string; open: string[]; acts: { act: string; actor: string; reason: string }[] }[];
}; // prettier-ignore

suite('Cut-over of law', () => {
  let opened: Opened;
  let first: string;
  let next: string;

  const declare = (serial: number) =>
    opened.submit(
      declarationOf(s10(serial), { item: { value: { amount: '120.00', currency: 'XMC' } } }),
    );

  async function ask<Answer>(officer: Officer, url: string, payload?: object): Promise<Answer> {
    const headers = await opened.officerHeaders(officer);
    const method = payload === undefined ? 'GET' : 'POST';
    const reply = await opened.app.inject({ method, url, headers, ...(payload && { payload }) });
    return reply.json();
  }
  const law = () => ask<Law>(LEILA, '/v1/officer/law');
  const act = (officer: Officer, kind: string, version = next) =>
    ask<Law & { code?: string; type?: string }>(officer, `/v1/officer/law/versions/${version}/acts`, {
      act: kind,
      reason: 'rehearsal of the reform',
    }); // prettier-ignore
  const stateOf = async (version: string) =>
    (await law()).versions.find((each) => each.version === version)?.state;

  /** 'pack@version' of the latest decision. */
  async function lawOfLast(): Promise<string> {
    const { rows } = await opened.platform.database.owner.query<{ body: string }>(
      "select body from journal where kind = 'submit-declaration' order by entry_id desc limit 1",
    );
    return (JSON.parse(rows[0]!.body) as { versions: { law: string } }).versions.law;
  }

  before(async () => {
    opened = await openSuitePlatform();
    await opened.register(...SENDERS);
    first = opened.platform.packVersion;
    await declare(1);
    await declare(2);
  });
  after(() => opened.drop());

  test('The first law of an installation is in force by its set-up, and the record says so', async () => {
    const { inForce, versions } = await law();
    assert.equal(inForce, first);
    assert.deepEqual(versions.map(({ version, state, acts }) => [version, state, acts.map((each) => each.act)]), [[first, 'active', ['submit', 'set-up']]]); // prettier-ignore
    assert.match(versions[0]!.acts[1]!.reason, /^Set-up: .* first time/);
    const { rows } = await opened.platform.database.owner.query("select 1 from journal where kind = 'law-set-up'"); // prettier-ignore
    assert.equal(rows.length, 1);
  });

  test('A version in its shadow run decides nothing, and is reported beside what was decided', async () => {
    next = await draftLaw(opened.platform, {
      file: 'rates.csv',
      from: /^(vat-standard,vat,vat),0.15,/m,
      to: '$1,0.25,',
    });
    assert.equal((await act(SAMI, 'approve')).code, 'pack-act-out-of-order');
    await act(SAMI, 'review');
    await act(SAMI, 'shadow');
    assert.equal((await act(SAMI, 'approve')).code, 'pack-not-rehearsed');
    await rehearseAll(opened.platform);
    await declare(3);
    await rehearseAll(opened.platform);
    await rehearseAll(opened.platform);
    assert.equal(await lawOfLast(), `xm-meridia@${first}`);
    const { rehearsals } = await ask<{ rehearsals: Record<string, unknown>[] }>(LEILA, '/v1/officer/law/rehearsals'); // prettier-ignore
    const run = rehearsals.find(({ version }) => version === next) as {
      parcels: number; touched: number; failed: number; unreadable: number; lanes: object; examples: unknown[];
      total: { before: string; after: string };
      charges: Record<string, { before: string; after: string; touched: number }>;
    }; // prettier-ignore
    assert.deepEqual([run.parcels, run.touched, run.failed, run.unreadable, run.examples.length], [3, 3, 0, 0, 3]); // prettier-ignore
    const { vat } = run.charges;
    assert.equal(vat?.touched, 3);
    assert.equal(Number(vat.after) > Number(vat.before), true);
    const rise = Number(run.total.after) - Number(run.total.before);
    assert.equal(rise.toFixed(2), (Number(vat.after) - Number(vat.before)).toFixed(2));
    const coming = rehearsals.find(({ version, asOf }) => version === first && asOf !== null);
    assert.equal(coming?.['parcels'], 3, 'the coming rows of the law in force are rehearsed too');
  });

  test('It binds from the act after the second approval on, in every process, and past decisions stay what they were', async () => {
    const { platform } = opened;
    const other = await openPlatform({
      config: platform.config,
      now: () => opened.clock.at,
      running: { ...platform.running, stop: () => Promise.resolve() },
      packVersion: first,
    });
    await act(SAMI, 'approve');
    assert.equal((await act(SAMI, 'approve')).code, 'pack-approved-by-you');
    assert.equal((await act(SAMI, 'activate')).code, 'pack-act-out-of-order');
    assert.equal((await act(LEILA, 'approve')).code ?? 'refused', 'role-missing');
    await act(RUTH, 'approve');
    assert.equal(await stateOf(next), 'approved');
    const { inForce } = await act(SAMI, 'activate');
    assert.deepEqual([inForce, await stateOf(first)], [next, 'superseded']);
    await declare(4);
    assert.equal(await lawOfLast(), `xm-meridia@${next}`);

    assert.equal(other.packVersion, first);
    assert.equal(await followLaw(other), true);
    assert.equal(other.packVersion, next);
    const started = await openPlatform({
      config: platform.config,
      now: () => opened.clock.at,
      running: { ...platform.running, stop: () => Promise.resolve() },
    });
    assert.deepEqual([started.packVersion, started.versionOnDisk], [next, first], 'a start does not bring back the folder'); // prettier-ignore

    const lawOf = lawBooks(await readPackVersions(platform.database.intake));
    const report = await replayDay(
      {
        database: platform.database,
        reader: platform.segments,
        decideAgain: (record) => decideAgain(record, lawOf),
      },
      platform.law.dayAt(opened.clock.at),
    );
    assert.deepEqual([report.decisions, report.identical], [4, 4]);
  });

  test('The database itself refuses a law that one person approved', async () => {
    const draft = await draftLaw(opened.platform, {
      file: 'rates.csv',
      from: /^(vat-standard,vat,vat),0.15,/m,
      to: '$1,0.26,',
    });
    for (const kind of ['review', 'shadow']) await act(SAMI, kind, draft);
    await rehearseAll(opened.platform);
    await act(SAMI, 'approve', draft);
    await assert.rejects(
      opened.platform.database.intake.query({
        text: `insert into pack_act (pack, version, act, actor, reason, seal, at)
               select pack, version, 'activate', actor, reason, seal, at from pack_act where version = $1 and act = 'approve'`,
        values: [draft],
      }),
      /two persons have to agree/,
    );
  });
});
