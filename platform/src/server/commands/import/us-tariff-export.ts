/** Reads the schedule of the United States as its Commission exports it: the hierarchy by indents, units with the statistical lines. */
import { tariffLineTable, type TariffLineRow } from '../../reference/tables.ts';
import { cell, hasColumns, oneLine, refuse, type Cells, type FileKind, type RowReader } from './file-kind.ts'; // prettier-ignore
import { readDuties } from './read-duties.ts';
import { codeRefusal, tariffCode, tariffRow, usDuties } from './tariff-row.ts';

const COLUMNS = ['HTS Number', 'Indent', 'Description', 'Unit of Quantity', 'General Rate of Duty', 'Special Rate of Duty', 'Column 2 Rate of Duty', 'Additional Duties'] as const; // prettier-ignore
const INDENTS_MAX = 40;

export const usExport: FileKind = {
  verb: 'tariff',
  what: 'Harmonized Tariff Schedule of the United States, as exported by its Commission',
  header: COLUMNS.join(','),
  recognises: hasColumns(...COLUMNS),
  open: ({ on }) => {
    const reading = startReading(on);
    return {
      publication: 'us-hts',
      table: tariffLineTable,
      manner: 'snapshot',
      takes: COLUMNS,
      read: reading.read,
      end: reading.end,
    };
  },
};

/** A line with a rate waits for the first line below it, which has the unit where it has none itself. */
function startReading(on: number): { readonly read: RowReader; readonly end: () => readonly TariffLineRow[] } {
  const path: string[] = [];
  let waiting: TariffLineRow | null = null;
  const flush = (): readonly TariffLineRow[] => {
    const rows = waiting === null ? [] : [waiting];
    waiting = null;
    return rows;
  };
  const read: RowReader = (cells) => {
    const indent = Number(cell(cells, 'Indent'));
    if (!Number.isInteger(indent) || indent < 0 || indent > INDENTS_MAX)
      return refuse('Indent', cell(cells, 'Indent'), ['this is no indent', 'give the number of indents, from 0']);
    path.length = Math.min(path.length, indent);
    path[indent] = oneLine(cell(cells, 'Description')).replace(/:$/, '');
    const duties = dutiesIn(cells);
    const written = cell(cells, 'HTS Number');
    const units = unitsIn(cells);
    if (Object.values(duties).every((duty) => duty === '')) {
      if (waiting?.units === '' && written !== '') waiting = { ...waiting, units };
      return { rows: [], kinds: ['line-without-rate'] };
    }
    const code = tariffCode(written);
    if (code === undefined) return codeRefusal('HTS Number', written);
    const rows = flush();
    const title = path.filter((step) => step !== '').join(' > ');
    waiting = tariffRow('us-hts', on, { code, title, units, duties });
    return { rows, ...readDuties(duties, 'USD') };
  };
  return { read, end: flush };
} // prettier-ignore

const dutiesIn = (cells: Cells) =>
  usDuties(cell(cells, 'General Rate of Duty'), cell(cells, 'Special Rate of Duty'), [
    cell(cells, 'Column 2 Rate of Duty'),
    cell(cells, 'Additional Duties'),
  ]);

/** Units stand as a JSON list: ["doz.","kg"]. */
const unitsIn = (cells: Cells): string =>
  [...cell(cells, 'Unit of Quantity').matchAll(/"([^"]*)"/g)]
    .map(([, unit = '']) => oneLine(unit.replaceAll('\\n', ' ')))
    .filter((unit) => unit !== '')
    .join(',');
