/** Shows that the readers of CSV and JSON agree with what they read, point at the right place, and never break. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCsvText } from './csv-text.ts';
import { readJsonText } from './json-text.ts';

const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ', 'é', ';') });
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

test('what was written as CSV is read as it was', () => {
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 });
  fc.assert(
    fc.property(table, (rows) => {
      const text = rows.map((row) => row.map(quoted).join(',')).join('\r\n');
      const csv = readCsvText(text);
      assert.deepEqual([csv.header, ...csv.rows.map((row) => row.map((one) => one.text))], rows);
      assert.deepEqual(csv.broken, []);
    }),
  );
});

test('the place of a cell counts lines inside quoted cells', () => {
  const csv = readCsvText('id,note\na,"two\nlines"\nb,"open');
  assert.deepEqual(csv.rows[1]?.[0], { text: 'b', line: 4, column: 1 });
  assert.deepEqual(csv.broken, [
    { line: 4, column: 3, reason: 'a quote is not closed, or is followed by text' },
  ]);
});

test('JSON is read as every reader reads it', () => {
  fc.assert(
    fc.property(fc.json({ noUnicodeString: false }), (text) => {
      const read = readJsonText(text);
      assert.equal(read.broken, null);
      assert.equal(JSON.stringify(read.value), JSON.stringify(JSON.parse(text)));
    }),
  );
});

test('text that is no JSON is refused wherever it breaks', () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', ',', '}', '"', '\u0000'),
      (text, at, with_) => {
        const broken = text.slice(0, at % text.length) + with_ + text.slice((at % text.length) + 1);
        let isJson = true;
        try {
          JSON.parse(broken);
        } catch {
          isJson = false;
        }
        const read = readJsonText(broken);
        if (!isJson) assert.notEqual(read.broken, null);
      },
    ),
  );
});

test('a member that stands twice is refused, and places are those of the values', () => {
  assert.match(readJsonText('{"a":1,\n "a":2}').broken?.reason ?? '', /stands twice/);
  assert.deepEqual(readJsonText('[\n  {"when": {"fact": 1}}\n]').placeOf('/0/when/fact'), {
    line: 2,
    column: 21,
  });
});
