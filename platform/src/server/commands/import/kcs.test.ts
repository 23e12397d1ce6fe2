/** Korea Customs' published declarations become declarations of the contract, in won and without guessing. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { stream } from '../../../../test/support/hostile.ts';
import { readMessages } from '../../gateways/read-messages.ts';
import { convertKcs } from './kcs.ts';
import { readKcsRow, type KcsRow } from './kcs-row.ts';

const row: KcsRow = {
  'Declaration ID': '97061800',
  Date: '2020-01-01',
  'Mode of Transport': '40',
  'Declarant ID': 'AAAAAAA',
  'Importer ID': 'BBBBBBB',
  'Seller ID': '',
  'Courier ID': 'CCCCCC',
  'HS6 Code': '440890',
  'Country of Departure': 'BE',
  'Country of Origin': 'BE',
  'Net Mass': '108.0',
  'Item Price': '372254.4',
};
const on = Temporal.PlainDate.from('2026-08-01');
const itemOf = (change: Partial<KcsRow>) => {
  const read = readKcsRow({ ...row, ...change }, on);
  return 'submission' in read ? read.submission.consignments[0]?.items?.[0] : read.reason;
};
const priceOf = (price: string) => {
  const item = itemOf({ 'Item Price': price });
  return typeof item === 'object' ? item.value?.amount : item;
};

test('prices are whole won, rounded half up in exact decimals', () => {
  assert.deepEqual(['0.49', '0.5', '241.58000000000004', '7045681618.1', '0.0'].map(priceOf), ['0', '1', '242', '7045681618', '0']); // prettier-ignore
  assert.equal(priceOf('-1'), 'the price "-1" is no amount');
});

test('mail is a channel and no mode; an unknown mode is left out', () => {
  const movement = (mode: string) => {
    const read = readKcsRow({ ...row, 'Mode of Transport': mode }, on);
    const [consignment] = 'submission' in read ? read.submission.consignments : [];
    return [consignment?.mode, consignment?.channel];
  };
  assert.deepEqual(['10', '20', '30', '40', '50', '90'].map(movement), [['sea', 'express'], ['rail', 'express'], ['road', 'express'], ['air', 'express'], [undefined, 'post'], [undefined, 'express']]); // prettier-ignore
});

test('party codes become identifiers, and a code that is missing names nobody', () => {
  const read = readKcsRow(row, on);
  const [consignment] = 'submission' in read ? read.submission.consignments : [];
  assert.deepEqual(consignment?.parties?.map(({ role, identifiers }) => [role, identifiers?.[0]?.scheme]), [['declarant', 'kcs-declarant'], ['importer', 'kcs-importer'], ['carrier', 'kcs-courier']]); // prettier-ignore
});

test('both forms of a converted file hold the same declarations, and a wrong row is named', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'luxor-kcs-'));
  try {
    const file = path.join(folder, 'rows.csv');
    const rows = [
      row,
      { ...row, 'Declaration ID': '2', 'HS6 Code': 'x' },
      { ...row, 'Declaration ID': '3' },
    ];
    await writeFile(file, [Object.keys(row), ...rows.map((one) => Object.values(one))].map((cells) => cells.join(',')).join('\n')); // prettier-ignore
    const stop = new AbortController().signal;
    const read = async (to: 'ndjson' | 'csv', count: number) => {
      const output = path.join(folder, `out.${to}`);
      const report = await convertKcs({ file, rows: count, on, to, output, stop });
      const results = await Array.fromAsync(readMessages(stream(await readFile(output))));
      return {
        report,
        wires: results.map((result) => ('wire' in result ? byRole(result.wire) : result)),
      };
    };
    const [lines, table] = [await read('ndjson', 9), await read('csv', 9)];
    assert.deepEqual(table.wires, lines.wires);
    assert.equal(lines.wires.length, 2);
    const { rows: counted, added, refused, unparsed } = lines.report;
    assert.deepEqual([counted, added, refused], [3, 2, 1]);
    assert.deepEqual(
      unparsed.map(({ line, reason }) => [line, reason]),
      [[3, '"x" is no HS code']],
    );
    assert.equal((await read('csv', 1)).wires.length, 1);
  } finally {
    await rm(folder, { recursive: true });
  }
});

type Wire = {
  readonly consignments: readonly { readonly parties?: readonly { readonly role: string }[] }[];
};
/** The order of parties of different roles says nothing. */
const byRole = (wire: Wire) => ({
  ...wire,
  consignments: wire.consignments.map((consignment) => ({
    ...consignment,
    parties: consignment.parties?.toSorted((a, b) => a.role.localeCompare(b.role)),
  })),
});
