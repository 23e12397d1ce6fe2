/** CSV at the door: what is written is read back to the letter, and every wrong row is told its line. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { collected, hostileFile, inPieces, stream } from '../../../../test/support/hostile.ts';
import { wireSubmissions } from '../../../../test/support/wire-submissions.ts';
import type { WireSubmission } from '../../../domain/advance-data/wire.ts';
import type { DoorResult } from '../door.ts';
import { readMessages } from '../read-messages.ts';
import { readCsv } from './csv-door.ts';
import { columnsFor, csvLine, rowsOf } from './write-table.ts';

function csvOf(submissions: readonly WireSubmission[]): string {
  const columns = columnsFor(submissions);
  const rows = submissions.flatMap((submission) => rowsOf(submission, columns));
  return [columns.map(({ name }) => name), ...rows].map(csvLine).join('');
}

/** `id` of a message, or `line:column code pointer` of each finding. */
function summary(result: DoorResult): string | string[] {
  if ('wire' in result) return result.wire.messageId;
  return result.findings.map(({ code, pointer, parameters }) =>
    [`${parameters?.['line'] ?? ''}:${parameters?.['column'] ?? ''}`, code, pointer]
      .join(' ')
      .trim(),
  );
}
const summaries = async (...lines: string[]) =>
  (await collected(readCsv(stream(lines.join('\n'))))).map(summary);

test('any submissions written as CSV are read back the same, wherever the stream is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(wireSubmissions, {
        minLength: 1,
        maxLength: 3,
        selector: ({ messageId }) => messageId,
      }),
      fc.integer({ min: 1, max: 200 }),
      async (submissions, size) => {
        const results = await collected(readCsv(inPieces(Buffer.from(csvOf(submissions)), size)));
        assert.deepEqual(
          results.map((result) => ('wire' in result ? result.wire : result)),
          submissions,
        );
      },
    ),
    { numRuns: 150 },
  );
});

test('no cell of a written table is a formula to a spreadsheet', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '\t', '1', 'a', '"') }),
      (cell) => {
        assert.doesNotMatch(csvLine([cell]), /^"?(?:[=@\t]|[+-](?![0-9]+(?:\.[0-9]+)?"?\r))/);
      },
    ),
  );
});

test('rows of one message are its items; a second message begins with its id', async () => {
  const results = await collected(
    readCsv(
      stream(
        [
          'messageId;sender;kind;houseReference.scheme;houseReference.number;item.description;packages',
          'M-1;P1;declaration;courier;LX1;Dress;2',
          ';;;;LX1;Belt;2',
          ';;;courier;LX2;Hat;',
          'M-2;P1;declaration;courier;LX3;"Photo; frame";',
        ].join('\r\n'),
      ),
    ),
  );
  const wires = results.map((result) => ('wire' in result ? result.wire : assert.fail()));
  const described = wires.map(({ consignments }) =>
    consignments.map(({ items = [], packages }) => [
      packages,
      ...items.map((item) => item.description),
    ]),
  );
  assert.deepEqual(described, [
    [
      [2, 'Dress', 'Belt'],
      [undefined, 'Hat'],
    ],
    [[undefined, 'Photo; frame']],
  ]);
});

test('a fault names the line and the cell it was read from', async () => {
  const found = await summaries(
    'messageId,sender,kind,consignment,consignee.name,consignee.address.country,item.description,item.value.amount,item.value.currency',
    'M-1,P1,declaration,1,Darya,XM,Dress,"1.234,50",EUR',
    'M-1,P1,declaration,1,Darya,,Belt,12,euro',
    'M-2,P1,sale,1,Darya,,Belt,12,EUR',
  );
  assert.deepEqual(found, [
    [
      '2:8 value-malformed /consignments/0/items/0/value/amount',
      '3:9 value-malformed /consignments/0/items/1/value/currency',
    ],
    ['4:3 value-not-in-list /kind'],
  ]);
});

test('rows of one consignment that contradict each other are refused', async () => {
  const found = await summaries('messageId,sender,kind,consignment,nature', 'M-1,P1,order,1,sale', 'M-1,P1,order,1,gift'); // prettier-ignore
  assert.deepEqual(found, [['3:5 rows-disagree']]);
});

test('a ragged row refuses its whole message and no other', async () => {
  const found = await summaries('messageId,sender,kind,mode', 'M-1,P1,order,air', 'M-1,P1,order', 'M-1,,,air', 'M-2,P1,order,air', 'M-3,P1,order,air,,'); // prettier-ignore
  assert.deepEqual(found, [['3:1 csv-ragged-row'], 'M-2', ['6:1 csv-ragged-row']]);
});

test('a header that is not ours is refused with the nearest right name', async () => {
  const results = await collected(readCsv(stream('messageid,sender,kind,item.descripton,sender\nM-1,P1,order,Dress,P1\n'))); // prettier-ignore
  assert.deepEqual(results.map(summary), [
    ['1:1 csv-header-unknown', '1:4 csv-header-unknown', '1:5 csv-header-repeated', '1:1 csv-header-missing'], // prettier-ignore
  ]);
  const [refused] = results;
  assert.ok(refused !== undefined && 'findings' in refused);
  assert.deepEqual(
    refused.findings.slice(0, 2).map(({ parameters }) => parameters?.['nearest']),
    ['messageId', 'item.description'],
  );
});

test('rows before a broken quotation mark are read, and the break is told with its line', async () => {
  const found = await summaries('messageId,sender,kind,mode', 'M-1,P1,order,air', 'M-2,P1,order,"air', 'M-3,P1,order,air'); // prettier-ignore
  assert.deepEqual(found, ['M-1', ['3:1 csv-quote-open', '3:1 file-cut-short']]);
  const inside = await summaries('messageId,sender,kind,mode', 'M-1,P1,order,a"ir"', 'M-3,P1,order,air'); // prettier-ignore
  assert.deepEqual(inside, [['2:1 csv-quote-open', '2:1 file-cut-short']]);
});

test('bytes that are not UTF-8 are refused with their position, after the rows before them', async () => {
  const start = 'messageId,sender,kind,item.description\nM-1,P1,order,Dress\nM-2,P1,order,';
  const gb18030 = Buffer.from([0xb0, 0xd7, 0xb2, 0xbc]);
  const results = await collected(readMessages(stream(start, gb18030, '\n')));
  assert.deepEqual(results.map(summary), ['M-1', ['3:1 encoding-invalid', '3:1 file-cut-short']]);
  const refused = results.at(-1);
  assert.ok(refused !== undefined && 'findings' in refused);
  assert.equal(refused.findings[0]?.parameters?.['offset'], String(start.length));
});

test('a quotation mark that is never closed does not fill the memory', async () => {
  async function* endless() {
    yield Buffer.from('messageId,sender,kind\nM-1,P1,"');
    for (let sent = 0; sent < 16; sent++) yield Buffer.alloc(1_048_576, 'a');
  }
  assert.deepEqual((await collected(readCsv(endless()))).map(summary), [
    ['2:1 line-too-long', '2:1 file-cut-short'],
  ]);
});

test('the hostile csv-ragged.csv is refused row by row with line numbers', async (context) => {
  const bytes = await hostileFile(context, 'csv-ragged.csv');
  if (bytes === undefined) return;
  const found = (await collected(readMessages(stream(bytes)))).map(summary);
  assert.equal(found.length, 2);
  assert.equal(found[0]?.includes('2:1 csv-ragged-row'), true);
  assert.deepEqual(found[1], ['3:1 csv-ragged-row']);
});
