/** What an import knows of each kind of file: how to tell it by its header, what it takes, and how a row becomes rows of a table. */
import type { Day } from '../../../domain/kernel/day.ts';
import type { Manner } from '../../reference/revise.ts';
import type { ReferenceRow, ReferenceTable } from '../../reference/tables.ts';

export const IMPORT_VERBS = ['tariff', 'nomenclature', 'correlation', 'codelist', 'rates'] as const;
export type ImportVerb = (typeof IMPORT_VERBS)[number];

/** The cells of a row by the names of the header. */
export type Cells = Readonly<Record<string, string>>;

export type Opening = {
  readonly header: readonly string[];
  /** The name of the file, without folders and ending. */
  readonly name: string;
  /** The day of law that a file without dates speaks of. */
  readonly on: Day;
};

/** Something of a row that was taken as it stands but could not be understood. */
export type Doubt = {
  readonly column: string;
  readonly text: string;
  readonly reason: string;
  readonly fix?: string;
};

/** Why a row cannot be taken: the column, what stands there, what is wrong and how to mend it. */
export type Refusal = Doubt & { readonly fix: string };

export type Taken = {
  readonly rows: readonly ReferenceRow[];
  /** What the row counts as, in the report's `byKind`. */
  readonly kinds: readonly string[];
  readonly doubts?: readonly Doubt[];
};

export type RowReader = (cells: Cells) => Taken | { readonly refusal: Refusal };

export type Opened = {
  readonly publication: string;
  readonly table: ReferenceTable;
  readonly manner: Manner;
  /** Columns that are read. */
  readonly takes: readonly string[];
  readonly read: RowReader;
  /** Rows that waited for a line that did not come. */
  readonly end?: () => readonly ReferenceRow[];
};

export type FileKind = {
  readonly verb: ImportVerb;
  /** What such a file is, for people. */
  readonly what: string;
  /** The header, for people. */
  readonly header: string;
  readonly recognises: (header: readonly string[]) => boolean;
  /** Text where the name of the file has to say more. */
  readonly open: (opening: Opening) => Opened | { readonly missing: string };
};

/** Recognises a file by all the columns that are named. */
export const hasColumns =
  (...names: readonly string[]) =>
  (header: readonly string[]): boolean =>
    names.every((name) => header.includes(name));

/** A cell without the spaces around it; empty where the column is not there. */
export const cell = (cells: Cells, name: string): string => (cells[name] ?? '').trim();

export const refuse = (column: string, text: string, [reason, fix]: readonly [string, string]) => ({
  refusal: { column, text, reason, fix },
});

/** Lines and spaces within a text become single spaces. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
