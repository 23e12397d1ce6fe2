/** What a table door reads a row as, whichever kind of file it stands in. */
import type { Finding } from '../../../domain/kernel/finding.ts';

export type Row = {
  /** Of the first character of the row, counted from one. */
  readonly line: number;
  readonly cells: readonly string[];
  /** What was wrong with single cells; the row is refused. */
  readonly findings?: readonly Finding[];
};

/** The file cannot be read on from here. */
export type Break = { readonly line: number; readonly broken: readonly Finding[] };

export type Rows = AsyncIterable<Row | Break>;
