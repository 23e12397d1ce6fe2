/** Proves that every page is legible to everybody: axe without violations, both themes, phone width, right to left. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { missingChromium } from './support/chromium.ts';
import { officers, openConsole, signIn, tooWide, violationsOn, visit } from './support/console.ts';
import type { Console, Look, Visit } from './support/console.ts';

const skip = missingChromium() ?? false;

/** Every path of routes.tsx that a signed-in officer can open; the parcel is the queue's first. */
const PAGES = ['queue', 'parcel', 'search', 'figures'] as const;

async function openPage(page: Page, url: string, name: (typeof PAGES)[number]): Promise<void> {
  await page.goto(`${url}/officer/queue`);
  const first = page.locator('tbody .cell-parcel a').first();
  await first.waitFor();
  const number = (await first.innerText()).replaceAll(/\s/gu, '');
  switch (name) {
    case 'queue':
      await page.keyboard.press('j');
      break;
    case 'parcel':
      await page.goto(new URL((await first.getAttribute('href')) ?? '', url).href);
      await page.locator('.fact').first().click();
      break;
    case 'search':
      await page.goto(`${url}/officer/search?q=${number.slice(0, 4)}`);
      await page.locator('.found-table').waitFor();
      break;
    case 'figures':
      await page.goto(`${url}/officer/figures`);
      await page.locator('.figure-table').first().waitFor();
      break;
  }
  await page.waitForLoadState('networkidle');
}

suite('the look of the console', { skip }, () => {
  let console: Console;

  before(async () => {
    console = await openConsole();
  });
  after(() => console.close());

  const enter = async (look: Look): Promise<Visit> => {
    const visited = await visit(console, look);
    await signIn(visited, console, (await officers(console))[0]);
    return visited;
  };

  for (const scheme of ['light', 'dark'] as const) {
    for (const width of [1440, 390]) {
      test(`axe finds nothing on any page, ${scheme}, ${width.toString()} pixels wide`, async () => {
        const visited = await enter({ scheme, width });
        for (const name of PAGES) {
          await openPage(visited.page, console.url, name);
          assert.deepEqual(await violationsOn(visited.page), [], name);
          assert.deepEqual(await tooWide(visited.page), [], `${name} scrolls sideways`);
        }
        assert.deepEqual(visited.complaints, []);
        await visited.context.close();
      });
    }

    test(`axe finds nothing on the sign-in page and in the dialogs, ${scheme}`, async () => {
      const visited = await visit(console, { scheme });
      const { page } = visited;
      await page.goto(`${console.url}/officer/sign-in`);
      const [person] = await officers(console);
      await page.getByRole('button', { name: person.name }).waitFor();
      assert.deepEqual(await violationsOn(page), []);
      await signIn(visited, console, person);
      await page.keyboard.press('?');
      assert.deepEqual(await violationsOn(page), []);
      await page.keyboard.press('Escape');
      await page.goto(`${console.url}/officer/queue?view=mine`);
      await page.locator('.preview button.act').first().waitFor();
      await page.keyboard.press('h');
      await page.getByRole('dialog').waitFor();
      assert.deepEqual(await violationsOn(page), []);
      assert.deepEqual(visited.complaints, []);
      await visited.context.close();
    });
  }

  test('the page has no violation and no sideways scrolling from right to left', async () => {
    const visited = await enter({});
    for (const name of ['queue', 'parcel'] as const) {
      await openPage(visited.page, console.url, name);
      await visited.page.evaluate(() => {
        document.documentElement.dir = 'rtl';
      });
      assert.deepEqual(await violationsOn(visited.page), [], name);
      assert.deepEqual(await tooWide(visited.page), [], `${name} scrolls sideways`);
    }
    await visited.context.close();
  });

  test('the theme follows the system until somebody chooses, and the choice stays', async () => {
    const visited = await enter({ scheme: 'dark' });
    const { page } = visited;
    const theme = (): Promise<string | null> =>
      page.locator('html').getAttribute('data-mantine-color-scheme');
    assert.equal(await theme(), 'dark');
    await page.getByRole('button', { name: 'Use the light theme' }).click();
    assert.equal(await theme(), 'light');
    await page.reload();
    await page.getByRole('table').waitFor();
    assert.equal(await theme(), 'light');
    await visited.context.close();
  });

  test('a browser too old for the console is told so in one sentence', async () => {
    const visited = await visit(console);
    await visited.context.addInitScript('delete globalThis.Temporal');
    await visited.page.goto(`${console.url}/officer/`);
    await visited.page.getByText(/needs a browser that knows/u).waitFor();
    assert.deepEqual(visited.complaints, []);
    await visited.context.close();
  });

  test('a lane is a word and a shape, never a colour alone', async () => {
    const visited = await enter({});
    const lanes = await visited.page.locator('tbody .lane-mark').all();
    assert.ok(lanes.length > 0);
    for (const lane of lanes) {
      assert.notEqual((await lane.innerText()).trim(), '');
      assert.equal(await lane.locator('svg').count(), 1);
    }
    await visited.context.close();
  });

  test('rows of the queue are 36 pixels high, and a phone row is large enough for a thumb', async () => {
    const desk = await enter({});
    const rowHeight = async ({ page }: Visit): Promise<number> =>
      (await page.locator('tbody tr').nth(1).boundingBox())?.height ?? 0;
    assert.ok(Math.abs((await rowHeight(desk)) - 36) <= 1);
    await desk.context.close();
    const phone = await enter({ width: 390, height: 844 });
    assert.ok((await rowHeight(phone)) >= 44);
    await phone.context.close();
  });
});
