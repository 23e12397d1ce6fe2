/** Shows that coverage finds the days without law, and that production refuses law in doubt. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { checkPack } from '../../domain/jurisdiction/check-pack.ts';
import { parsePack } from '../../domain/jurisdiction/parse.ts';
import { FACTS_OF_RISK_RULES } from '../../domain/risk/fact-types.ts';
import { readDay, writeDay } from '../../domain/kernel/day.ts';
import { present } from '../../domain/kernel/invariant.ts';
import { Fault } from '../fault.ts';
import { run } from '../commands/serve.ts';
import { coverageOf, type Gap } from './coverage.ts';
import { loadPack } from './load.ts';
import { requireVerifiedPack } from './production.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../../packs');
const meridia = present(loadPack(path.join(ROOT, 'xm-meridia')).pack, 'Meridia is well formed');
const day = (text: string): number => present(readDay(text), text);

/** The gaps of quotas that hold in the periods, all of one id. */
function gapsOf(periods: readonly (readonly [string, string | null])[]): readonly Gap[] {
  const quota = present(meridia.quotas[0], 'Meridia has quotas');
  const quotas = periods.map(([from, until]) => ({
    ...quota,
    from: day(from),
    until: until === null ? null : day(until),
  }));
  const rows = coverageOf({ ...meridia, quotas, inForceFrom: day('2020-01-01') });
  return present(
    rows.find(({ kind }) => kind === 'quota'),
    'quotas are counted',
  ).gaps;
}

test('a gap before the first row, between periods and after the last is found, and none where periods meet', () => {
  assert.deepEqual(gapsOf([['2020-01-01', '2021-01-01'], ['2021-01-01', null]]), []); // prettier-ignore
  assert.deepEqual(gapsOf([['2019-01-01', null], ['2021-01-01', '2022-01-01']]), []); // prettier-ignore
  assert.deepEqual(gapsOf([['2020-01-02', '2021-01-01'], ['2021-01-02', '2022-01-01']]), [
    { rule: null, from: '2020-01-01', until: '2020-01-02' },
    { rule: null, from: '2021-01-01', until: '2021-01-02' },
    { rule: null, from: '2022-01-01', until: null },
    { rule: meridia.quotas[0]?.id, from: '2021-01-01', until: '2021-01-02' },
  ]); // prettier-ignore
});

test('a registration names a scheme of the pack', () => {
  const { texts } = loadPack(path.join(ROOT, 'xm-meridia'));
  const rows = `id,schemes,group,counts,amount,currency,comparator,period,note,from,until,known_from,source,read_on,verified
here,nowhere,,supplies-here,10000.00,,above,twelve-months,,2020-01-01,,2019-06-03,xm:vat-act-30,2026-11-02,true\n`;
  const reading = parsePack(new Map(texts).set('registrations.csv', rows), FACTS_OF_RISK_RULES);
  const pack = present(reading.pack, reading.findings[0]?.reason ?? '');
  const reasons = checkPack({ pack, placeOf: reading.placeOf }).map(({ reason }) => reason);
  assert.deepEqual(reasons, ['no collector has the scheme "nowhere"']);
});

test('the share of verified rows is never rounded up', () => {
  const rates = meridia.rates.map((row, index) => ({ ...row, verified: index > 0 }));
  const share = coverageOf({ ...meridia, rates }).find(({ kind }) => kind === 'rate')?.share;
  assert.equal(share, Math.floor(((rates.length - 1) * 1000) / rates.length) / 1000);
  assert.equal(writeDay(meridia.inForceFrom), '2020-01-01');
});

test('production refuses a pack with an unverified row in one sentence, and takes one that is verified', async () => {
  requireVerifiedPack(ROOT, 'xm-meridia');
  assert.throws(
    () => {
      requireVerifiedPack(ROOT, 'nz');
    },
    (error) =>
      error instanceof Fault &&
      error.code === 'pack-unverified' &&
      error.exitCode === 1 &&
      /^The pack "nz" has \d+ rows that no primary source confirms \(the first: \w+\.csv line \d+\)/.test(
        error.sentence,
      ),
  );
  const stop = AbortSignal.abort();
  process.env['LUXOR_JURISDICTION'] = 'nz';
  try {
    await assert.rejects(run(['--production'], stop), { code: 'pack-unverified' });
    await assert.rejects(run(['--production', '--demo'], stop), { exitCode: 2 });
  } finally {
    delete process.env['LUXOR_JURISDICTION'];
  }
});
