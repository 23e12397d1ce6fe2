/** Proves the console against the real platform: what it shows was decided by the law, and what it does is in the journal. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { missingChromium } from './support/chromium.ts';
import { officers, openConsole, signIn, violationsOn, visit } from './support/console.ts';
import type { Console, Visit } from './support/console.ts';
import { openPlatformDesk } from './support/platform-desk.ts';
import type { PlatformDesk } from './support/platform-desk.ts';

const skip = missingChromium() ?? false;

suite('the console on the platform', { skip }, () => {
  let desk: PlatformDesk;
  let console: Console;
  let visits: Visit[] = [];

  before(async () => {
    desk = await openPlatformDesk();
    console = await openConsole(desk.url);
  });
  after(async () => {
    await console.close();
    await desk.close();
  });

  const enter = async (which: 0 | 1): Promise<Page> => {
    const visited = await visit(console);
    visits.push(visited);
    await signIn(visited, console, (await officers(console))[which]);
    return visited.page;
  };

  const leave = async (): Promise<void> => {
    const complaints = visits.flatMap((visited) => visited.complaints);
    for (const { context } of visits) await context.close();
    visits = [];
    assert.deepEqual(complaints, []);
  };

  /** Answers a dialog by the words on it, as an officer would. */
  const answer = async (page: Page, ...words: readonly string[]): Promise<void> => {
    const dialog = page.getByRole('dialog');
    for (const word of words) await dialog.getByRole('radio', { name: word, exact: true }).check();
    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'detached' });
  };

  test('the queue lists what the rules chose, with their reasons in words, and nothing that just goes', async () => {
    const page = await enter(0);
    await page.getByRole('heading', { name: /^XM ?214 lands at/u }).waitFor();
    const rows = await page.locator('tbody tr').allInnerTexts();
    assert.equal(rows.length, 5);
    assert.ok(rows.every((row) => !row.includes('cotton shirt')));
    assert.ok(rows.some((row) => /lithium/u.test(row)));
    await page.getByRole('button', { name: /^Take it/u }).waitFor();
    assert.deepEqual(await violationsOn(page), []);
    await leave();
  });

  test('the parcel shows who said what and every figure opens to its law', async () => {
    const page = await enter(0);
    await page.keyboard.press('o');
    await page.getByRole('heading', { name: 'Facts — who said what' }).waitFor();
    const { facts, charges } = {
      facts: page.locator('.facts-table'),
      charges: page.locator('details.charge'),
    };
    await facts
      .getByRole('button', { name: /18650 cells/u })
      .first()
      .click();
    await page
      .getByRole('status')
      .getByText(/^Statement/u)
      .waitFor();
    assert.ok((await charges.count()) > 0);
    for (const charge of await charges.all()) {
      await charge.locator('summary').click();
      assert.ok((await charge.locator('.steps li').count()) > 0);
      assert.match(await charge.locator('summary').innerText(), /Act|Order|Law/u);
    }
    assert.deepEqual(await violationsOn(page), []);
    await leave();
  });

  test('a front officer reads reasons in words and sees no rule and no score', async () => {
    const page = await enter(0);
    await page.keyboard.press('o');
    await page.getByRole('heading', { name: 'Judgement' }).waitFor();
    const judgement = await page.locator('.judgement').innerText();
    assert.match(judgement, /lithium/u);
    assert.doesNotMatch(judgement, /lithium-undeclared|weight|score|rule /u);
    await leave();
  });

  test('a targeted parcel is examined by one officer and let go only by a second', async () => {
    await desk.land();
    const page = await enter(0);
    await page.keyboard.press('o');
    await page.getByRole('heading', { name: 'Judgement' }).waitFor();
    const address = page.url();
    await page.keyboard.press('a');
    await page.getByText(/^Taken at/u).waitFor();
    await page.keyboard.press('x');
    await answer(page, 'As declared');
    await page.getByText(/^Examination recorded at .+, journal entry/u).waitFor();
    await page.keyboard.press('r');
    await answer(page, 'Examined, as declared');
    await page.getByText(/^Release proposed at .+, journal entry/u).waitFor();
    await page.keyboard.press('r');
    await page.locator('.refusal').waitFor();
    assert.match(await page.locator('.refusal').innerText(), /\w/u);

    const second = await enter(1);
    await second.goto(address);
    await second
      .getByText(/proposed release at/u)
      .first()
      .waitFor();
    await second.keyboard.press('r');
    await answer(second, 'Examined, as declared');
    await second.getByText(/^Release confirmed at .+, journal entry/u).waitFor();
    await leave();
  });

  test('the figures are queries of the record: lanes, release times and money of the ledger', async () => {
    const page = await enter(0);
    await page.getByRole('link', { name: 'Figures' }).click();
    await page.getByRole('heading', { name: /need somebody$/u }).waitFor();
    const lanes = await page.getByRole('table', { name: /need somebody$/u }).innerText();
    assert.match(lanes, /Examine\s+\d/u);
    await page.getByRole('heading', { name: /XMC assessed today/u }).waitFor();
    assert.deepEqual(await violationsOn(page), []);
    await leave();
  });

  test('a parcel is held with a reason, and the sender still sees one word', async () => {
    const page = await enter(0);
    await page.goto(`${console.url}/officer/queue?view=unclaimed`);
    await page.getByRole('button', { name: /^Take it/u }).waitFor();
    await page.keyboard.press('a');
    await page.getByText(/^Taken at/u).waitFor();
    await page.keyboard.press('h');
    await answer(page, 'Another agency has to agree');
    await page.getByText(/^Held at .+, journal entry/u).waitFor();
    await page.keyboard.press('o');
    await page.getByRole('button', { name: 'What the sender sees' }).click();
    const shown = await page.getByRole('dialog').locator('.outside-word').innerText();
    assert.doesNotMatch(shown, /hold|held|examine|risk/iu);
    await leave();
  });
});
