/** A search finds codes by digits and words, in the order that a person expects, and only those that stand on the day. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { indexCodes, MATCHES, type CodeEntry, type CodeQuestion } from './code-search.ts';

const entry = (code: string, en: string, rest: Partial<CodeEntry> = {}): CodeEntry => ({ code, from: 0, until: null, titles: { en }, terms: [], isCode: true, ...rest }); // prettier-ignore

const index = indexCodes([
  entry('61', 'Clothing, knitted'),
  entry('6109', 'T-shirts and vests'),
  entry('610910', 'Of cotton', {
    titles: { en: 'Of cotton', fr: 'De coton', de: 'Aus Baumwolle' },
  }),
  entry('610990', 'Of other fibres'),
  entry('6110', 'Jerseys', { terms: ['hoodie'] }),
  entry('611011', 'Of wool', { until: 100 }),
  entry('611012', 'Of wool or hair', { from: 100 }),
  entry('85', 'Electrical goods'),
  entry('8517', 'Telephones', { titles: { en: 'Telephones', fr: 'Téléphones' } }),
  entry('8518', 'Loudspeakers', { terms: ['telephone headset'] }),
]);

const search = (text: string, asked: Partial<CodeQuestion> = {}) =>
  index
    .search({ text, on: 50, language: 'en', hitsMax: 9, ...asked })
    .map(({ code, match }) => `${code} ${match}`);

test('digits find the code itself before those below it, however they are written', () => {
  assert.deepEqual(search('6109'), ['6109 code', '610910 prefix', '610990 prefix']);
  assert.deepEqual(search('6109.10'), ['610910 code']);
  assert.deepEqual(search('6109 10 00 10'), ['610910 prefix']);
  assert.deepEqual(search('99'), []);
});

test('words of the title come before words that people use, and those before words of the titles above', () => {
  assert.deepEqual(search('telephones'), ['8517 title', '8518 term']);
  assert.deepEqual(search('hoodies'), ['6110 term', '611011 above']);
  assert.deepEqual(search('cotton shirt'), ['610910 title']);
});

test('every language finds, without accents and within long words, and the title answers in the language asked', () => {
  assert.deepEqual(search('telephone'), search('téléphone'));
  assert.deepEqual(search('wolle'), ['610910 title']);
  const [hit] = index.search({ text: '610910', on: 50, language: 'fr', hitsMax: 1 });
  assert.deepEqual(hit?.path, [{ code: '61', title: 'Clothing, knitted' }, { code: '6109', title: 'T-shirts and vests' }, { code: '610910', title: 'De coton' }]); // prettier-ignore
});

test('only codes that stand on the day are found, on its first day and not on the day it ends', () => {
  assert.deepEqual(search('6110', { on: 99 }), ['6110 code', '611011 prefix']);
  assert.deepEqual(search('6110', { on: 100 }), ['6110 code', '611012 prefix']);
  assert.equal(index.knows('611011', 99), true);
  assert.equal(index.knows('611011', 100), false);
});

test('where no code has all words, those with the most of them are found', () => {
  assert.deepEqual(search('cotton telephones bogus'), ['8517 title', '610910 title', '8518 term']); // prettier-ignore
  assert.deepEqual(search('bogus'), []);
  assert.deepEqual(search('!?'), []);
});

test('any text is answered with codes that stand, each once, never more than asked for', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9 .]{0,12}$/)), fc.nat(200), (text, on) => {
      const hits = index.search({ text, on, language: 'de', hitsMax: 3 });
      assert.ok(hits.length <= 3);
      assert.equal(new Set(hits.map(({ code }) => code)).size, hits.length);
      for (const { code, match, path } of hits) {
        assert.ok(index.knows(code, on) && MATCHES.includes(match));
        assert.equal(path.at(-1)?.code, code);
      }
    }),
  );
}); // prettier-ignore
