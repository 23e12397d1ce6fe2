/** Proves that everybody lands where their work waits, that nothing is offered which the server refuses, and the page of an agency. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Person } from '../src/api/contract.ts';
import { missingChromium } from './support/chromium.ts';
import { openConsole, signIn, tooWide, violationsOn, visit } from './support/console.ts';
import type { Console, Look, Visit } from './support/console.ts';
import { openPlatformDesk, SNAKES, type PlatformDesk } from './support/platform-desk.ts';

const skip = missingChromium() ?? false;

/** Where each person begins, and every page that the sidebar offers them. */
const DOORS: Readonly<Record<string, readonly [first: string, offered: readonly string[]]>> = {
  amina: ['/officer/queue', ['Queue', 'Parcels', 'Figures']],
  leila: ['/officer/queue', ['Queue', 'Parcels', 'Figures', 'Money']],
  tomas: ['/officer/queue', ['Queue', 'Parcels', 'Figures']],
  yusuf: ['/officer/queue', ['Queue', 'Parcels', 'Figures', 'Money']],
  farid: ['/officer/money', ['Parcels', 'Figures', 'Money']],
  sami: ['/officer/operations', ['Operations']],
  hana: ['/officer/agency', ['Asked']],
};

const LOOKS: readonly Look[] = [
  { scheme: 'light', width: 1440 },
  { scheme: 'dark', width: 1440, locale: 'ar' },
  { scheme: 'light', width: 390, locale: 'ar' },
  { scheme: 'dark', width: 390 },
];

suite('the pages of each role', { skip }, () => {
  let desk: PlatformDesk;
  let console: Console;
  let people: readonly Person[] = [];

  before(async () => {
    desk = await openPlatformDesk(SNAKES);
    console = await openConsole(desk.url);
    people = (await (await fetch(`${desk.url}/v1/session/people`)).json()) as Person[];
  });
  after(async () => {
    await console.close();
    await desk.close();
  });

  const enter = async (id: string, look: Look = {}): Promise<Visit> => {
    const visited = await visit(console, look);
    const person = people.find((each) => each.id === id);
    assert.ok(person !== undefined, id);
    await signIn(visited, console, person);
    return visited;
  };
  const pathOf = (page: Page): string => new URL(page.url()).pathname;

  test('everybody lands on the page of their work, and every page they are offered is answered', async () => {
    for (const [id, [first, offered]] of Object.entries(DOORS)) {
      const visited = await enter(id);
      const { page } = visited;
      const refused: string[] = [];
      page.on('response', (response) => {
        if (response.status() >= 400) refused.push(`${response.status().toString()} ${response.url()}`); // prettier-ignore
      });
      assert.equal(pathOf(page), first, id);
      assert.deepEqual(await page.locator('.sidebar-label').allInnerTexts(), offered, id);
      for (const label of offered) {
        await page.getByRole('navigation', { name: 'Pages' }).getByText(label).click();
        await page.locator('.page :is(h1, h2)').first().waitFor();
        await page.locator('.waiting').waitFor({ state: 'detached' });
        assert.equal(await page.getByRole('alert').count(), 0, `${id}: ${label}`);
      }
      await page.waitForLoadState('networkidle');
      assert.deepEqual([...refused, ...visited.complaints], [], id);
      await visited.context.close();
    }
  });

  test('the address of a page that is not theirs leads to the one that is', async () => {
    const { page, context } = await enter('hana');
    for (const path of ['queue', 'figures', 'money', 'parcels/s10/RB000000201XZ', 'operations']) {
      await page.goto(`${console.url}/officer/${path}`);
      await page.locator('.agency-page').waitFor();
      assert.equal(pathOf(page), '/officer/agency', path);
    }
    await context.close();
  });

  for (const look of LOOKS) {
    const { scheme = '', width = 0, locale = 'en' } = look;
    test(`an agency and an administrator read their pages: ${scheme}, ${width.toString()} pixels, ${locale}`, async () => {
      for (const id of ['hana', 'sami']) {
        const { page, context, complaints } = await enter(id, look);
        assert.deepEqual(await violationsOn(page), [], id);
        assert.deepEqual(await tooWide(page), [], id);
        if (id === 'hana') {
          await page.locator('.agency-buttons button').nth(2).click();
          await page.getByRole('dialog').waitFor();
          assert.deepEqual(await violationsOn(page), [], 'dialog');
        }
        assert.deepEqual(complaints, []);
        await context.close();
      }
    });
  }

  /** Chooses in the dialog as a person would, and sends it. */
  const answer = async (page: Page, choice: string): Promise<void> => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: choice, exact: true }).check();
    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'detached' });
  };

  test('an agency sees the goods, the law that asks and no person, and answers by keys', async () => {
    await desk.land();
    const { page, context, complaints } = await enter('hana');
    await page.getByRole('heading', { name: '2 parcels to decide about' }).waitFor();
    const card = page.locator('.agency-card').first();
    const shown = (await card.innerText()).replaceAll(/[\u2066-\u2069]/gu, '');
    for (const words of ['python skin', 'code 420', 'no permit stated', 'Prohibitions Act 2017', 'permit wanted: CITES', 'XM214 landed at', 'it is here']) assert.ok(shown.includes(words), `${words} in ${shown}`); // prettier-ignore
    assert.doesNotMatch(await page.locator('.page').innerText(), /Darya|Kestrel|Harbour/u);

    await page.keyboard.press('q');
    await answer(page, 'The permit');
    await page.getByText(/^The sender of RB\w+ is asked\.$/u).waitFor();
    await page.getByRole('heading', { name: '1 parcel whose sender you asked' }).waitFor();

    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await page.keyboard.press('f');
    await answer(page, 'The permit is missing');
    await page.getByText(/^You refused RB\w+; Customs decides what becomes of it\.$/u).waitFor();
    await page.getByRole('heading', { name: '1 parcel refused, and still with Customs' }).waitFor();

    await page.locator('#agency-asked ~ ol .act').first().click();
    await answer(page, 'The permit is valid');
    await page.getByText(/^You agreed to RB\w+\.$/u).waitFor();
    await page.getByRole('heading', { name: 'Nothing waits for your word' }).waitFor();
    assert.equal(await page.locator('.agency-card').count(), 1, 'what was refused is found again');
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('an administrator reads the law to come, the jobs and the seal, and nothing of parcels', async () => {
    const { page, context } = await enter('sami');
    await page.getByText('1 Jan 2028').waitFor();
    const shown = await page.locator('.page').innerText();
    for (const words of ['duty-relief ends', 'Rows in force today', 'Work beside the parcels', 'The sealed record']) assert.ok(shown.includes(words), words); // prettier-ignore
    assert.doesNotMatch(shown, /RB0|python|Darya/u);
    await context.close();
  });
});
