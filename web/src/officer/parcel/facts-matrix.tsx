/** Who said what: a row is a datum, a column is a source; equal cells are quiet, disagreeing ones say the difference. */
import { useState } from 'react';
import type { FactCell, FactRow, ParcelAnswer, Statement } from '../../api/contract.ts';
import { longTime } from '../../format/moment.ts';
import { elementLabel, sourceWords } from '../../format/words.ts';
import { useWords } from '../../words/use-words.ts';

type Facts = ParcelAnswer['facts'];
type OpenedCell = { readonly element: string; readonly column: string };

export function FactsMatrix({ facts }: { readonly facts: Facts }) {
  const { parcel: said } = useWords();
  const [opened, setOpened] = useState<OpenedCell | null>(null);
  const disagreeing = facts.rows.filter((row) =>
    facts.columns.some((column) => row.cells[column]?.disagrees === true),
  ).length;
  return (
    <section className="facts" aria-labelledby="facts">
      <h2 id="facts">{said.facts}</h2>
      <table className="facts-table" role="table">
        <thead>
          <tr role="row">
            <td role="cell" />
            {facts.columns.map((column) => (
              <th key={column} scope="col" role="columnheader">
                {sourceWords(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.rows.map((row) => (
            <MatrixRow
              key={row.element}
              row={row}
              columns={facts.columns}
              opened={opened?.element === row.element ? opened.column : null}
              onOpen={(column) => {
                setOpened(
                  opened?.element === row.element && opened.column === column
                    ? null
                    : { element: row.element, column },
                );
              }}
            />
          ))}
        </tbody>
      </table>
      <OpenedSource facts={facts} opened={opened} />
      <p className="facts-key">{said.factsKey(disagreeing)}</p>
    </section>
  );
}

type MatrixRowProps = {
  readonly row: FactRow;
  readonly columns: readonly string[];
  readonly opened: string | null;
  readonly onOpen: (column: string) => void;
};

function MatrixRow({ row, columns, opened, onOpen }: MatrixRowProps) {
  const { parcel: said } = useWords();
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {elementLabel(row)}
      </th>
      {columns.map((column) => {
        const cell = row.cells[column];
        return (
          <td
            key={column}
            role="cell"
            data-source={sourceWords(column)}
            data-empty={cell === undefined}
            data-disagrees={cell?.disagrees ?? false}
          >
            {cell === undefined ? (
              <span className="not-said" aria-label={said.notSaid}>
                –
              </span>
            ) : (
              <CellButton
                cell={cell}
                open={opened === column}
                onPress={() => {
                  onOpen(column);
                }}
              />
            )}
          </td>
        );
      })}
    </tr>
  );
}

type CellButtonProps = {
  readonly cell: FactCell;
  readonly open: boolean;
  readonly onPress: () => void;
};

function CellButton({ cell, open, onPress }: CellButtonProps) {
  const { parcel: said } = useWords();
  return (
    <button type="button" className="fact" aria-expanded={open} onClick={onPress}>
      <bdi className="fact-text" data-in-use={cell.inUse}>
        {cell.text}
      </bdi>
      {cell.inUse ? <span className="for-readers">{said.inUse}</span> : null}
      {cell.disagrees === true ? <span className="for-readers">{said.disagrees}</span> : null}
      {cell.note === undefined ? null : <bdi className="fact-note">{cell.note}</bdi>}
    </button>
  );
}

function OpenedSource({
  facts,
  opened,
}: {
  readonly facts: Facts;
  readonly opened: OpenedCell | null;
}) {
  const { parcel: said } = useWords();
  const row = facts.rows.find(({ element }) => element === opened?.element);
  const cell = opened === null ? undefined : row?.cells[opened.column];
  return (
    <div role="status" className="fact-source" hidden={cell === undefined}>
      {opened === null || row === undefined || cell === undefined ? null : (
        <>
          <p>
            <strong>{said.says(sourceWords(opened.column), cell.text)}</strong>
            {said.saysFor(elementLabel(row), cell.inUse)}
            {cell.note === undefined ? '.' : ` (${cell.note}).`}
          </p>
          <StatementLine statement={cell.statement} />
        </>
      )}
    </div>
  );
}

function StatementLine({ statement }: { readonly statement: Statement }) {
  const { parcel: said } = useWords();
  const { id, at, sender, receipt } = statement;
  return (
    <p className="muted">
      {said.statement} <bdi className="code">{id}</bdi> {said.statementFrom(sender, longTime(at))}
      {receipt === null ? null : (
        <>
          , <a href={`/receipts/${encodeURIComponent(receipt)}`}>{said.itsReceipt}</a>
        </>
      )}
    </p>
  );
}
