/** How a line of any tariff becomes a row: its code without dots, and its texts of duty by column. */
import type { TariffLineRow } from '../../reference/tables.ts';
import { refuse } from './file-kind.ts';

const CODE = /^[0-9]{4,10}$/;

/** A code of the tariff without its dots; undefined when it is none. */
export function tariffCode(text: string): string | undefined {
  const code = text.replaceAll('.', '');
  return CODE.test(code) ? code : undefined;
}

export const codeRefusal = (column: string, text: string) =>
  refuse(column, text, [
    'this is no code of four to ten digits',
    'give the digits of the code, with or without dots',
  ]);

/** Ten digits that end in pairs of zeros name the line of eight or six that they fill up. */
export function shortened(code: string, least: number): string {
  let short = code;
  while (short.length > least && short.endsWith('00')) short = short.slice(0, -2);
  return short;
}

type Line = Pick<TariffLineRow, 'code' | 'title' | 'units'> & {
  readonly variant?: string;
  readonly duties: Readonly<Record<string, string>>;
};

/** A row of the table; columns without a text are left out. */
export function tariffRow(publication: string, on: number, line: Line): TariffLineRow {
  const duties = Object.entries(line.duties).filter(([, duty]) => duty !== '');
  return {
    publication,
    code: line.code,
    variant: line.variant ?? '',
    fromDay: on,
    untilDay: null,
    title: line.title,
    units: line.units,
    duties: JSON.stringify(Object.fromEntries(duties)),
  };
}

export const usDuties = (general: string, special: string, [second, additional]: readonly [string, string]) => ({
  general,
  special,
  'column-2': second,
  additional,
}); // prettier-ignore
