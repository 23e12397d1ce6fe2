/** What an import says of its rows: the stable JSON of the verb. */

/** `column` is the name of the column, where one is to blame; `fix` says how to mend the row. */
export type UnparsedRow = {
  readonly line: number;
  readonly column?: string;
  readonly text: string;
  readonly reason: string;
  readonly fix?: string;
};

export type ImportReport = {
  readonly kind: string;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly byKind: Readonly<Record<string, number>>;
  /** At most a thousand: rows that were refused, and texts that were taken but not understood. */
  readonly unparsed: readonly UnparsedRow[];
  readonly seconds: number;
};

/** What the import of a publication says beside. */
export type ReferenceReport = ImportReport & {
  /** What the file is, and the publication that it is a state of. */
  readonly file: string;
  readonly publication: string;
  /** The day of law from which changes hold. */
  readonly on: string;
  readonly ended: number;
  /** Rows that say again what an earlier row of the file said. */
  readonly repeated: number;
  readonly unparsedCount: number;
  readonly takes: readonly string[];
  /** Null when nothing was written. */
  readonly revision: number | null;
};

/** Listed at most; all are counted. */
export const UNPARSED_LISTED = 1_000;
