/** The quote verb: one line of JSON from the packs alone, and every fault of a question with its place and fix. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { launchLuxor } from '../../../test/support/launch-luxor.ts';
import { parseOwn } from '../../domain/kernel/parse-own.ts';
import type { QuoteDocument } from '../quotes/answer-schema.ts';

const SHIRT = ['quote', '--to', 'NL', '--from', 'CN', '--goods', 'cotton t-shirt', '--hs', '610910', '--json']; // prettier-ignore
type Refused = { readonly findings: readonly { readonly pointer: string; readonly code: string; readonly fix: string }[] }; // prettier-ignore

test('a T-shirt to the Netherlands owes tax alone until June 2026, and three euros for its kind from July on', async () => {
  const on = async (day: string): Promise<QuoteDocument> => {
    const { code, stdout } = await launchLuxor(...SHIRT, '--value', '20 EUR', '--on', day);
    assert.equal(code, 0);
    return parseOwn<QuoteDocument>(stdout);
  };
  const [before, after] = [await on('2026-06-30'), await on('2026-08-01')];
  const charges = ({ lines }: QuoteDocument) => lines.map(({ charge, amount }) => [charge, amount]);
  assert.deepEqual(charges(before), [['vat', '4.20']]);
  assert.deepEqual(charges(after), [['duty', '3.00'], ['vat', '4.83']]); // prettier-ignore
  assert.deepEqual([before.total, before.validUntil, after.total], ['4.20', '2026-07-01', '7.83']);
  assert.equal(after.status, 'estimate');
  assert.ok(after.because.includes('not-issued') && after.quote === null);
});

test('what is wrong with a question or its file is told with place and fix, and exit code 1', async () => {
  const refused = async (...args: readonly string[]) => {
    const { code, stdout } = await launchLuxor(...args);
    assert.equal(code, 1, stdout);
    return parseOwn<Refused>(stdout).findings.map(({ pointer, code: what, fix }) => (fix === '' ? fix : `${pointer} ${what}`)); // prettier-ignore
  };
  assert.deepEqual(await refused(...SHIRT, '--value', '-20 EUR'), ['/goods/0/value/amount value-negative']); // prettier-ignore
  assert.deepEqual(await refused(...SHIRT, '--value', 'twenty'), ['/goods/0/value value-malformed']); // prettier-ignore
  const folder = await mkdtemp(path.join(tmpdir(), 'luxor-quote-'));
  try {
    const file = path.join(folder, 'goods.json');
    await writeFile(file, '[{"commodityCode":"610910",}]');
    assert.deepEqual(await refused('quote', '--to', 'NL', '--from', 'CN', file, '--json'), [' json-malformed']); // prettier-ignore
  } finally {
    await rm(folder, { recursive: true });
  }
});
