/** One JSON message at the door: whole or refused, with everything that is wrong and where. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wireSubmissions } from '../../../../test/support/wire-submissions.ts';
import { limits } from '../../../domain/kernel/limits.ts';
import { readWire } from './read-wire.ts';

const read = (text: string) => readWire(Buffer.from(text));
const codesOf = (text: string): string[] => {
  const reading = read(text);
  return 'findings' in reading
    ? reading.findings.map(({ code, pointer }) => `${code} ${pointer}`)
    : [];
};
const whole =
  '{"messageId":"M-1","sender":"P1","kind":"order","consignments":[{"orderNumbers":["O-1"]}]}';

test('every submission the contract allows is read as it was written', () => {
  fc.assert(
    fc.property(wireSubmissions, (submission) => {
      assert.deepEqual(read(JSON.stringify(submission)), { wire: submission });
    }),
  );
});

test('no bytes whatever make the door throw', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => void readWire(bytes)));
  fc.assert(
    fc.property(fc.nat({ max: whole.length }), fc.string({ maxLength: 3 }), (at, noise) => {
      const reading = read(whole.slice(0, at) + noise + whole.slice(at + 1));
      assert.ok('wire' in reading || reading.findings.length > 0);
    }),
  );
});

test('a message with several faults is told all of them at once', () => {
  const text =
    '{"messageId":"","sender":5,"kind":"sale","consignments":[{"packages":0,"colour":1}]}';
  assert.deepEqual(codesOf(text), [
    'value-malformed /messageId',
    'value-malformed /sender',
    'value-not-in-list /kind',
    'unknown-element /consignments/0/colour',
    'value-malformed /consignments/0/packages',
  ]);
});

test('a misspelt element is told the nearest right name', () => {
  const reading = read(whole.replace('"orderNumbers"', '"orderNumber"'));
  assert.ok('findings' in reading);
  assert.deepEqual(reading.findings[0]?.parameters, { element: 'orderNumber', nearest: 'orderNumbers' }); // prettier-ignore
});

test('a message with a thousand faults is told no more than the limit', () => {
  const consignments = Array.from({ length: 1_000 }, () => ({ packages: 0 }));
  const reading = read(
    JSON.stringify({ messageId: 'M', sender: 'P', kind: 'order', consignments }),
  );
  assert.equal('findings' in reading && reading.findings.length, limits.findingsPerSubmission);
});

for (const [text, line, column] of [
  ['{"a":1,\n  "b" 2}', '2', '7'],
  ['{"é🧸": tru}', '1', '8'],
  ['{"a":"x', '1', '8'],
  ['{"a":1} {}', '1', '9'],
  ['{"a":"\\q"}', '1', '7'],
] as const)
  test(`the fault of ${JSON.stringify(text)} is at line ${line}, column ${column}`, () => {
    const reading = read(text);
    assert.ok('findings' in reading);
    const [finding] = reading.findings;
    assert.equal(finding?.code, 'json-malformed');
    assert.deepEqual(
      [finding.parameters?.['line'], finding.parameters?.['column']],
      [line, column],
    );
  });

test('nesting is allowed to the limit and refused just beyond it, before anything is built', () => {
  const nested = (depth: number) => codesOf('['.repeat(depth) + ']'.repeat(depth));
  assert.deepEqual(nested(limits.messageDepthMax), ['value-malformed ']);
  assert.deepEqual(nested(limits.messageDepthMax + 1), ['message-too-deep ']);
  assert.deepEqual(nested(1_000_000), ['message-too-deep ']);
});

test('a name that stands twice is refused, because two readers could read it differently', () => {
  const text = whole.replace('"sender":"P1"', '"sender":"P1","sender":"P2"');
  assert.deepEqual(codesOf(text), ['element-repeated /sender']);
  assert.deepEqual(codesOf(whole.replace('"sender":"P1"', '"sender":"P1","s\\u0065nder":"P2"')), [
    'element-repeated /sender',
  ]);
});

test('a message cannot reach the prototype of objects', () => {
  const text = whole.replace('"orderNumbers"', '"__proto__":{"cleared":true},"orderNumbers"');
  assert.deepEqual(codesOf(text), ['unknown-element /consignments/0/__proto__']);
  assert.equal('cleared' in {}, false);
  assert.deepEqual(codesOf(whole.replace('"sender"', '"constructor":{},"sender"')), [
    'unknown-element /constructor',
  ]);
});

test('bytes that are not UTF-8 are refused with their position and never replaced', () => {
  const bytes = Buffer.concat([
    Buffer.from('{"messageId":"'),
    Buffer.from([0xbd, 0xf0]),
    Buffer.from('"}'),
  ]);
  const reading = readWire(bytes);
  assert.ok('findings' in reading);
  assert.equal(reading.findings[0]?.code, 'encoding-invalid');
  assert.equal(reading.findings[0].parameters?.['offset'], '14');
});

test('an empty message is a finding', () => {
  assert.deepEqual(codesOf(''), ['message-empty ']);
  assert.deepEqual(codesOf(' \n'), ['message-empty ']);
});

test('a message of the greatest size is read, and one byte more is refused', () => {
  const padded = (bytes: number) => codesOf(whole.padEnd(bytes, ' '));
  assert.deepEqual(padded(limits.submissionBytesMax), []);
  assert.deepEqual(padded(limits.submissionBytesMax + 1), ['message-too-large ']);
});
