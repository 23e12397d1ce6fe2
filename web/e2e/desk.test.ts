/** Proves in a real browser that an officer can do the work: sign in, run the queue by keys, hold, and release by two. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { missingChromium } from './support/chromium.ts';
import { officers, openConsole, signIn, visit } from './support/console.ts';
import type { Console, Visit } from './support/console.ts';

const skip = missingChromium() ?? false;

const selectedRow = (page: Page) => page.locator('tr[aria-current="true"]');
const numberIn = (page: Page): Promise<string> =>
  selectedRow(page).locator('.parcel-number').innerText();

/** The preview has its buttons once the desk has answered for the selected row. */
const previewReady = (page: Page): Promise<void> =>
  page.getByLabel('Selected parcel').locator('button.act').first().waitFor();

/** Chooses the first reason, result and law that a dialog asks for, and presses its own button. */
async function answerDialog(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  for (const group of await dialog.locator('fieldset').all())
    await group.getByRole('radio').first().check();
  const law = dialog.locator('select');
  if ((await law.count()) > 0)
    await law.selectOption({ index: -1 + (await law.locator('option').count()) });
  await dialog.locator('textarea').fill('As seen at the bench');
  await dialog.locator('button[type=submit]').click();
  await dialog.waitFor({ state: 'detached' });
}

suite('the officer at the desk', { skip }, () => {
  let console: Console;
  let open: Visit[] = [];

  before(async () => {
    console = await openConsole();
  });
  after(() => console.close());

  const enter = async (which: 0 | 1 = 0): Promise<Page> => {
    const visited = await visit(console);
    open.push(visited);
    await signIn(visited, console, (await officers(console))[which]);
    return visited.page;
  };

  /** Ends a story: nothing may have been complained of on the way. */
  const leave = async (): Promise<void> => {
    const complaints = open.flatMap((visited) => visited.complaints);
    for (const { context } of open) await context.close();
    open = [];
    assert.deepEqual(complaints, []);
  };

  test('who is not signed in is asked who they are, and comes back to the page they wanted', async () => {
    const visited = await visit(console);
    open.push(visited);
    const { page } = visited;
    const [person] = await officers(console);
    await page.goto(`${console.url}/officer/figures`);
    await page.getByRole('heading', { name: 'Who are you today?' }).waitFor();
    const entry = page.getByRole('button', { name: person.name });
    assert.match(await entry.innerText(), new RegExp(person.office.name, 'u'));
    await entry.click();
    await page.getByRole('heading', { name: 'Figures of the day' }).waitFor();
    assert.equal(new URL(page.url()).pathname, '/officer/figures');
    await leave();
  });

  test('signing out closes the desk', async () => {
    const page = await enter();
    const [person] = await officers(console);
    await page.getByRole('button', { name: person.name }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Who are you today?' }).waitFor();
    await page.goto(`${console.url}/officer/queue`);
    await page.getByRole('heading', { name: 'Who are you today?' }).waitFor();
    await leave();
  });

  test('j and k move through the queue, the address keeps the row, and o opens it', async () => {
    const page = await enter();
    const first = await numberIn(page);
    await page.keyboard.press('j');
    await page.waitForURL(/selected=/u);
    const second = await numberIn(page);
    assert.notEqual(second, first);
    await page.reload();
    await selectedRow(page).waitFor();
    assert.equal(await numberIn(page), second);
    await page.keyboard.press('k');
    await page.waitForFunction(
      (number) => document.querySelector('tr[aria-current] .parcel-number')?.textContent === number,
      first.replaceAll(/\s/gu, ''),
    );
    await page.keyboard.press('o');
    await page.getByRole('heading', { name: 'Facts — who said what' }).waitFor();
    assert.ok(page.url().endsWith(first.replaceAll(/\s/gu, '')));
    await leave();
  });

  test('c copies the whole number, without the spaces it is shown with', async () => {
    const page = await enter();
    const shown = await numberIn(page);
    await page.keyboard.press('c');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, shown.replaceAll(/\s/gu, ''));
    assert.doesNotMatch(copied, /\s/u);
    await leave();
  });

  test('? shows the keys, and switched off they no longer act', async () => {
    const page = await enter();
    const first = await numberIn(page);
    await page.keyboard.press('?');
    await page.getByRole('checkbox', { name: 'Single keys act at once' }).uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    assert.equal(await numberIn(page), first);
    await leave();
  });

  test('/ searches from everywhere, and a found parcel opens', async () => {
    const page = await enter();
    const number = (await numberIn(page)).replaceAll(/\s/gu, '');
    await page.keyboard.press('/');
    await page.keyboard.type(number);
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\?q=/u);
    await page.getByRole('main').getByRole('link', { name: number }).click();
    await page.getByRole('heading', { name: 'Judgement' }).waitFor();
    await leave();
  });

  test('what arrives waits in a line and moves no row until n lets it in', async (t) => {
    if (console.mock === null) {
      t.skip('only the mock desk lets parcels land when a test wants them');
      return;
    }
    const page = await enter();
    const numbers = (): Promise<string[]> => page.locator('tbody .parcel-number').allInnerTexts();
    const before = await numbers();
    console.mock.arrive();
    const line = page.getByRole('button', { name: /12 new since/u });
    await line.waitFor();
    assert.deepEqual(await numbers(), before);
    await page.keyboard.press('n');
    await line.waitFor({ state: 'detached' });
    assert.equal((await numbers()).length, before.length + 12);
    await leave();
  });

  test('a free parcel is taken with a, held with h and a reason, and the record is shown', async () => {
    const page = await enter();
    await page.goto(`${console.url}/officer/queue?view=unclaimed`);
    await selectedRow(page).waitFor();
    await previewReady(page);
    const preview = page.getByLabel('Selected parcel');
    await page.keyboard.press('a');
    await preview.getByText(/^Taken at \d\d:\d\d by .+, journal entry/u).waitFor();
    await page.keyboard.press('h');
    await answerDialog(page);
    await preview.getByText(/^Held at \d\d:\d\d by .+, journal entry/u).waitFor();
    await leave();
  });

  test('three keys hold a parcel that is already taken: h, the reason, Enter', async (t) => {
    if (console.mock === null) {
      t.skip('how many grounds the law offers for a hold is the pack’s to say');
      return;
    }
    const page = await enter();
    await page.goto(`${console.url}/officer/queue?view=mine`);
    await selectedRow(page).waitFor();
    await previewReady(page);
    await page.keyboard.press('h');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByText(/^Held at/u).waitFor();
    await leave();
  });

  test('a release is proposed by one officer and confirmed by another, never by the same', async () => {
    const page = await enter(0);
    await page.goto(`${console.url}/officer/queue?view=unclaimed`);
    await selectedRow(page).waitFor();
    await previewReady(page);
    await page.keyboard.press('o');
    await page.getByRole('heading', { name: 'Judgement' }).waitFor();
    const address = page.url();
    await page.keyboard.press('a');
    await page.getByText(/^Taken at/u).waitFor();
    await page.keyboard.press('r');
    await answerDialog(page);
    await page.getByText(/^Release proposed at .+, journal entry/u).waitFor();
    await page.keyboard.press('r');
    await page
      .getByRole('status')
      .getByText(/second|another|other officer/iu)
      .waitFor();

    const second = await enter(1);
    await second.goto(address);
    await second
      .getByText(/proposed release at/u)
      .first()
      .waitFor();
    const take = second.getByRole('button', { name: /^Take it/u });
    if ((await take.count()) > 0) {
      await second.keyboard.press('a');
      await second.getByText(/^Taken at/u).waitFor();
    }
    await second.keyboard.press('r');
    await answerDialog(second);
    await second.getByText(/^Release confirmed at .+, journal entry/u).waitFor();
    await leave();
  });

  test('a parcel that a colleague takes meanwhile is refused in the words of the desk', async () => {
    const page = await enter(0);
    await page.goto(`${console.url}/officer/queue?view=unclaimed`);
    await selectedRow(page).waitFor();
    await page.keyboard.press('o');
    await page.getByRole('heading', { name: 'Judgement' }).waitFor();
    const colleague = await enter(1);
    await colleague.goto(page.url());
    await colleague.getByRole('heading', { name: 'Judgement' }).waitFor();
    await colleague.keyboard.press('a');
    await colleague.getByText(/^Taken at/u).waitFor();
    await page.keyboard.press('a');
    await page.locator('.refusal').waitFor();
    assert.match(await page.locator('.refusal').innerText(), /\w/u);
    await leave();
  });

  test('a lane narrows the queue, and the address says so', async () => {
    const page = await enter();
    await page.getByLabel('Lane').selectOption('scan');
    await page.waitForURL(/lane=scan/u);
    await page.waitForLoadState('networkidle');
    const lanes = await page.locator('tbody .lane-word').allInnerTexts();
    assert.ok(lanes.every((lane) => lane === 'Scan'));
    await leave();
  });

  test('who is signed out meanwhile signs in again and is back where they were', async () => {
    const page = await enter();
    await page.goto(`${console.url}/officer/queue?view=mine`);
    await page.getByRole('navigation', { name: 'Views of the queue' }).waitFor();
    await open[0]?.context.clearCookies();
    await page.getByRole('heading', { name: 'Who are you today?' }).waitFor();
    const [person] = await officers(console);
    await page.getByRole('button', { name: person.name }).click();
    await page.waitForURL(/queue\?view=mine/u);
    await leave();
  });

  test('an act that hurts asks for reason and law and shows the sentence on appeal first', async () => {
    const page = await enter();
    await page.goto(`${console.url}/officer/queue?view=mine`);
    await selectedRow(page).waitFor();
    await previewReady(page);
    await page.keyboard.press('o');
    await page.getByText('Acts that need a legal ground').click();
    await page.locator('.hurtful .act[aria-disabled="false"]').first().click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByText(/appeal/iu)
      .first()
      .waitFor();
    await dialog.getByText('Legal ground').waitFor();
    await dialog.locator('button[type=submit]').click();
    assert.equal(await dialog.count(), 1, 'nothing is sent without a reason');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await leave();
  });

  test('a cell of the facts opens to its message, and a charge to its steps', async () => {
    const page = await enter();
    await page.keyboard.press('o');
    await page.getByRole('heading', { name: 'Judgement' }).waitFor();
    await page.locator('.fact').first().click();
    await page
      .getByRole('status')
      .getByText(/^Statement/u)
      .waitFor();
    const charge = page.locator('details.charge').first();
    if ((await charge.count()) > 0) {
      await charge.locator('summary').click();
      assert.ok((await charge.locator('.steps li').count()) > 0);
    }
    await leave();
  });
});
