/** Proves the public pages in a browser: readable by everybody in both themes and languages, and whole without JavaScript. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Browser, BrowserContext } from 'playwright-core';
import { missingChromium, openChromium } from './support/chromium.ts';
import { violationsOn } from './support/console.ts';
import { openPlatformDesk } from './support/platform-desk.ts';
import type { PlatformDesk } from './support/platform-desk.ts';
import { s10 } from '../../platform/test/support/submissions.ts';

const skip = missingChromium() ?? false;

const PAGES = [
  '/',
  '/track',
  '/track?number=',
  `/track?number=${s10(20)}`,
  '/track?number=RB999999990XZ',
  '/estimate',
  '/estimate?what=zzz&price=abc&from=&currency=XMC&by=post',
  '/estimate?what=T-shirt&from=CN&price=220&currency=XMC&by=post&freight=12.50',
  '/estimate?what=book&from=XZ&price=20&currency=XMC&by=post',
  '/about',
];
const inArabic = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}language=ar`;

suite('the public pages in a browser', { skip }, () => {
  let desk: PlatformDesk;
  let browser: Browser;

  before(async () => {
    desk = await openPlatformDesk();
    browser = await openChromium();
  });
  after(async () => {
    await browser.close();
    await desk.close();
  });

  const open = (width: number, colorScheme: 'light' | 'dark', scripts = true): Promise<BrowserContext> =>
    browser.newContext({ viewport: { width, height: 900 }, colorScheme, javaScriptEnabled: scripts }); // prettier-ignore

  for (const width of [390, 1440])
    for (const scheme of ['light', 'dark'] as const)
      test(`a ${scheme} screen of ${width.toString()} pixels has no fault a machine can find, and nothing runs over its edge`, async () => {
        const context = await open(width, scheme);
        const page = await context.newPage();
        const complaints: string[] = [];
        page.on('console', (message) => {
          const isExpected = message.text().includes('status of 422');
          if (message.type() === 'error' && !isExpected) complaints.push(message.text());
        });
        for (const path of PAGES.flatMap((each) => [each, inArabic(each)])) {
          await page.goto(`${desk.url}${path}`);
          for (const summary of await page.locator('summary').all()) await summary.click();
          assert.deepEqual(await violationsOn(page), [], path);
          const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
          assert.ok(Number(over) <= 0, `${path} is ${String(over)} pixels too wide`);
        }
        assert.deepEqual(complaints, []);
        await context.close();
      });

  test('the typefaces come from here, and the answer is the largest text', async () => {
    const context = await open(390, 'light');
    const page = await context.newPage();
    await page.goto(`${desk.url}/estimate?what=T-shirt&from=CN&price=220&currency=XMC&by=post`);
    const loaded = await page.evaluate('document.fonts.ready.then(() => document.fonts.check("600 16px Plex Sans") && [...document.fonts].some(({ status }) => status === "loaded"))'); // prettier-ignore
    assert.equal(loaded, true);
    const sizes = await page.evaluate<number[]>('[...document.querySelectorAll("main *")].map((each) => parseFloat(getComputedStyle(each).fontSize))'); // prettier-ignore
    const sum = await page.evaluate<number>('parseFloat(getComputedStyle(document.querySelector("#sum")).fontSize)'); // prettier-ignore
    assert.ok(sum >= 28 && sum === Math.max(...sizes));
    await context.close();
  });

  test('without JavaScript a person asks, mends a fault, opens a charge and finds a parcel', async () => {
    const context = await open(390, 'light', false);
    const page = await context.newPage();
    await page.goto(desk.url);
    await page.getByRole('link', { name: 'Work out the cost' }).click();
    await page.getByLabel('What is it?').fill('a thing');
    await page.getByLabel('What does it cost?').fill('220');
    await page.getByLabel('Where does it come from?').selectOption({ label: 'Mizan' });
    await page.getByRole('button', { name: 'Work out the cost' }).click();
    await page.getByLabel('Or choose the nearest').selectOption({ label: 'T-shirt, cotton' });
    await page.getByRole('button', { name: 'Work out the cost' }).click();
    assert.match(await page.locator('#sum').innerText(), /^\d+\.\d\d XMC$/);
    // The sum may be a range, which says why in a line of its own.
    await page.locator('.line:not(.range)').getByText('Why').first().click();
    assert.ok(await page.getByText('Tariff Act 2019').first().isVisible());
    await page.getByRole('link', { name: 'العربية' }).click();
    assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
    assert.match(await page.locator('#sum').innerText(), /XMC/);
    await page.goto(desk.url);
    await page.getByLabel('Parcel number').fill(s10(20).toLowerCase());
    await page.getByRole('button', { name: 'Find my parcel' }).click();
    assert.ok(await page.getByText('Told to us by the shop').isVisible());
    await context.close();
  });

  test('an answer prints on one page, each charge with its steps', async () => {
    const context = await open(1440, 'dark');
    const page = await context.newPage();
    await page.goto(`${desk.url}/estimate?what=T-shirt&from=CN&price=220&currency=USD&by=express&freight=12.50`); // prettier-ignore
    const printed = (await page.pdf({ format: 'A4' })).toString('latin1');
    assert.equal([...printed.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length, 1);
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.getByText('Tariff Act 2019').first().isVisible());
    await context.close();
  });
});
