/** Files at the doors: recognised by content, read in bounded memory, each submission refused or passed on alone. */
import assert from 'node:assert/strict';
import process from 'node:process';
import { test } from 'node:test';
import fc from 'fast-check';
import { collected, hostileFile, inPieces, stream, streamWithLongLine } from '../../../test/support/hostile.ts'; // prettier-ignore
import { wireSubmissions } from '../../../test/support/wire-submissions.ts';
import type { DoorFormat, DoorResult } from './door.ts';
import { readMessages } from './read-messages.ts';

const order = (id: string): string =>
  `{"messageId":"${id}","sender":"P1","kind":"order","consignments":[{"orderNumbers":["O-1"]}]}`;

/** `id` of a message, or `line:column code` of each finding. */
function summary(result: DoorResult): string {
  if ('wire' in result) return result.wire.messageId;
  return result.findings
    .map(({ code, parameters }) => {
      const line = parameters?.['line'] ?? String(result.line);
      return `${line}:${parameters?.['column'] ?? String(result.column)} ${code}`;
    })
    .join(', ');
}

async function summaries(
  source: AsyncIterable<Uint8Array>,
  format?: DoorFormat,
): Promise<string[]> {
  return (await collected(readMessages(source, format))).map(summary);
}

test('NDJSON reads each line alone: a broken one harms no other', async () => {
  const text = `\ufeff${order('A')}\r\n\n{"messageId":\n  ${order('B')}\n{"x":1}\n${order('C')}`;
  assert.deepEqual(await summaries(stream(text), 'ndjson'), [
    'A',
    '3:14 json-malformed',
    'B',
    '5:1 element-missing, 5:1 element-missing, 5:1 element-missing, 5:1 element-missing, 5:1 unknown-element',
    'C',
  ]);
});

test('a JSON array reads each entry alone and places its faults in the file', async () => {
  const text = `[\n ${order('A')},\n {"messageId":\n  tru}, ${order('B')}\n]`;
  assert.deepEqual(await summaries(stream(text)), ['A', '4:3 json-malformed', 'B']);
  assert.deepEqual(await summaries(stream('[]')), []);
  assert.deepEqual(await summaries(stream(`[${order('A')},]`)), ['A', '1:91 json-malformed']);
  assert.deepEqual(await summaries(stream(`[${order('A')}`)), ['A', '1:90 json-malformed']);
  assert.deepEqual(await summaries(stream(`[${order('A')}] x`)), ['A', '1:92 json-malformed']);
});

test('the bytes kept are the very bytes sent, wherever the stream is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(wireSubmissions, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 64 }), async (all, size) => {
        for (const [format, text] of [
          ['json', JSON.stringify(all, undefined, 1)],
          ['ndjson', all.map((one) => JSON.stringify(one)).join('\n')],
        ] as const) {
          const results = await collected(readMessages(inPieces(Buffer.from(text), size), format));
          const read = results.map((result) => ('wire' in result ? result.wire : result));
          assert.deepEqual(read, all);
          for (const result of results)
            assert.ok('raw' in result && Buffer.from(text).includes(result.raw));
        }
      }), // prettier-ignore
    { numRuns: 40 },
  );
});

test('a line of 1 GB is refused without being held, and the next line is read', async () => {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  async function* watched() {
    for await (const chunk of streamWithLongLine(order('A'), 1_073_741_824, order('B'))) {
      peak = Math.max(peak, process.memoryUsage.rss());
      yield chunk;
    }
  }
  assert.deepEqual(await summaries(watched()), ['A', '2:1 line-too-long', 'B']);
  assert.ok(peak - before < 64 * 1_048_576, `memory grew by ${String(peak - before)} bytes`);
});

test('an entry of a JSON array that is too large is refused without being held', async () => {
  async function* huge() {
    yield Buffer.from(`[${order('A')},"`);
    for (let sent = 0; sent < 8; sent++) yield Buffer.alloc(1_048_576, 'a');
    yield Buffer.from(`",${order('B')}]`);
  }
  assert.deepEqual(await summaries(huge()), ['A', '1:91 message-too-large', 'B']);
});

for (const [what, head, named] of [
  ['XML', '<?xml version="1.0"?><a/>', 'XML'],
  ['EDIFACT', "UNA:+.? 'UNB+UNOA:2+A+B'", 'UN/EDIFACT'],
  ['EDIFACT without UNA', "UNB+UNOC:3+A+B'", 'UN/EDIFACT'],
  ['Cargo-IMP', 'FHL/4\nMBI/176-12345675LHR', 'Cargo-IMP'],
  ['PDF', '%PDF-1.7', 'PDF'],
  ['prose', 'Dear Customs', 'plain text'],
  ['linked data', '{"@context":{"a":"b"},"@type":"cargo:Piece"}', 'linked data (JSON-LD)'],
] as const)
  test(`${what} is recognised and refused, because its door is not open`, async () => {
    const [result] = await collected(readMessages(stream(head)));
    assert.ok(result !== undefined && 'findings' in result);
    assert.deepEqual(
      result.findings.map(({ code, parameters }) => [code, parameters?.['format']]),
      [['format-not-supported', named]],
    );
  });

test('UTF-16 is refused with a clear word, with and without its mark', async () => {
  for (const bytes of [
    Buffer.from(`\ufeff${order('A')}`, 'utf16le'),
    Buffer.from(order('A'), 'utf16le'),
    Buffer.from(order('A'), 'utf16le').swap16(),
  ])
    assert.deepEqual(await summaries(stream(bytes)), ['1:1 encoding-invalid']);
});

test('an empty file is a finding', async () => {
  assert.deepEqual(await summaries(stream()), ['1:1 message-empty']);
  assert.deepEqual(await summaries(stream(' \n')), ['1:1 message-empty']);
});

const hostile: readonly (readonly [name: string, codes: readonly string[]])[] = [
  ['json-deep.json', ['message-too-deep']],
  ['jsonld-remote-context.json', ['format-not-supported', 'context-not-allowed']],
  ['empty.xml', ['message-empty']],
  ...['xxe-file', 'xxe-parameter-http', 'billion-laughs', 'deep-1000', 'xinclude', 'duplicate-attribute', 'double-hyphen-comment', 'control-char', 'invalid-utf8', 'gb18030', 'proto-element', 'two-roots'].map((name) => [`${name}.xml`, ['format-not-supported']] as const), // prettier-ignore
  ...['bad-segment-count', 'missing-unz', 'custom-una', 'unoc-latin1', 'lf-in-data'].map((name) => [`edi-${name}.edi`, ['format-not-supported']] as const), // prettier-ignore
];
for (const [name, codes] of hostile)
  test(`the hostile ${name} gets ${codes.join(' and ')}`, async (context) => {
    const bytes = await hostileFile(context, name);
    if (bytes === undefined) return;
    const results = await collected(readMessages(stream(bytes)));
    assert.deepEqual(
      results.map((result) =>
        'findings' in result ? result.findings.map(({ code }) => code) : [],
      ),
      [codes],
    );
  });
