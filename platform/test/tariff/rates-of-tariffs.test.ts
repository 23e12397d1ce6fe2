/** Reads every rate of two real tariffs: each is understood, or stands here with the reason why not. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { test, type TestContext } from 'node:test';
import { parse } from 'csv-parse/sync';
import { whole } from '../../src/domain/kernel/fraction.ts';
import { success } from '../../src/domain/kernel/result.ts';
import type { Goods } from '../../src/domain/tariff/duty-work.ts';
import { kindOf, type Duty } from '../../src/domain/tariff/duty.ts';
import { evaluateDuty } from '../../src/domain/tariff/evaluate-duty.ts';
import { parseColumn } from '../../src/domain/tariff/parse-column.ts';
import { parseDuty } from '../../src/domain/tariff/parse-duty.ts';
import type { Parsed } from '../../src/domain/tariff/parse-term.ts';
import { printDuty } from '../../src/domain/tariff/print-duty.ts';
import { fixOf, reasonOf } from '../../src/domain/tariff/duty-findings.ts';

const SHARED =
  process.env['LUXOR_SHARED'] ?? path.resolve(import.meta.dirname, '../../../../shared');

type Row = Readonly<Record<string, string>>;

/** The rows of a reference file; null, and the test skipped, where the files are not at hand. */
function rowsOf(file: string, context: TestContext): readonly Row[] | null {
  const place = path.join(SHARED, 'refdata', file);
  if (!existsSync(place)) {
    context.skip(`${file} is absent; set LUXOR_SHARED to the folder that holds refdata`);
    return null;
  }
  return parse<Row>(readFileSync(place), { columns: true, bom: true });
}

type Counts = Record<string, number>;

const proven = new Set<string>();

/** Counts the kinds, and proves of each rate that is understood that its printed form reads back as the same. */
function countInto(counts: Counts, read: Parsed<Duty>, currency: string): void {
  const kind = read.ok ? kindOf(read.value) : read.error.code;
  counts[kind] = (counts[kind] ?? 0) + 1;
  if (!read.ok) return;
  const form = printDuty(read.value);
  if (proven.has(form)) return;
  assert.deepEqual(parseDuty(form, currency), read);
  proven.add(form);
}

const entriesOf = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).sort(([left], [right]) => (left < right ? -1 : 1)));

test('all 13,880 rate lines of the tariff of the United States are understood, or listed with the reason', (context) => {
  const rows = rowsOf('tariff-us/hts_2026_rev4_rate_lines.csv', context);
  if (rows === null) return;
  const columns = { general: {}, preferences: {}, column2: {} } satisfies Record<string, Counts>;
  const listed: string[] = [];
  const list = (row: Row, column: string, read: Parsed<Duty>): void => {
    if (!read.ok && read.error.code !== 'rate-empty')
      listed.push(
        `${row['hts'] ?? ''} ${column}, character ${read.error.at}: ${reasonOf(read.error)}; ${fixOf(read.error)}`,
      );
  };
  for (const row of rows) {
    for (const column of ['general', 'column2'] as const) {
      const read = parseDuty(row[`${column}_rate`] ?? '', 'USD');
      countInto(columns[column], read, 'USD');
      list(row, column, read);
    }
    for (const { duty } of parseColumn(row['special_rate'] ?? '', 'USD')) {
      countInto(columns.preferences, duty, 'USD');
      list(row, 'preferences', duty);
    }
  }
  for (const [column, counts] of Object.entries(columns))
    context.diagnostic(`${column}: ${JSON.stringify(entriesOf(counts))}`);
  for (const line of listed) context.diagnostic(line);
  assert.equal(rows.length, 13_880);
  assert.deepEqual(entriesOf(columns.general), {
    'ad-valorem': 6_255, bounded: 12, compound: 400, free: 5_978, 'rate-empty': 4, 'rate-in-words': 4, reference: 465, specific: 762,
  }); // prettier-ignore
  assert.deepEqual(
    listed.filter((line) => line.includes(' general')).map((line) => line.split(' ')[0]),
    ['9110904000', '9114903000', '9801007000', '98010080'],
  );
  assert.equal(listed.length, 11);
});

/** Goods of which everything is known: worth 1,000.00, one thousand of every unit; each reference leads to 10%. */
const KNOWN: Goods = {
  value: whole(100_000n),
  quantityOf: () => whole(1_000n),
  worthOf: () => whole(10_000n),
  minorOf: () => whole(100n),
  dutyOf: () => success({ duty: TENTH, rule: 'other', text: '10%', unproven: [] }),
};
const TENTH: Duty = {
  terms: [{ kind: 'share', rate: { numerator: 1n, denominator: 10n }, part: null }],
  least: null,
  most: null,
};

test('no rate of the United States is a silent nothing: what is free or 0% says so, what has a condition is not worked out', (context) => {
  const rows = rowsOf('tariff-us/hts_2026_rev4_rate_lines.csv', context);
  if (rows === null) return;
  const open = new Set<string>();
  for (const text of new Set(rows.flatMap((row) => [row['general_rate'] ?? '', row['column2_rate'] ?? '']))) {
    const read = parseDuty(text, 'USD');
    if (!read.ok) continue;
    const found = evaluateDuty(read.value, KNOWN);
    if (!found.ok) for (const { code } of found.error) open.add(code);
    else if (found.value.minor.numerator === 0n) assert.match(text, /^(?:Free|0%)$/);
  }
  assert.deepEqual([...open], ['condition-open']);
}); // prettier-ignore

test('every duty of the tariff of the United Kingdom of 2019 is understood, seasons and preferences too', (context) => {
  const files: readonly (readonly [string, readonly string[]])[] = [
    ['tariff-uk/uk-temporary-tariff-oct2019.csv', ['Duty']],
    ['tariff-uk/gsp-preference-rates-2019.csv', ['gsp_general', 'gsp_enhanced', 'gsp_ldc']],
    ['tariff-uk/seasonal_measures.csv', ['duty']],
  ];
  for (const [file, columns] of files) {
    const rows = rowsOf(file, context);
    if (rows === null) return;
    const counts: Counts = {};
    for (const row of rows) {
      for (const column of columns) {
        const text = row[column] ?? '';
        if (text !== '') countInto(counts, parseDuty(text, 'GBP'), 'GBP');
      }
    }
    context.diagnostic(`${file}: ${JSON.stringify(entriesOf(counts))}`);
    const unknown = Object.keys(counts).filter(
      (kind) => kind.includes('-') && kind !== 'ad-valorem',
    );
    assert.deepEqual(unknown, []);
  }
});
