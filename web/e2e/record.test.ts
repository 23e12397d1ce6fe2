/** Proves on the real platform that finance takes what is owed, and that a judge gets a file that proves itself. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { missingChromium } from './support/chromium.ts';
import { openConsole, signIn, violationsOn, visit } from './support/console.ts';
import type { Console, Visit } from './support/console.ts';
import { openPlatformDesk } from './support/platform-desk.ts';
import type { PlatformDesk } from './support/platform-desk.ts';
import type { Person } from '../src/api/contract.ts';

const skip = missingChromium() ?? false;
const MAIN = path.resolve(import.meta.dirname, '../../platform/src/main.ts');

suite('money and evidence on the console', { skip }, () => {
  let desk: PlatformDesk;
  let console: Console;

  before(async () => {
    desk = await openPlatformDesk();
    await desk.land();
    console = await openConsole(desk.url);
  });
  after(async () => {
    await console.close();
    await desk.close();
  });

  const enterAs = async (role: string): Promise<Visit> => {
    const answer = await fetch(`${console.url}/v1/session/people`);
    const person = ((await answer.json()) as Person[]).find(({ roles }) => roles.includes(role));
    assert.ok(person !== undefined, `somebody is ${role}`);
    const visited = await visit(console);
    await signIn(visited, console, person);
    return visited;
  };

  const leave = async ({ context, complaints }: Visit): Promise<void> => {
    await context.close();
    assert.deepEqual(complaints, []);
  };

  const openOwing = async (page: Page): Promise<void> => {
    await page.goto(`${console.url}/officer/parcels/s10/${desk.owing}`);
    await page.getByRole('heading', { name: 'Ledger of this parcel' }).waitFor();
  };

  test('finance finds what waits for money, records it as paid, and the parcel goes', async () => {
    const visited = await enterAs('finance');
    const { page } = visited;
    await page.getByRole('heading', { name: 'What waits for money' }).waitFor();
    assert.equal(
      await page.getByRole('link', { name: 'Queue' }).count(),
      0,
      'finance has no queue',
    );
    assert.match(await page.locator('.ledger-table').first().innerText(), /13\.40 XMC/u);
    assert.deepEqual(await violationsOn(page), []);
    await openOwing(page);
    await page.getByRole('button', { name: 'Record a payment' }).click();
    assert.deepEqual(await violationsOn(page), []);
    await page.getByLabel('Reference of the bank or the till').fill('TILL-7');
    await page.getByRole('button', { name: 'Record 13.40 XMC as paid' }).click();
    await page.getByText('13.40 XMC recorded as paid.').waitFor();
    await page.locator('.parcel-way').getByText('Released').waitFor();
    assert.match(await page.locator('.postings').innerText(), /treasury:cash/u);
    await page.goto(`${console.url}/officer/money`);
    await page.getByText('No parcel waits for money').waitFor();
    await leave(visited);
  });

  test('an officer without the ledger sees neither postings nor a payment', async () => {
    const visited = await enterAs('front-officer');
    const { page } = visited;
    await page.goto(`${console.url}/officer/parcels/s10/${desk.owing}`);
    await page.getByRole('heading', { name: 'Charges' }).waitFor();
    assert.equal(await page.getByText('Ledger of this parcel').count(), 0);
    assert.equal(await page.getByRole('link', { name: 'Money' }).count(), 0);
    await leave(visited);
  });

  test('the evidence says what it is for, and luxor verify needs nothing but the file', async () => {
    const visited = await enterAs('auditor');
    const { page } = visited;
    await openOwing(page);
    await page.getByText('Evidence for a court').click();
    assert.match(
      await page.locator('.evidence').innerText(),
      /proves itself[\s\S]*recorded with your name/u,
    );
    assert.deepEqual(await violationsOn(page), []);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Take the evidence' }).click(),
    ]);
    assert.equal(download.suggestedFilename(), `evidence-${desk.owing}.json`);
    const file = await download.path();
    const { status, stdout } = spawnSync(
      process.execPath,
      [MAIN, 'verify', '--evidence', file, '--json'],
      { encoding: 'utf8' },
    );
    const report = JSON.parse(stdout) as { ok: boolean; entries: number; receipts: number };
    assert.deepEqual([status, report.ok], [0, true], stdout);
    assert.ok(report.entries >= 2 && report.receipts >= 2, stdout);
    await leave(visited);
  });
});
