/** A publication becomes revisions of dated rows: all or nothing, only what differs, and never an edit of what was known. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { freshDatabase } from '../../../../test/support/database.ts';
import { readDay } from '../../../domain/kernel/day.ts';
import type { Database } from '../../db/connect.ts';
import { query, sql } from '../../db/sql.ts';
import type { ImportVerb } from './file-kind.ts';
import { importReference } from './reference.ts';

const day = (text: string) => readDay(text)!;
const silent = () => ({ messages: 0, add: () => undefined, done: () => undefined });

type Asked = { readonly on?: string; readonly name?: string; readonly mayReplace?: boolean };

async function importer(context: TestContext) {
  const { database } = await freshDatabase(context);
  const folder = await mkdtemp(path.join(tmpdir(), 'luxor-reference-'));
  context.after(() => rm(folder, { recursive: true }));
  const take = async (verb: ImportVerb, text: string | Buffer, asked: Asked = {}) => {
    const file = path.join(folder, asked.name ?? 'file.csv');
    await writeFile(file, text);
    return importReference(() => Promise.resolve(database.owner), {
      verb,
      file,
      on: day(asked.on ?? '2026-01-01'),
      mayReplace: asked.mayReplace ?? false,
      openProgress: silent,
      stop: new AbortController().signal,
    });
  };
  return { database, take };
}

const HTS = 'hts,digits,description_path,units,general_rate,special_rate,column2_rate,additional_duties,general_rate_kind'; // prettier-ignore
const hts = (...lines: readonly (readonly [code: string, rate: string])[]) =>
  [HTS, ...lines.map(([code, rate]) => `${code},8,"Goods, of a kind",kg,${rate},,,,free`)].join('\n'); // prettier-ignore

const counts = ({ added, changed, ended, unchanged, refused }: Awaited<ReturnType<Awaited<ReturnType<typeof importer>>['take']>>) => ({ added, changed, ended, unchanged, refused }); // prettier-ignore
const only = (named: Partial<ReturnType<typeof counts>>) => ({ added: 0, changed: 0, ended: 0, unchanged: 0, refused: 0, ...named }); // prettier-ignore

/** The duties that held on a day, as revision `known` knew them. */
async function dutiesOn({ owner }: Database, on: string, known: number) {
  const rows = await query<{ code: string; duty: string }>(
    owner,
    sql`
select code, duties ->> 'general' as duty from tariff_line
where from_day <= ${on}::date and (until_day is null or until_day > ${on}::date)
  and added_in <= ${known} and (removed_in is null or removed_in > ${known})
order by code limit 100`,
  );
  return Object.fromEntries(rows.map(({ code, duty }) => [code, duty]));
}

test('a re-import writes only what differs, and the same file again writes nothing', async (context) => {
  const { database, take } = await importer(context);
  const first = hts(['01012100', 'Free'], ['01012900', '4%'], ['01013000', '5%'], ['01019000', '6%']); // prettier-ignore
  assert.deepEqual(counts(await take('tariff', first)), only({ added: 4 }));
  const again = await take('tariff', first, { on: '2026-03-01' });
  assert.deepEqual([counts(again), again.revision], [only({ unchanged: 4 }), null]);
  const second = hts(['01012100', 'Free'], ['01012900', '9%'], ['01013000', '5%'], ['01022100', '1%']); // prettier-ignore
  const diff = await take('tariff', second, { on: '2026-07-01' });
  assert.deepEqual([counts(diff), diff.revision], [only({ added: 1, changed: 1, ended: 1, unchanged: 2 }), 2]); // prettier-ignore
  const before = { '01012100': 'Free', '01012900': '4%', '01013000': '5%', '01019000': '6%' };
  const after = { '01012100': 'Free', '01012900': '9%', '01013000': '5%', '01022100': '1%' };
  assert.deepEqual(await dutiesOn(database, '2026-06-30', 2), before);
  assert.deepEqual(await dutiesOn(database, '2026-07-01', 2), after);
  assert.deepEqual(await dutiesOn(database, '2026-07-01', 1), before);
});

test('one row that is wrong refuses the file whole, and every wrong row is named with its line', async (context) => {
  const { database, take } = await importer(context);
  const text = [
    HTS,
    '01012100,8,"Two\nlines",kg,Free,,,,',
    'x,8,Goods,kg,Free,,,,',
    '01013000,8,Goods',
  ];
  const report = await take('tariff', text.join('\n'));
  assert.deepEqual(counts(report), only({ refused: 2 }));
  assert.deepEqual(report.unparsed.map(({ line, column, text: of }) => [line, column, of]), [[4, 'hts', 'x'], [5, undefined, '01013000,8,Goods,,,,,,']]); // prettier-ignore
  assert.ok(report.unparsed.every(({ reason, fix }) => reason !== '' && fix !== undefined));
  assert.deepEqual(await dutiesOn(database, '2026-07-01', 9), {});
  const latin = Buffer.from(hts(['01012100', 'Free']).replace('Goods', 'Käse'), 'latin1');
  assert.match((await take('tariff', latin)).unparsed[0]?.reason ?? '', /UTF-8/);
});

test('two rows that contradict each other refuse the file, and two that agree are one', async (context) => {
  const { take } = await importer(context);
  const report = await take('tariff', hts(['01012100', 'Free'], ['01012100', '4%']));
  assert.deepEqual(report.unparsed.map(({ line }) => line), [3]); // prettier-ignore
  const agreed = await take('tariff', hts(['01012100', '4%'], ['01012100', '4%']));
  assert.deepEqual([counts(agreed), agreed.repeated], [only({ added: 1 }), 1]);
});

test('a file of an earlier day, or of a part, is refused', async (context) => {
  const { take } = await importer(context);
  const whole = hts(['01012100', 'Free'], ['01012900', '4%'], ['01013000', '5%']);
  await take('tariff', whole, { on: '2026-07-01' });
  const early = await take('tariff', whole, { on: '2026-06-30' });
  assert.match(early.unparsed[0]?.reason ?? '', /state of 2026-07-01/);
  const part = hts(['01012100', 'Free']);
  assert.match((await take('tariff', part, { on: '2026-08-01' })).unparsed[0]?.reason ?? '', /end 2 of the 3/); // prettier-ignore
  const meant = await take('tariff', part, { on: '2026-08-01', mayReplace: true });
  assert.deepEqual(counts(meant), only({ ended: 2, unchanged: 1 }));
});

const TARIC = 'goods_code,suffix,valid_from,valid_to,hier_pos,indent,description_en,description_de,description_fr'; // prettier-ignore

test('a line that dates itself ends after its last day, and one that is gone ends on the day of import', async (context) => {
  const { database, take } = await importer(context);
  const line = (code: string, to = '') => `${code},80,01-01-2012,${to},6,1,Horses,Pferde,Chevaux`;
  const horses = [line('0101210000'), line('0101290000'), line('0101300000')];
  const first = await take('nomenclature', [TARIC, ...horses].join('\n'));
  assert.deepEqual(counts(first), only({ added: 3 }));
  const dated = [line('0101210000'), line('0101290000', '30-06-2026')];
  const second = await take('nomenclature', [TARIC, ...dated].join('\n'), { on: '2026-05-01' });
  assert.deepEqual(counts(second), only({ changed: 1, ended: 1, unchanged: 1 }));
  const rows = await query<{ code: string; until: string | null }>(
    database.owner,
    sql`select code, until_day::text as until from nomenclature_line where removed_in is null order by code limit 9`,
  );
  assert.deepEqual(rows.map(({ code, until }) => [code, until]), [['010121', null], ['010129', '2026-07-01'], ['010130', '2026-05-01']]); // prettier-ignore
});

test('a file of another kind, or of none, is refused with what it is', async (context) => {
  const { take } = await importer(context);
  const other = await take('tariff', `${TARIC}\n`);
  assert.match(other.unparsed[0]?.fix ?? '', /luxor import nomenclature/);
  const none = await take('codelist', 'brand,category\nA,b\n');
  assert.deepEqual([none.refused, none.unparsed[0]?.line], [1, 1]);
  const unnamed = await take('nomenclature', 'code,level,parent,description_en\n01,2,,Animals\n');
  assert.match(unnamed.unparsed[0]?.reason ?? '', /edition/);
});

test('exchange rates hold from the day after their publication and no longer than they are young', async (context) => {
  const { database, take } = await importer(context);
  await take('rates', 'date,USD,JPY\n2024-03-06,1.0874,\n2024-03-05,1.0849,162.67\n');
  const rows = await query<{ said: string }>(
    database.owner,
    sql`select currency || ' ' || per_base || ' ' || from_day || ' ' || until_day as said from exchange_rate order by 1 limit 9`,
  );
  assert.deepEqual(rows.map(({ said }) => said), ['JPY 162.67 2024-03-06 2024-03-16', 'USD 1.0849 2024-03-06 2024-03-16', 'USD 1.0874 2024-03-07 2024-03-17']); // prettier-ignore
});

test('whatever states are imported in order, each day shows the state that was in force on it', async (context) => {
  const { database, take } = await importer(context);
  const state = fc.dictionary(fc.constantFrom('01012100', '01012900', '01013000', '01019000'), fc.constantFrom('Free', '4%'), { minKeys: 1 }); // prettier-ignore
  let year = 2026;
  await fc.assert(
    fc.asyncProperty(fc.array(state, { minLength: 1, maxLength: 4 }), async (states) => {
      const days = states.map(() => `${String((year += 1))}-01-01`);
      for (const [index, each] of states.entries())
        await take('tariff', hts(...Object.entries(each)), { on: days[index]!, mayReplace: true });
      for (const [index, each] of states.entries())
        assert.deepEqual(await dutiesOn(database, days[index]!.replace('-01-01', '-12-31'), 999), { ...each }); // prettier-ignore
    }),
    { numRuns: 12 },
  );
});

const shared = process.env['LUXOR_SHARED'] ?? path.join(import.meta.dirname, '../../../../../../shared'); // prettier-ignore
const schedule = path.join(shared, 'refdata/tariff-us/hts_2026_rev4_rate_lines.csv');

test('the whole schedule of the United States is imported, and again without a change', { skip: existsSync(schedule) ? false : 'the shared reference files are not here' }, async (context) => {
  const { database } = await freshDatabase(context);
  const take = () =>
    importReference(() => Promise.resolve(database.owner), { verb: 'tariff', file: schedule, on: day('2026-01-01'), mayReplace: false, openProgress: silent, stop: new AbortController().signal }); // prettier-ignore
  assert.deepEqual(counts(await take()), only({ added: 13_880 }));
  assert.deepEqual(counts(await take()), only({ unchanged: 13_880 }));
}); // prettier-ignore
