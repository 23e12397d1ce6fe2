/** The law that holds today, by kind of row, and every change of it that is already known. */
import type { Operations } from '../../api/contract.ts';
import { countText } from '../../format/amount.ts';
import { lawDay } from '../../format/moment.ts';
import { lawKindWords } from '../../format/words.ts';
import { useWords } from '../../words/use-words.ts';

type Law = Operations['law'];

export function LawInForce({ law }: { readonly law: Law }) {
  const { operations: said } = useWords();
  return (
    <section aria-labelledby="law">
      <h2 id="law">{said.law}</h2>
      <p className="muted">
        {said.lawSays(lawDay(law.on))} <bdi className="code">{law.id}</bdi>{' '}
        <bdi className="code">{law.version}</bdi>
      </p>
      <div className="operations-columns">
        <Changes law={law} />
        <Kinds kinds={law.kinds} />
      </div>
    </section>
  );
}

function Changes({ law: { changes, changesMore } }: { readonly law: Law }) {
  const { operations: said } = useWords();
  const byDay = [...Map.groupBy(changes, ({ on }) => on)];
  return (
    <div>
      <h3>{said.changes}</h3>
      {byDay.length === 0 ? <p className="muted">{said.noChanges}</p> : null}
      <ol className="law-changes">
        {byDay.map(([on, ofDay]) => (
          <li key={on}>
            <time dateTime={on}>{lawDay(on)}</time>
            <ul>
              {ofDay.map(({ kind, row, what, source }) => (
                <li key={`${kind} ${row}`}>
                  <span>
                    {lawKindWords(kind)} <bdi className="code">{row}</bdi> {said.what[what]}
                  </span>
                  <span className="muted">
                    <bdi>{source}</bdi>
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {changesMore === 0 ? null : <p className="muted">{said.moreChanges(changesMore)}</p>}
    </div>
  );
}

function Kinds({ kinds }: Pick<Law, 'kinds'>) {
  const { operations: said } = useWords();
  const [kindOfRow, rows, notVerified] = said.lawTable;
  return (
    <div>
      <h3 id="law-kinds">{said.inForce}</h3>
      <table className="operations-table" aria-labelledby="law-kinds">
        <thead>
          <tr>
            <th scope="col">{kindOfRow}</th>
            <th scope="col" className="cell-value">
              {rows}
            </th>
            <th scope="col" className="cell-value">
              {notVerified}
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ kind, rows: count, unverified }) => (
            <tr key={kind}>
              <th scope="row">{lawKindWords(kind)}</th>
              <td className="cell-value">{countText(count)}</td>
              <td className="cell-value">{unverified === 0 ? '–' : countText(unverified)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
