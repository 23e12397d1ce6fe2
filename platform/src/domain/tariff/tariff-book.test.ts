/** Shows which rates of a tariff are open to goods: by code, origin, day, season and quota, and never by a guess. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDay } from '../kernel/day.ts';
import { present } from '../kernel/invariant.ts';
import { tariffBook, type TariffEdition, type TariffLine } from './tariff-book.ts';

const day = (text: string): number => present(readDay(text), text);
const always = { from: day('2026-01-01'), until: null };
const line = (code: string, text: string, given: Partial<TariffLine> = {}): TariffLine => ({
  ...always,
  code,
  column: 'general',
  text,
  origins: [],
  season: null,
  quota: null,
  source: 'tariff',
  ...given,
});

const edition: TariffEdition = {
  id: 'test',
  currency: 'USD',
  lines: [
    line('61091000', '16.5%'),
    line('61091000', 'Free (A,JO) 2.5% (JP)', { column: 'preferences' }),
    line('61091000', '90%', { column: 'other' }),
    line('610990', '32%', { until: day('2026-07-01') }),
    line('610990', '30%', { from: day('2026-07-01') }),
    line('08061020', '$1.13/m3', { season: { first: '02-15', last: '03-31' } }),
    line('08061020', '$1.80/m3'),
    line('08061040', 'Free'),
    line('07020000', '10.5%'),
    line('07020000', '5%', { column: 'preferences', origins: ['MA'], season: { first: '11-01', last: '05-31' } }),
    line('07020000', '0%', { column: 'preferences', origins: ['MA'], quota: '09.1104' }),
  ],
  programmes: [
    { ...always, code: 'JO', origins: ['JO'], proofs: [] },
    { ...always, code: 'JP', origins: ['JP'], proofs: ['certificate-jp'] },
  ],
  otherOrigins: [{ ...always, origin: 'KP' }],
  openQuotas: [{ order: '09.1104', from: day('2026-01-01'), until: day('2026-03-01') }],
}; // prettier-ignore
const book = tariffBook(edition);

/** The general rate, then those of preference; or the finding. */
function open(code: string, origin: string | undefined, on = '2026-05-01'): readonly string[] {
  const found = book.ratesOf({ code, origin }, day(on));
  if (!found.ok) return [found.error.code];
  return [found.value.general, ...found.value.preferences].map(({ text, proofs }) =>
    [text, ...proofs].join(' with '),
  );
}

test('the origin chooses the column, and opens the preferences of its programmes', () => {
  assert.deepEqual(open('6109100012', 'CN'), ['16.5%']);
  assert.deepEqual(open('6109100012', undefined), ['16.5%']);
  assert.deepEqual(open('6109100012', 'JO'), ['16.5%', 'Free']);
  assert.deepEqual(open('6109100012', 'JP'), ['16.5%', '2.5% with certificate-jp']);
  assert.deepEqual(open('6109100012', 'KP'), ['90%']);
});

test('the day chooses the row, and a season of the year the rate', () => {
  assert.deepEqual(open('61099010', 'CN', '2026-06-30'), ['32%']);
  assert.deepEqual(open('61099010', 'CN', '2026-07-01'), ['30%']);
  assert.deepEqual(open('61099010', 'CN', '2025-12-31'), ['code-not-in-tariff']);
  assert.deepEqual(open('08061020', 'CL', '2026-02-14'), ['$1.80/m3']);
  assert.deepEqual(open('08061020', 'CL', '2026-02-15'), ['$1.13/m3']);
  assert.deepEqual(open('08061020', 'CL', '2026-03-31'), ['$1.13/m3']);
  assert.deepEqual(open('0702000000', 'MA', '2027-01-10'), ['10.5%', '5%']);
  assert.deepEqual(open('0702000000', 'MA', '2026-07-10'), ['10.5%']);
});

test('a rate within a quota is open only while the quota is', () => {
  assert.deepEqual(open('0702000000', 'MA', '2026-02-28'), ['10.5%', '5%', '0%']);
  assert.deepEqual(open('0702000000', 'MA', '2026-03-01'), ['10.5%', '5%']);
});

test('a code that is too short has the rate that all codes below it share, or none', () => {
  assert.deepEqual(open('610910', 'CN'), ['16.5%']);
  assert.deepEqual(open('080610', 'CN'), ['code-too-short']);
  assert.deepEqual(open('', 'CN'), ['code-missing']);
  assert.deepEqual(open('999999', 'CN'), ['code-not-in-tariff']);
});

test('each rate names its place in the tariff and its source', () => {
  const found = book.ratesOf({ code: '61091000', origin: 'JP' }, day('2026-05-01'));
  assert.ok(found.ok);
  const [preference] = found.value.preferences;
  assert.equal(preference?.rule, 'test:61091000:preferences:JP');
  assert.equal(preference.source, 'tariff');
  assert.equal(book.ratesOf({ code: '61091000', origin: 'JP' }, day('2026-05-01')), found);
});
