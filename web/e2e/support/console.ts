/** Opens the console for a test: the built one with the mock desk, or a running platform named by LUXOR_CONSOLE_URL. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Person } from '../../src/api/contract.ts';
import { openChromium } from './chromium.ts';
import { startMockDesk } from './mock/server.ts';
import type { MockDesk } from './mock/server.ts';

export type Console = {
  readonly url: string;
  /** Null beside a real platform, whose parcels arrive when they arrive. */
  readonly mock: MockDesk | null;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
};

export type Visit = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of, the content policy's refusals among it; a test ends with none. */
  readonly complaints: readonly string[];
};

export type Look = {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  /** Of the browser; the console speaks the first of its languages that it knows. */
  readonly locale?: string;
};

const BUILT = path.join(import.meta.dirname, '../../dist/index.html');

/** With an address: whatever answers there; otherwise LUXOR_CONSOLE_URL, and without that the mock desk. */
export async function openConsole(running = process.env['LUXOR_CONSOLE_URL']): Promise<Console> {
  assert.ok(running !== undefined || existsSync(BUILT), 'web/dist is missing: npm test builds it');
  const mock = running === undefined ? await startMockDesk() : null;
  const browser = await openChromium();
  return {
    url: running ?? mock?.url ?? '',
    mock,
    browser,
    close: async () => {
      await browser.close();
      await mock?.close();
    },
  };
}

/** A browser of its own for one person: own cookies, own storage, nothing left from another test. */
export async function visit(console: Console, look: Look = {}): Promise<Visit> {
  const { width = 1440, height = 900, scheme = 'light', locale = 'en-GB' } = look;
  const context = await console.browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, context, complaints };
}

/** The browser itself reports every answer of 4xx; a refusal is an answer, not a fault of the page. */
const isExpected = (text: string): boolean =>
  /^Failed to load resource: the server responded with a status of (401|409|422)/.test(text);

/** Two people of one office who may release together: the second officer is never the first. */
export async function officers(console: Console): Promise<readonly [Person, Person]> {
  const answer = await fetch(`${console.url}/v1/session/people`);
  const people = (await answer.json()) as Person[];
  const first = people.find(({ roles }) => roles.includes('front-officer'));
  const colleagues = people.filter(
    ({ id, office }) => id !== first?.id && office.code === first?.office.code,
  );
  const second =
    colleagues.find(({ roles }) => roles.includes('second-officer')) ??
    colleagues.find(({ roles }) => roles.includes('supervisor'));
  assert.ok(first !== undefined && second !== undefined, 'the demo has two officers of one office');
  return [first, second];
}

export async function signIn({ page }: Visit, console: Console, person: Person): Promise<void> {
  await page.goto(`${console.url}/officer/sign-in`);
  await page.getByRole('button', { name: person.name }).click();
  await page.locator('.page').locator('table, .agency-page').first().waitFor();
}

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

type Violation = { id: string; help: string; nodes: { html: string; failureSummary: string }[] };

/** Every rule of WCAG 2.0 to 2.2 A and AA that a machine can check, told so that the fault can be found. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const found = await page.evaluate<Violation[]>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
       .then((result) => result.violations)`,
  );
  return found.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map(({ html, failureSummary }) => `${html} (${failureSummary})`).join('; ')}`,
  );
}

/** What sticks out of the page sideways; scrolling in two directions is what a phone must never ask. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const main = document.querySelector('main');
    return [document.documentElement, main]
      .filter((element) => element !== null && element.scrollWidth > element.clientWidth + 1)
      .map(
        (element) =>
          `${element?.tagName ?? ''} ${element?.scrollWidth.toString() ?? ''} > ${room.toString()}`,
      );
  });
