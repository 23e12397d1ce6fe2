/** The catalogue keeps its promises: every code explains itself, every code is used, none is used that it lacks. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import type { CatalogueEntry } from './catalogue-entry.ts';
import { catalogueSections, describe, finding, graded } from './catalogue.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../..');

const entries: readonly (readonly [string, CatalogueEntry])[] = Object.values(
  catalogueSections,
).flatMap((section) => Object.entries<CatalogueEntry>(section));

const sourceIds = new Set(
  readFileSync(path.join(ROOT, 'docs/sources.csv'), 'utf8')
    .split('\n')
    .slice(1)
    .map((row) => row.split(',')[0]),
);

/** The text of every source file but the catalogue's own, the tests and the lists of refusals, which have codes of their own. */
const sources = readdirSync(path.join(ROOT, 'platform/src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .filter((file) => !/-(?:findings|refusals)\.ts$/.test(file))
  .map((file) => readFileSync(path.join(ROOT, 'platform/src', file), 'utf8'))
  .join('\n');

suite('The catalogue of findings', () => {
  test('gives each code to one finding only', () => {
    const codes = entries.map(([code]) => code);
    assert.deepEqual(codes, [...new Set(codes)]);
  });

  test('says of each code what is wrong, what to do, how it looks when right, and on what ground', () => {
    for (const [code, entry] of entries) {
      assert.match(code, /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, code);
      assert.match(entry.text, /[.]$/, `${code} says a sentence`);
      assert.match(entry.fix, /^[A-Z].*[.]$/, `${code} says what to do`);
      assert.ok(entry.example.length > 1, `${code} shows an example`);
      assert.ok(sourceIds.has(entry.source), `${code}: docs/sources.csv has no ${entry.source}`);
      assert.match(entry.wco, /^42A(?:\/[0-9A-Z]+)*$/, `${code} names a place in the model`);
    }
  });

  test('holds no code that nothing raises, unless it is retired', () => {
    const silent = entries
      .filter(([code, entry]) => entry.retired !== true && !sources.includes(`'${code}'`))
      .map(([code]) => code);
    assert.deepEqual(silent, []);
  });

  test('raises no retired code', () => {
    const raised = entries
      .filter(([code, entry]) => entry.retired === true && sources.includes(`'${code}'`))
      .map(([code]) => code);
    assert.deepEqual(raised, []);
  });
});

suite('A finding', () => {
  test('carries the severity of the catalogue', () => {
    assert.equal(finding('message-empty', '').severity, 'error');
    assert.equal(
      finding('value-round', '', { amount: '1000', currency: 'EUR' }).severity,
      'notice',
    );
  });

  test('is as weighty as the law says where the law says otherwise', () => {
    assert.equal(
      graded(finding('postcode-missing', '', { role: 'consignee' }), 'error').severity,
      'error',
    );
  });

  test('puts its parameters into its words', () => {
    const words = describe(finding('message-too-large', '', { bytesMax: '4194304' }));
    assert.equal(words.message, 'The message is larger than 4194304 bytes.');
  });

  test('leaves a value that looks like a parameter as it is', () => {
    const words = describe(finding('unknown-element', '', { element: '{fix}' }));
    assert.equal(words.message, 'The contract has no element "{fix}" here.');
  });

  test('names the right element when the door found one that is like it', () => {
    const what = finding('unknown-element', '', { element: 'orgin', nearest: 'origin' });
    assert.match(describe(what).fix, /Did you mean "origin"\?$/);
  });

  test('names the goods item it is about by its place in the WCO Data Model', () => {
    const what = finding('description-without-words', '/consignments/0/items/1/description');
    assert.equal(describe(what).wcoPointer, '42A/67A/68A[2]/23A/137');
  });

  test('names the party it is about by its role', () => {
    const at = '/consignments/0/parties/2/name';
    assert.equal(
      describe(finding('party-name-without-letters', at, { role: 'seller' })).wcoPointer,
      '42A/67A/09B/R050',
    );
  });

  test('falls back to the catalogue where its pointer names no element of the model', () => {
    assert.equal(
      describe(finding('security-contents-missing', '/consignments/0/security/contents'))
        .wcoPointer,
      '42A/67A/68A/23A/137',
    );
  });
});
