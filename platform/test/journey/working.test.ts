/** The steps of a charge are decided again from the input record, and shown only where record, law and figures are the journal's. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { openEntry, type Entry } from '../../src/server/desk/story.ts';
import { readWorking } from '../../src/server/desk/working.ts';
import { openSuitePlatform } from '../support/platform.ts';
import { declarationOf, s10, SENDERS } from '../support/submissions.ts';

type Opened = Awaited<ReturnType<typeof openSuitePlatform>>;

suite('The working of charges', () => {
  let opened: Opened;
  let body: string;

  before(async () => {
    opened = await openSuitePlatform();
    await opened.register(...SENDERS);
    const value = { amount: '489.00', currency: 'XMC' };
    await opened.submit(declarationOf(s10(11), { item: { description: 'camping lamp', commodityCode: '851310', value } })); // prettier-ignore
    const { rows } = await opened.platform.database.owner.query<{ body: string }>("select body from journal where kind = 'submit-declaration'"); // prettier-ignore
    body = rows[0]!.body;
  });
  after(() => opened.drop());

  const workingOf = (altered: string) => {
    const entry: Entry = openEntry({
      sequence: 1,
      at: Temporal.Instant.from('2026-11-24T00:00:00Z'),
      kind: 'submit-declaration',
      actor: '',
      leaf: null,
      body: altered,
    });
    return readWorking(opened.platform, [entry]);
  };

  test('ends each line in the figure of the journal', async () => {
    const working = await workingOf(body);
    assert.ok(working !== null && working.length > 0);
    for (const steps of working) assert.ok(steps.length > 0);
    assert.doesNotMatch(body, /"steps"/);
  });

  test('shows nothing where a figure, the record or the law is another one', async () => {
    for (const [what, other] of [
      [/"amount":"\d/, '"amount":"9'],
      [/"input":\{"commitment":"./, '"input":{"commitment":"~'],
      [/"law":"[^"]+"/, '"law":"xm-meridia@0000000000000000"'],
    ] as const) {
      const altered = body.replace(what, other);
      assert.notEqual(altered, body);
      assert.equal(await workingOf(altered), null, String(what));
    }
  });
});
