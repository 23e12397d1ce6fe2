/** The frame of every chart: a sentence that answers one question, the picture, and the table that says the same. */
import { useId } from 'react';
import type { ReactNode } from 'react';

export type FigureTable = {
  readonly headings: readonly string[];
  /** The first cell of a row is its name. */
  readonly rows: readonly (readonly ReactNode[])[];
};

type FigureProps = {
  readonly sentence: string;
  readonly picture: ReactNode;
  readonly table: FigureTable;
  readonly note?: string;
};

export function Figure({ sentence, picture, table, note }: FigureProps) {
  const title = useId();
  return (
    <section className="figure" aria-labelledby={title}>
      <h2 id={title}>{sentence}</h2>
      {note === undefined ? null : <p className="muted">{note}</p>}
      <div className="figure-picture" aria-hidden="true">
        {picture}
      </div>
      <table className="figure-table" aria-labelledby={title}>
        <thead>
          <tr>
            {table.headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column}>
                    <bdi>{cell}</bdi>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
