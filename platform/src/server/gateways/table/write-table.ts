/** Writes submissions as the rows of the published table, as CSV reads them back. */
import type { WireConsignment, WireItem, WireParty, WireSubmission } from '../../../domain/advance-data/wire.ts'; // prettier-ignore
import { guarded, writeCell, type CellValue } from './cells.ts';
import { COLUMNS, columnsOfParty, type Column } from './columns.ts';

/** The columns that these submissions fill, in the order of the template; a second party of a role gets its own. */
export function columnsFor(submissions: readonly WireSubmission[]): readonly Column[] {
  const repeated = new Map<string, Column>();
  for (const { consignments } of submissions)
    for (const { parties = [] } of consignments)
      for (const { role, ordinal } of ordinals(parties))
        if (ordinal > 1)
          for (const column of columnsOfParty(role, ordinal)) repeated.set(column.name, column);
  const all = COLUMNS.flatMap((column) => [column]);
  for (const column of repeated.values()) all.splice(placeFor(all, column), 0, column);
  const filled = new Set(submissions.flatMap((submission) => rowsOf(submission, all).flatMap(filledPlaces))); // prettier-ignore
  return all.filter((column, index) => filled.has(index) || column.level === 'message');
}

/** After the last column of the same role, so that parties keep their order. */
const placeFor = (all: readonly Column[], column: Column): number =>
  all.findLastIndex(({ party }) => party?.role === column.party?.role) + 1;

const filledPlaces = (cells: readonly string[]): number[] =>
  cells.flatMap((cell, index) => (cell === '' ? [] : [index]));

function ordinals(parties: readonly WireParty[]) {
  const counts = new Map<string, number>();
  return parties.map((party) => {
    const ordinal = (counts.get(party.role) ?? 0) + 1;
    counts.set(party.role, ordinal);
    return { party, role: party.role, ordinal };
  });
}

/** One row for each item or piece, at least one for each consignment; what belongs to all stands in the first. */
export function rowsOf(
  submission: WireSubmission,
  columns: readonly Column[],
): readonly (readonly string[])[] {
  return submission.consignments.flatMap((consignment, index) => {
    const { items = [], pieces = [] } = consignment;
    const count = Math.max(1, items.length, pieces.length);
    return Array.from({ length: count }, (_, row) =>
      columns.map((column) => cellOf(column, { submission, consignment, index, row })),
    );
  });
}

type Around = {
  readonly submission: WireSubmission;
  readonly consignment: WireConsignment;
  readonly index: number;
  readonly row: number;
};

function cellOf(column: Column, around: Around): string {
  const { submission, consignment, index, row } = around;
  switch (column.level) {
    case 'message':
      return isKept(column, around) ? textAt(submission, column) : '';
    case 'consignment':
      return column.path.length === 0 ? String(index + 1) : first(row, consignment, column);
    case 'party':
      return first(row, partyFor(consignment, column), column);
    case 'piece':
      return textAt(consignment.pieces?.[row], column);
    case 'item':
      return itemCell(consignment.items?.[row], column, row);
  }
}

/** The message id stands in every row; the rest of the message in its first. */
const isKept = (column: Column, { index, row }: Around): boolean =>
  column.name === 'messageId' || (index === 0 && row === 0);

const first = (row: number, within: object | undefined, column: Column): string =>
  row === 0 ? textAt(within, column) : '';

function itemCell(item: WireItem | undefined, column: Column, row: number): string {
  if (column.path.length > 0) return textAt(item, column);
  return item === undefined ? '' : String(row + 1);
}

const partyFor = ({ parties = [] }: WireConsignment, column: Column): WireParty | undefined =>
  ordinals(parties).find(({ role, ordinal }) => role === column.party?.role && ordinal === column.party.ordinal)?.party; // prettier-ignore

function textAt(within: object | undefined, column: Column): string {
  let at: unknown = within;
  for (const step of column.path)
    at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined;
  return at === undefined ? '' : writeCell(at as CellValue);
}

/** A line of CSV with its end; harmless in a spreadsheet. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(guarded(cell))).join(',')}\r\n`;

const quoted = (cell: string): string =>
  /[",;\t\r\n|]|^[\s\ufeff]|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
