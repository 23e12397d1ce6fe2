/** Proves that the console speaks Arabic from right to left, changes its language without leaving the page, and keeps the choice. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { missingChromium } from './support/chromium.ts';
import { officers, openConsole, violationsOn, visit } from './support/console.ts';
import type { Console, Visit } from './support/console.ts';

const skip = missingChromium() ?? false;

suite('the languages of the console', { skip }, () => {
  let console: Console;
  before(async () => {
    console = await openConsole();
  });
  after(() => console.close());

  const enter = async (look: Parameters<typeof visit>[1]): Promise<Visit> => {
    const visited = await visit(console, look);
    const [person] = await officers(console);
    await visited.page.goto(`${console.url}/officer/sign-in`);
    await visited.page.getByRole('button', { name: person.name }).click();
    await visited.page.getByRole('table').waitFor();
    return visited;
  };
  const direction = (page: Page): Promise<string | null> =>
    page.locator('html').getAttribute('dir');
  const sideways = (page: Page): Promise<number> =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );

  for (const scheme of ['light', 'dark'] as const)
    for (const width of [1440, 390])
      test(`every page is Arabic to whoever reads Arabic, ${scheme}, ${width.toString()} pixels wide`, async () => {
        const { page, context, complaints } = await enter({ scheme, width, locale: 'ar' });
        const first = await page.locator('tbody .cell-parcel a').first().getAttribute('href');
        for (const address of [
          '/officer/queue',
          first ?? '',
          '/officer/search?q=RB',
          '/officer/figures',
        ]) {
          await page.goto(new URL(address, console.url).href);
          await page.getByRole('heading').first().waitFor();
          await page.waitForLoadState('networkidle');
          assert.equal(await direction(page), 'rtl');
          assert.deepEqual(await violationsOn(page), [], address);
          assert.ok((await sideways(page)) <= 1, `${address} scrolls sideways`);
          // Words of the record stay as they were recorded; every heading, tab and label of ours is Arabic.
          const ours = await page
            .locator('.sidebar-label, .tab, thead th, .page-header h1, .parcel-columns h2')
            .allInnerTexts();
          for (const text of ours.filter((each) => each.trim() !== '' && !/^[A-Z]{3}$/u.test(each)))
            assert.match(text, /\p{Script=Arabic}/u, `${address}: ${text}`);
        }
        assert.deepEqual(complaints, []);
        await context.close();
      });

  test('a language is chosen in the account, changes the page where it stands, and stays', async () => {
    const { page, context } = await enter({});
    assert.equal(await direction(page), 'ltr');
    await page.goto(`${console.url}/officer/search?q=RB`);
    await page.locator('.found-table').waitFor();
    await page.locator('.top-person').click();
    await page.getByRole('radio', { name: 'العربية' }).click();
    await page.getByRole('heading', { name: 'طرود «RB»' }).waitFor();
    assert.equal(await direction(page), 'rtl');
    assert.match(page.url(), /search\?q=RB/u);
    await page.reload();
    await page.getByRole('heading', { name: 'طرود «RB»' }).waitFor();
    await context.close();
  });

  test('who reads English downloads no Arabic', async () => {
    const { page, context } = await enter({});
    const fetched = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    assert.deepEqual(
      fetched.filter((name) => name.includes('arabic')),
      [],
    );
    await context.close();
  });
});
