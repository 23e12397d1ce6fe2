/** XLSX at the door: read back to the letter, never unpacked beyond its limits, nothing evaluated or guessed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { collected, stream } from '../../../../test/support/hostile.ts';
import { wireSubmissions } from '../../../../test/support/wire-submissions.ts';
import type { DoorResult } from '../door.ts';
import { readMessages } from '../read-messages.ts';
import { columnsFor, rowsOf } from './write-table.ts';
import { writeXlsx, zipped, type File } from './write-xlsx.ts';

const HEADER = ['messageId', 'sender', 'kind', 'packages', 'item.description'];
const read = async (bytes: Uint8Array): Promise<DoorResult[]> =>
  collected(readMessages(stream(bytes)));

/** `id` of a message, or `line:column code` of each finding. */
function summary(result: DoorResult): string | string[] {
  if ('wire' in result) return result.wire.messageId;
  return result.findings.map(({ code, parameters: at }) => `${at?.['line'] ?? ''}:${at?.['column'] ?? ''} ${code}`); // prettier-ignore
}
const summaries = async (bytes: Uint8Array) => (await read(bytes)).map(summary);

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
/** A workbook around the XML of its only sheet. */
const around = (sheet: string | Uint8Array, ...more: File[]): Promise<Uint8Array> =>
  zipped(
    [
      [
        'xl/workbook.xml',
        `<workbook ${MAIN} xmlns:r="r"><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>`,
      ],
      [
        'xl/_rels/workbook.xml.rels',
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      ],
      ['xl/worksheets/sheet1.xml', sheet],
      ...more,
    ],
    true,
  );
const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const header = `<row r="1">${HEADER.map(inline).join('')}</row>`;
const sheetOf = (...rows: string[]): string =>
  `<worksheet ${MAIN}><sheetData>${header}${rows.join('')}</sheetData></worksheet>`;
const order = `${inline('M-1')}${inline('P1')}${inline('order')}`;

test('any submissions written as XLSX are read back the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(wireSubmissions, {
        minLength: 1,
        maxLength: 3,
        selector: ({ messageId }) => messageId,
      }),
      async (submissions) => {
        const columns = columnsFor(submissions);
        const rows = [
          columns.map(({ name }) => name),
          ...submissions.flatMap((one) => rowsOf(one, columns)),
        ];
        const results = await read(await writeXlsx([{ name: 'submission', rows }]));
        assert.deepEqual(
          results.map((result) => ('wire' in result ? result.wire : result)),
          submissions,
        );
      },
    ),
    { numRuns: 100 },
  );
});

test('a number cell is read as it was typed, whatever its binary noise', async () => {
  const [result] = await read(
    await around(
      sheetOf(
        `<row r="7">${order}<c r="D7"><v>2</v></c><c r="E7"><v>12.100000000000001</v></c></row>`,
      ),
    ),
  );
  assert.ok(result !== undefined && 'wire' in result);
  assert.equal(result.wire.consignments[0]?.packages, 2);
  assert.equal(result.wire.consignments[0].items?.[0]?.description, '12.1');
  assert.equal(result.line, 7);
});

test('shared texts are read with all their runs and without their phonetic ones', async () => {
  const shared = `<sst ${MAIN}><si><r><t>Dre</t></r><r><t>ss</t></r><rPh><t>x</t></rPh></si></sst>`;
  const bytes = await around(sheetOf(`<row r="2">${order}<c r="E2" t="s"><v>0</v></c></row>`), [
    'xl/sharedStrings.xml',
    shared,
  ]);
  const [result] = await read(bytes);
  assert.ok(result !== undefined && 'wire' in result);
  assert.equal(result.wire.consignments[0]?.items?.[0]?.description, 'Dress');
});

test('formulas, dates, truth values and errors are refused by their cell, not evaluated or guessed', async () => {
  const styles = `<styleSheet ${MAIN}><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;h&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>`;
  const cells = [
    '<c r="E2"><f>1+1</f><v>2</v></c>',
    '<c r="E2" s="1"><v>45000</v></c>',
    '<c r="E2" s="2"><v>45000</v></c>',
    '<c r="E2" t="b"><v>1</v></c>',
    '<c r="E2" t="e"><v>#N/A</v></c>',
    '<c r="E2"><v>1.23456789012345E+18</v></c>',
  ];
  for (const cell of cells)
    assert.deepEqual(
      await summaries(
        await around(sheetOf(`<row r="2">${order}${cell}</row>`), ['xl/styles.xml', styles]),
      ),
      [['2:5 cell-not-plain']],
    );
});

test('a row wider than the header is ragged; a narrower one has empty cells', async () => {
  const bytes = await around(
    sheetOf(
      `<row r="2">${order}</row>`,
      `<row r="3">${order.replace('M-1', 'M-2')}<c r="G3"><v>1</v></c></row>`,
    ),
  );
  assert.deepEqual(await summaries(bytes), ['M-1', ['3:1 csv-ragged-row']]);
});

test('a bomb is refused before it is unpacked, whether it tells its size or lies', async () => {
  const zeros = Buffer.alloc(64 * 1_048_576);
  assert.deepEqual(await summaries(await around(zeros)), [[': archive-bomb']]);
  const liar = Buffer.from(await around(Buffer.alloc(1_048_576 * 3)));
  for (let at = liar.indexOf('PK\x01\x02'); at !== -1; at = liar.indexOf('PK\x01\x02', at + 4))
    liar.writeUInt32LE(5_000, at + 24);
  assert.deepEqual(
    (await summaries(liar)).flat().filter((found) => !found.includes('archive-')),
    [],
  );
  const many = Array.from({ length: 1_001 }, (_, index): File => [`x/${String(index)}`, '']);
  assert.deepEqual(await summaries(await around(sheetOf(), ...many)), [[': archive-bomb']]);
});

test('a DOCTYPE, deep nesting and broken bytes inside the workbook are refused', async () => {
  const doctype = `<!DOCTYPE w [<!ENTITY a "b">]><worksheet><sheetData>&a;</sheetData></worksheet>`;
  const deep = `<worksheet>${'<a>'.repeat(100)}</worksheet>`;
  for (const sheet of [
    doctype,
    deep,
    Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe]),
    '<worksheet><sheetData><row>',
  ])
    assert.deepEqual((await summaries(await around(sheet))).at(-1), [
      '1:1 archive-malformed',
      '1:1 file-cut-short',
    ]);
});

test('an archive that is no workbook is named, and a broken one is a finding', async () => {
  assert.deepEqual(await summaries(await zipped([['a.txt', 'a']])), [[': archive-malformed']]);
  assert.deepEqual(
    await summaries(await zipped([['mimetype', 'application/vnd.oasis.opendocument.spreadsheet']])),
    [[': format-not-supported']],
  );
  assert.deepEqual(await summaries(Buffer.from('PK\x03\x04 and nothing more')), [
    [': archive-malformed'],
  ]);
  const whole = await around(sheetOf());
  assert.deepEqual(await summaries(whole.subarray(0, whole.length - 40)), [
    [': archive-malformed'],
  ]);
});

test('no damage to a workbook makes the door throw', async () => {
  const whole = Buffer.from(await around(sheetOf(`<row r="2">${order}</row>`)));
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: whole.length - 1 }),
      fc.integer({ min: 0, max: 255 }),
      async (at, byte) => {
        const damaged = Buffer.from(whole);
        damaged[at] = byte;
        await read(damaged);
      },
    ),
  );
});
