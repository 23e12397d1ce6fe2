/** Reads the first row of a table: which column is which, and what is wrong with their names. */
import type { Finding } from '../../../domain/kernel/finding.ts';
import { limits } from '../../../domain/kernel/limits.ts';
import { finding } from '../../../domain/validation/catalogue.ts';
import { placeParameters, startOf } from '../finding-place.ts';
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
    return repeated ? [finding('csv-header-repeated', '', { name, ...place })] : [];
  });
  const missing = REQUIRED.filter((name) => !names.includes(name)).map(
    (name) =>
    finding('csv-header-missing', '', { name, ...startOf(row.line) }), // prettier-ignore
  );
  return { columns, width: row.cells.length, findings: [...findings, ...missing] };
}

function unknownColumn(name: string, place: ReturnType<typeof placeParameters>): Finding {
  return finding('csv-header-unknown', '', {
    name: name.slice(0, 70),
    nearest: nearest(name, NAMES) ?? 'messageId',
    ...place,
  });
}
