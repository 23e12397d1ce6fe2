/** What ships is known without an import; what is imported is known at once, in its languages, with units and what became of old codes. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { freshDatabase } from '../../../test/support/database.ts';
import { readDay } from '../../domain/kernel/day.ts';
import type { ImportVerb } from '../commands/import/file-kind.ts';
import { importReference } from '../commands/import/reference.ts';
import { searchCodes } from './answer.ts';
import { EDITIONS, shippedCodes } from './harmonized-system.ts';
import { createCodeLibrary } from './library.ts';

const day = (text: string) => readDay(text)!;

test('every code of the four editions ships, and every heading and chapter has a title of ours', () => {
  const entries = shippedCodes().filter(({ isCode }) => isCode);
  const countOn = (on: number, digits: number) => entries.filter(({ code, from, until }) => code.length === digits && from <= on && (until === null || on < until)).length; // prettier-ignore
  assert.deepEqual(EDITIONS.map(({ from }) => [2, 4, 6].map((digits) => countOn(from, digits))), [[96, 1_221, 5_052], [96, 1_224, 5_205], [96, 1_222, 5_387], [96, 1_228, 5_612]]); // prettier-ignore
  const titled = new Map(entries.map(({ code, titles }) => [code, titles.en ?? '']));
  const silent = entries.filter(({ code }) => (titled.get(code.slice(0, 4)) ?? '') === '');
  assert.deepEqual(silent, []);
});

const ask = (text: string, on = '2026-08-01', language: 'en' | 'fr' | 'de' = 'en') => ({ text, on: day(on), language, hitsMax: 5 }); // prettier-ignore

test('people find common goods by their own words without any import', async () => {
  const library = createCodeLibrary(null, 'XM');
  const first = async (text: string) =>
    (await searchCodes(library, ask(text))).codes[0]?.code.slice(0, 4);
  const words = { sneakers: '6404', 'cotton t-shirt': '6109', jouet: '9503', Kopfhörer: '8518', smartphones: '8517', 'power bank': '8507', lipstick: '3304' }; // prettier-ignore
  for (const [text, heading] of Object.entries(words)) assert.equal(await first(text), heading, text); // prettier-ignore
});

test('an import is known at once: languages, national lines of the country, units, and what became of a code', async (context) => {
  const { database } = await freshDatabase(context);
  const folder = await mkdtemp(path.join(tmpdir(), 'luxor-library-'));
  context.after(() => rm(folder, { recursive: true }));
  const take = async (verb: ImportVerb, name: string, lines: readonly string[]) => {
    await writeFile(path.join(folder, name), lines.join('\n'));
    const report = await importReference(() => Promise.resolve(database.owner), { verb, file: path.join(folder, name), on: day('2026-01-01'), mayReplace: false, openProgress: () => ({ messages: 0, add: () => undefined, done: () => undefined }), stop: new AbortController().signal }); // prettier-ignore
    assert.equal(report.refused, 0, JSON.stringify(report.unparsed));
  };
  const inEurope = createCodeLibrary(database.intake, 'EU');
  assert.deepEqual((await searchCodes(inEurope, ask('étalons'))).codes, []);
  await take('nomenclature', 'taric.csv', [
    'goods_code,suffix,valid_from,valid_to,hier_pos,indent,description_en,description_de,description_fr',
    '0101000000,80,01-01-1972,,4,0,"Live horses","Pferde, lebend","Chevaux, vivants"',
    '0101210000,10,01-01-2012,,6,1,Horses,Pferde,Chevaux',
    '0101210000,80,01-01-2012,,6,2,Pure-bred,Reinrassig,Étalons',
    '0101211000,80,01-01-2012,,8,3,For slaughter,Zum Schlachten,De boucherie',
  ]);
  await take('tariff', 'hts.csv', [
    'hts,digits,description_path,units,general_rate,special_rate,column2_rate,additional_duties,general_rate_kind',
    '01012100,8,Live horses > Horses > Purebred,"No.,kg",Free,,,,free',
  ]);
  await take('correlation', 'new.csv', ['hs2022,hs2017,relationship', '851713,851712,n:1', '851714,851712,n:1', '610910,610910,1:1']); // prettier-ignore
  const fresh = createCodeLibrary(database.intake, 'EU');
  const { codes } = await searchCodes(fresh, ask('etalon', '2026-08-01', 'fr'));
  assert.deepEqual(codes.map(({ code, title }) => [code, title]), [['010121', 'Chevaux > Étalons'], ['01012110', 'Chevaux > Étalons > De boucherie']]); // prettier-ignore
  const [line] = (await searchCodes(fresh, ask('01012110'))).codes;
  assert.deepEqual([line?.level, line?.path.map(({ title }) => title)], ['national', ['Live animals', 'Live horses', 'Horses > Pure-bred', 'For slaughter']]); // prettier-ignore
  const inAmerica = createCodeLibrary(database.intake, 'US');
  assert.notEqual((await searchCodes(inAmerica, ask('01012110'))).codes[0]?.code, '01012110');
  assert.deepEqual((await searchCodes(inAmerica, ask('01012100'))).codes[0]?.units, [{ text: 'No.', unit: 'NAR' }, { text: 'kg', unit: 'KGM' }]); // prettier-ignore
  const { moved } = await searchCodes(fresh, ask('851712'));
  assert.deepEqual([moved?.from, moved?.to, moved?.becomes, moved?.candidates.map(({ code }) => code)], ['2017', '2022', null, ['851713', '851714']]); // prettier-ignore
  assert.equal((await searchCodes(fresh, ask('610910'))).moved, null);
});
