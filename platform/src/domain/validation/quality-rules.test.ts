/** Every pack speaks the language of data quality: its rows name known rules with terms of the right kind, its datasets known elements. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { codesOf, euros, itemOf, statedOf, validated } from '../../../test/support/statements.ts';
import { lawInForce } from '../jurisdiction/in-force.ts';
import type { Pack } from '../jurisdiction/pack.ts';
import { parsePack } from '../jurisdiction/parse.ts';
import { present } from '../kernel/invariant.ts';
import { readDay } from '../kernel/day.ts';
import { isTokenAmount, isWithin, qualityLaw } from './quality-law.ts';
import { faultOfQualityRow, QUALITY_RULES } from './quality-rules.ts';
import { statedElement } from './stated-elements.ts';

const PACKS = path.resolve(import.meta.dirname, '../../../../packs');
const packNames = readdirSync(PACKS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'schema')
  .map((entry) => entry.name);

/** Files whose conditions name facts of later rooms; no rule of data quality depends on them. */
const RISK_FILES: ReadonlySet<string> = new Set(['risk-rules.json', 'selections.json']);

/** The pack without what targeting alone needs. */
function packOf(name: string): Pack {
  const folder = path.join(PACKS, name);
  const files = readdirSync(folder).filter(
    (file) => file.endsWith('.csv') || file.endsWith('.json'),
  );
  const texts = new Map(
    files
      .filter((file) => !RISK_FILES.has(file))
      .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  );
  const { pack, findings } = parsePack(texts, { parcel: {}, item: {} });
  return present(pack, `${name} can be read: ${JSON.stringify(findings.slice(0, 3))}`);
}

suite('Packs', () => {
  test('there is at least the one of Meridia', () => {
    assert.ok(packNames.includes('xm-meridia'));
  });

  for (const name of packNames) {
    test(`${name} names known rules of data quality, with terms of the right kind`, () => {
      for (const row of packOf(name).dataQuality)
        assert.equal(faultOfQualityRow(row), null, row.id);
    });

    test(`${name} asks for known elements`, () => {
      for (const { id, elements } of packOf(name).datasets) {
        for (const { element } of elements)
          assert.ok(statedElement(element) !== null, `${id}: ${element}`);
      }
    });
  }

  test('Meridia has terms for every rule that needs them', () => {
    const stated = new Set(packOf('xm-meridia').dataQuality.map((row) => row.rule));
    assert.deepEqual(
      QUALITY_RULES.map(({ rule }) => rule).filter((rule) => !stated.has(rule)),
      [],
    );
  });

  test('Meridia finds nothing wrong with a statement that is right, and stop words in three languages', () => {
    const on = present(readDay('2026-08-01'), 'a day');
    const law = { ...lawInForce(packOf('xm-meridia'), on), knowsCommodityCode: () => true };
    const right = statedOf();
    assert.deepEqual(codesOf(validated(right, { law }).findings), []);
    for (const description of ['Gift', 'cadeaux', 'Mercancías']) {
      const spoilt = statedOf({ items: [itemOf({ description })], totalValue: euros(1_230n) });
      assert.deepEqual(codesOf(validated(spoilt, { law }).findings), [
        'error description-stop-word',
      ]);
    }
  });
});

suite('A row of data quality', () => {
  const fault = (rule: string, ...terms: string[]) => faultOfQualityRow({ rule, terms });

  test('names a rule or a finding', () => {
    assert.equal(fault('phone-form'), null);
    assert.match(fault('phone-forms') ?? '', /no rule and no finding/);
    assert.match(fault('phone-form', 'x') ?? '', /takes no terms/);
  });

  test('has terms of the kind of its rule', () => {
    assert.equal(fault('items-sum-differs', 'perMille=10', 'units=1'), null);
    assert.match(fault('items-sum-differs', 'percent=1') ?? '', /tolerance/);
    assert.match(fault('value-token', '0,01') ?? '', /amounts/);
    assert.match(fault('value-round', '1000', '2000') ?? '', /one number/);
    assert.match(fault('postcode-missing', 'Hong Kong') ?? '', /countries/);
    assert.match(fault('description-stop-word', '--') ?? '', /words/);
    assert.match(fault('score-weights', 'speed=1') ?? '', /weights/);
  });
});

suite('A tolerance', () => {
  const allowed = { perMille: 10n, units: 2n };

  test('is the more generous of share and units', () => {
    assert.ok(isWithin(allowed, [100n, 300n], 100n));
    assert.ok(!isWithin(allowed, [100n, 301n], 100n));
    assert.ok(isWithin(allowed, [99_000n, 100_000n], 100n));
    assert.ok(!isWithin(allowed, [98_999n, 100_000n], 100n));
  });

  test('does not mind the order of the figures, and lets equal ones pass without any', () => {
    assert.ok(isWithin(allowed, [300n, 100n], 100n));
    assert.ok(isWithin({ perMille: 0n, units: 0n }, [7n, 7n], 100n));
    assert.ok(!isWithin({ perMille: 0n, units: 0n }, [7n, 8n], 100n));
  });
});

suite('The law of a day', () => {
  test('is compiled once', () => {
    const law = lawInForce(packOf('xm-meridia'), 20_666);
    assert.equal(qualityLaw(law), qualityLaw(law));
    assert.ok(isTokenAmount(qualityLaw(law), { minor: 100n, currency: 'XMC' }));
  });
});
