/** Holds every installed pack to its worked examples and its seal, and shows that each mistake in a pack is found in its place. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { lawInForce } from '../../domain/jurisdiction/in-force.ts';
import type { Pack } from '../../domain/jurisdiction/pack.ts';
import { parsePack } from '../../domain/jurisdiction/parse.ts';
import { checkPack } from '../../domain/jurisdiction/check-pack.ts';
import { checkSeal, SEAL_FILE, sealText } from '../../domain/jurisdiction/seal.ts';
import { readDay } from '../../domain/kernel/day.ts';
import { holdsOn } from '../../domain/kernel/period.ts';
import { present } from '../../domain/kernel/invariant.ts';
import { FACTS_OF_RISK_RULES } from '../../domain/risk/fact-types.ts';
import { checkLoadedPack, isSound, sha256 } from './check.ts';
import { diffPacks } from './diff.ts';
import { loadPack, loadPacks } from './load.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../../packs');
const meridia = loadPack(path.join(ROOT, 'xm-meridia'));
const pack = present(meridia.pack, 'Meridia is well formed');
const day = (text: string): number => present(readDay(text), text);

/** Meridia without its long lists, which cost time and show nothing. */
const small = new Map(meridia.texts);
for (const file of ['commodity-codes.csv', 'exchange-rates.csv', 'risk-rules.json'])
  small.delete(file);

/** Meridia with one file changed. */
function changed(file: string, change: (text: string) => string): Map<string, string> {
  const text = meridia.texts.get(file) ?? '';
  const after = change(text);
  assert.notEqual(after, text, `${file} was changed`);
  return new Map(small).set(file, after);
}
const read = (texts: ReadonlyMap<string, string>) => parsePack(texts, FACTS_OF_RISK_RULES);
const reasonsOf = (texts: ReadonlyMap<string, string>): readonly string[] => {
  const reading = read(texts);
  const more =
    reading.pack === null ? [] : checkPack({ pack: reading.pack, placeOf: reading.placeOf });
  return [...reading.findings, ...more].map(
    ({ file, line, column, reason }) => `${file}:${line}:${column} ${reason}`,
  );
};

for (const [id, loaded] of loadPacks(ROOT)) {
  test(`${id} is sound: its form, sources, periods, worked examples and seal`, () => {
    const report = checkLoadedPack(id, loaded);
    assert.deepEqual(
      report.findings.filter(({ severity }) => severity === 'error'),
      [],
    );
    assert.ok(isSound(report));
    assert.ok(report.cases >= 12 && report.passed === report.cases);
  });
}

test('a wrong cell is named by file, line, column and reason', () => {
  const mistakes: readonly (readonly [string, string, string, RegExp])[] = [
    ['thresholds.csv', '150.00', '150,00', /thresholds.csv:\d+:1 the row has \d+ cells/],
    [
      'thresholds.csv',
      'at-most',
      'at most',
      /thresholds.csv:2:\d+ comparator: "at most" is not a word/,
    ],
    [
      'rates.csv',
      'vat-standard,vat,vat,0.14',
      'vat-standard,vat,vat,14%',
      /rates.csv:\d+:\d+ rate: "14%" is not a rate/,
    ],
    ['rates.csv', '2020-01-01,2025-07-01', '2020-01-01,2019-07-01', /until: is not after from/],
    ['rates.csv', 'xm:vat-act-5', 'xm:vat-act-55', /there is no source "xm:vat-act-55"/],
    ['rates.csv', ',flat-duty-applies', ',nowhere', /when: there is no condition "nowhere"/],
    [
      'conditions.json',
      'value.intrinsic',
      'value.intrinsik',
      /when: the fact "value.intrinsik" is unknown here/,
    ],
    ['conditions.json', 'threshold:vat-relief', 'threshold:gone', /no threshold "gone"/],
    [
      'categories.json',
      '"fact": "nature"',
      '"fact": "natur"',
      /categories.json:\d+:\d+ when: the fact "natur"/,
    ],
    [
      'datasets.json',
      '"obligation": "M"',
      '"obligation": "X"',
      /datasets.json:\d+:\d+ obligation: "X"/,
    ],
    ['roundings.csv', 'rounding-vat,vat', 'rounding-vat,gst', /there is no rounding for vat/],
    ['tax-bases.csv', 'base-duty,duty', 'base-duty,gst', /there is no tax base for duty/],
    [
      'thresholds.csv',
      'duty-not-levied,duty,2.00,XMC,tax-amount',
      'duty-not-levied,duty,2.00,XMC,intrinsic',
      /not-levied goes with/,
    ],
    ['exchange-rates.csv', '2020-02-01', '2020-02-02', /two rows from 2020-02-01/],
    ['pack.json', '"XMC"', '"xmc"', /currency: is no ISO 4217 code/],
    ['pack.json', '{', '[', /pack.json:\d+:\d+/],
  ];
  for (const [file, before, after, reason] of mistakes) {
    const reasons = reasonsOf(changed(file, (text) => text.replace(before, after)));
    assert.ok(
      reasons.some((one) => reason.test(one)),
      `${file} ${after}: ${reasons.join('\n')}`,
    );
  }
});

test('two rates that tie are refused', () => {
  const row = present(
    /^tariff-footwear,.*$/m.exec(meridia.texts.get('rates.csv') ?? ''),
    'the rate of footwear',
  )[0];
  const reasons = reasonsOf(
    changed('rates.csv', (text) => `${text}${row.replace('tariff-footwear', 'tariff-shoes')}\n`),
  );
  assert.ok(
    reasons.some((one) =>
      /"tariff-footwear" and "tariff-shoes" may both hold from 2020-01-01/.test(one),
    ),
  );
});

test('rows of one id that overlap are refused, unless the later published one says why', () => {
  const row = present(
    /^effects-relief,.*$/m.exec(meridia.texts.get('thresholds.csv') ?? ''),
    'the relief of effects',
  )[0];
  const twice = changed('thresholds.csv', (text) => `${text}${row}\n`);
  assert.ok(reasonsOf(twice).some((one) => one.includes('"effects-relief" holds twice')));
  const corrected = row.replace(',500.00,', ',600.00,').replace('2019-06-03', '2026-05-05');
  const silent = changed('thresholds.csv', (text) => `${text}${corrected}\n`);
  assert.ok(reasonsOf(silent).some((one) => one.includes('does not say why')));
  const explained = changed(
    'thresholds.csv',
    (text) =>
      `${text}${corrected.replace(',,2020-01-01', ',printing error in the gazette,2020-01-01')}\n`,
  );
  assert.deepEqual(reasonsOf(explained), []);
  const law = lawInForce(present(read(explained).pack, 'the corrected pack'), day('2026-11-24'));
  assert.deepEqual(
    law.thresholds.filter(({ id }) => id === 'effects-relief').map(({ amount }) => amount.minor),
    [60_000n],
  );
});

test('no text of a pack, however broken, makes the reader fail', () => {
  const files = [...small.keys()].filter((file) => !file.startsWith('cases/'));
  const cut = fc.record({
    file: fc.constantFrom(...files),
    at: fc.nat(),
    length: fc.nat({ max: 9 }),
    put: fc.string({ maxLength: 3 }),
  });
  fc.assert(
    fc.property(cut, ({ file, at, length, put }) => {
      const text = meridia.texts.get(file) ?? '';
      const from = at % (text.length + 1);
      const reading = read(
        new Map(small).set(file, text.slice(0, from) + put + text.slice(from + length)),
      );
      return reading.findings.every(({ line, column }) => line >= 1 && column >= 1);
    }),
    { numRuns: 200 },
  );
});

test('the law of a day is exactly the rows that hold on it', () => {
  const kinds = (from: Pick<Pack, 'thresholds' | 'rates'>) => [...from.thresholds, ...from.rates];
  fc.assert(
    fc.property(fc.integer({ min: day('2019-12-01'), max: day('2029-12-31') }), (on) => {
      const law = lawInForce(pack, on);
      assert.deepEqual(new Set(kinds(law)), new Set(kinds(pack).filter((row) => holdsOn(row, on))));
    }),
  );
});

test('a commodity code is known on the days on which the nomenclature has it', () => {
  const knows = (on: string, code: string): boolean =>
    lawInForce(pack, day(on)).knowsCommodityCode(code);
  assert.deepEqual(
    [knows('2021-12-31', '880100'), knows('2021-12-31', '880621'), knows('2022-01-01', '880621')],
    [true, false, true],
  );
  assert.deepEqual(
    [
      knows('2026-11-24', '6109100010'),
      knows('2026-11-24', '61091'),
      knows('2026-11-24', '999999'),
    ],
    [true, false, false],
  );
});

const SEALED_ON = day('2026-11-24');
const sealed = new Map(small).set(SEAL_FILE, sealText(small, SEALED_ON, sha256));
const resealed = (texts: ReadonlyMap<string, string>) =>
  checkSeal(new Map(texts).set(SEAL_FILE, present(sealed.get(SEAL_FILE), 'the seal')), sha256);

test('a row in force is not edited, nor removed, nor given another condition', () => {
  assert.deepEqual(checkSeal(sealed, sha256), []);
  const edits: readonly (readonly [string, string, string])[] = [
    ['thresholds.csv', 'duty-relief,duty,200.00', 'duty-relief,duty,200.01'],
    ['rates.csv', 'tariff-footwear,duty,tariff,0.165', 'tariff-footwear,duty,tariff,0.16'],
    ['offices.csv', 'XMLHX1', 'XMLHX9'],
    ['categories.json', '"threshold:entry-ceiling"', '"threshold:vat-relief"'],
  ];
  for (const [file, before, after] of edits) {
    const found = resealed(changed(file, (text) => text.replace(before, after)));
    assert.ok(found.length > 0, `${file} ${after}`);
  }
  const gone = resealed(changed('rates.csv', (text) => text.replace(/^tariff-footwear,.*\n/m, '')));
  assert.match(
    gone[0]?.reason ?? '',
    /rates.csv: the row "tariff-footwear" from 2020-01-01 is gone/,
  );
});

test('a condition of a row in force is part of it', () => {
  const found = resealed(
    changed('conditions.json', (text) => text.replace('"fact": "nature"', '"fact": "channel"')),
  );
  assert.ok(found.length > 0);
});

test('a law in force may be repealed for the future, and coming law may be edited', () => {
  const repealed = changed('thresholds.csv', (text) =>
    text.replace(/^(effects-relief.*),2020-01-01,,/m, '$1,2020-01-01,2027-01-01,'),
  );
  assert.deepEqual(resealed(repealed), []);
  const backdated = changed('thresholds.csv', (text) =>
    text.replace(/^(effects-relief.*),2020-01-01,,/m, '$1,2020-01-01,2026-01-01,'),
  );
  assert.equal(resealed(backdated).length, 1);
  assert.deepEqual(
    resealed(changed('rates.csv', (text) => text.replace(',3.00,XMC,line,', ',4.00,XMC,line,'))),
    [],
  );
});

test('the difference of two packs is the rows and the worked examples that change', () => {
  const texts = changed('rates.csv', (text) =>
    text.replace('tariff-footwear,duty,tariff,0.165', 'tariff-footwear,duty,tariff,0.17'),
  );
  const before = { ...meridia, ...read(small), texts: small };
  const found = diffPacks(before, { ...meridia, ...read(texts), texts });
  assert.deepEqual(found.rows, [
    {
      file: 'rates.csv',
      row: 'tariff-footwear 2020-01-01 2019-06-03',
      change: 'edited',
      fields: [{ field: 'rate', before: '0.165', after: '0.17' }],
    },
  ]);
  assert.ok(found.cases.some(({ file }) => file.includes('0011-duty-relief-just-above')));
  assert.ok(found.cases.every(({ file }) => !file.includes('0026-')));
});
