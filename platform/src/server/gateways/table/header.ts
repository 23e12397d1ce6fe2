/** Reads the first row of a table: which column is which, and what is wrong with their names. */
import type { Finding } from '../../../domain/kernel/finding.ts';
import { limits } from '../../../domain/kernel/limits.ts';
import { doorFinding, placeParameters } from '../door-finding.ts';
import { nearest } from '../nearest.ts';
import { COLUMNS, columnNamed, type Column } from './columns.ts';
import type { Row } from './row.ts';

/** `columns[i]` is undefined where the header cell is empty or unknown. */
export type Header = {
  readonly columns: readonly (Column | undefined)[];
  readonly width: number;
  readonly findings: readonly Finding[];
};

const REQUIRED = ['messageId', 'sender', 'kind'] as const;
const NAMES = COLUMNS.map(({ name }) => name);

export function readHeader(row: Row): Header {
  const names = row.cells.map((cell) => cell.trim());
  const columns = names.map(columnNamed);
  const findings = names.slice(0, limits.tableColumnsMax).flatMap((name, index) => {
    if (name === '') return [];
    const place = placeParameters({ line: row.line, column: index + 1 });
    if (columns[index] === undefined) return [unknownColumn(name, place)];
    const repeated = names.indexOf(name) < index;
    return repeated ? [doorFinding('csv-header-repeated', '', { column: name, ...place })] : [];
  });
  const missing = REQUIRED.filter((name) => !names.includes(name)).map(
    (name) =>
    doorFinding('csv-header-missing', '', { column: name, ...placeParameters({ line: row.line, column: 1 }) }), // prettier-ignore
  );
  return { columns, width: row.cells.length, findings: [...findings, ...missing] };
}

function unknownColumn(name: string, place: Readonly<Record<string, string>>): Finding {
  return doorFinding('csv-header-unknown', '', {
    column: name.slice(0, 70),
    nearest: nearest(name, NAMES) ?? 'messageId',
    ...place,
  });
}
