/** Turns the rows of any table into messages: rows of one message id stand together and are passed on or refused as one. */
import { canonicalJson } from '../../../domain/kernel/canonical-json.ts';
import type { Finding } from '../../../domain/kernel/finding.ts';
import { limits } from '../../../domain/kernel/limits.ts';
import type { DoorResult } from '../door.ts';
import { finding } from '../../../domain/validation/catalogue.ts';
import { placeParameters } from '../finding-place.ts';
import { findShape, isSubmission } from '../json/read-wire.ts';
import { addRow, finishedWire, newDraft, placeOfPointer, type Cell, type Draft } from './draft.ts';
import { readHeader, type Header } from './header.ts';
import type { Row, Rows } from './row.ts';

export async function* readTable(rows: Rows): AsyncGenerator<DoorResult> {
  const table = newTable();
  for await (const row of rows) {
    if ('broken' in row) {
      yield* flush(table);
      yield { line: row.line, column: 1, findings: row.broken };
      return;
    }
    if (table.header === undefined) table.header = readHeader(row);
    else yield* takeRow(table, table.header, row);
  }
  yield* flush(table);
  if (table.header !== undefined && table.header.findings.length > 0 && !table.headerTold)
    yield { line: 1, column: 1, findings: table.header.findings };
}

type Table = { header: Header | undefined; draft: Draft | undefined; headerTold: boolean };

const newTable = (): Table => ({ header: undefined, draft: undefined, headerTold: false });

function* takeRow(table: Table, header: Header, row: Row): Generator<DoorResult> {
  const ragged = raggedness(header, row);
  if (header.findings.length > 0) {
    // Nothing can be read under a wrong header, but every row of another width is told at once.
    if (ragged.length > 0) yield* refuseUnderHeader(table, row, ragged);
    return;
  }
  const cells = ragged.length > 0 ? [] : cellsOf(header, row);
  const messageId = idOf(header, row);
  if (table.draft === undefined || (messageId !== '' && messageId !== table.draft.messageId)) {
    yield* flush(table);
    table.draft = newDraft(messageId, row.line);
  }
  extend(table.draft, cells, [...ragged, ...(row.findings ?? [])]);
}

function extend(draft: Draft, cells: readonly Cell[], findings: readonly Finding[]): void {
  const before = draft.characters;
  draft.characters += cells.reduce((sum, { text }) => sum + text.length, 0);
  if (draft.findings.length < limits.findingsPerSubmission) draft.findings.push(...findings);
  if (draft.characters <= limits.submissionBytesMax) addRow(draft, cells);
  else if (before <= limits.submissionBytesMax)
    draft.findings.push(
      finding('message-too-large', '', { bytesMax: String(limits.submissionBytesMax) }),
    );
}

/** A row of another width than the header, or with a cell under no name, says nothing reliable. */
function raggedness(header: Header, row: Row): readonly Finding[] {
  const isRagged =
    row.cells.length !== header.width ||
    (header.findings.length === 0 &&
      row.cells.some((cell, index) => cell !== '' && header.columns[index] === undefined));
  if (!isRagged) return [];
  const lines = { actual: String(row.cells.length), expected: String(header.width) };
  return [finding('csv-ragged-row', '', { ...lines, ...placeParameters({ line: row.line, column: 1 }) })]; // prettier-ignore
}

function cellsOf(header: Header, row: Row): readonly Cell[] {
  return header.columns.flatMap((column, index) => {
    const text = row.cells[index] ?? '';
    if (column === undefined || text === '') return [];
    return [{ column, text, place: { line: row.line, column: index + 1 } }];
  });
}

function idOf(header: Header, row: Row): string {
  const index = header.columns.findIndex((column) => column?.name === 'messageId');
  return row.cells[index] ?? '';
}

function* flush(table: Table): Generator<DoorResult> {
  const { draft } = table;
  table.draft = undefined;
  if (draft !== undefined) yield finish(draft);
}

function finish(draft: Draft): DoorResult {
  const wire = finishedWire(draft);
  const place = { line: draft.line, column: 1 };
  if (draft.findings.length === 0 && isSubmission(wire))
    return {
      ...place,
      wire,
      raw: Buffer.from(canonicalJson(wire)),
      placeOf: (pointer) => placeOfPointer(draft, pointer),
    };
  const shape = isCut(draft) ? [] : findShape(wire).map((what) => placedIn(draft, what));
  return { ...place, findings: [...draft.findings, ...shape].slice(0, limits.findingsPerSubmission) }; // prettier-ignore
}

/** Whether cells were left out, so that what is missing says nothing. */
const isCut = (draft: Draft): boolean =>
  draft.findings.some(({ code }) => code === 'csv-ragged-row' || code === 'message-too-large');

function placedIn(draft: Draft, what: Finding): Finding {
  const place = placeOfPointer(draft, what.pointer);
  return { ...what, parameters: { ...what.parameters, ...placeParameters(place) } };
}

function* refuseUnderHeader(
  table: Table,
  row: Row,
  ragged: readonly Finding[],
): Generator<DoorResult> {
  const header = table.headerTold ? [] : (table.header?.findings ?? []);
  table.headerTold = true;
  yield { line: row.line, column: 1, findings: [...header, ...ragged] };
}
