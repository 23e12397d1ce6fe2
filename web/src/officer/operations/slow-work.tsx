/** The work that goes on beside the parcels, kind by kind, and the messages that no pass could carry. */
import type { Operations } from '../../api/contract.ts';
import { useSession } from '../../api/queries.ts';
import { countText } from '../../format/amount.ts';
import { durationText } from '../../format/moment.ts';
import { jobWords } from '../../format/words.ts';
import { When } from '../../ui/when.tsx';
import { useWords } from '../../words/use-words.ts';

type SlowWorkProps = Pick<Operations, 'work' | 'broken'>;

export function SlowWork({ work, broken }: SlowWorkProps) {
  const { operations: said } = useWords();
  const { person } = useSession();
  return (
    <section aria-labelledby="work">
      <h2 id="work">{said.work}</h2>
      <p className="muted">{said.workSays}</p>
      <WorkTable work={work} />
      {broken.latest.length === 0 ? null : (
        <>
          <h3>{said.broken}</h3>
          <p className="muted">{said.brokenSays}</p>
          <ul className="broken-messages">
            {broken.latest.map(({ at, reason }, index) => (
              <li key={index}>
                <When at={at} zone={person.zone} /> <bdi>{reason}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function WorkTable({ work }: Pick<Operations, 'work'>) {
  const { operations: said } = useWords();
  if (work.length === 0) return <p className="muted">{said.noWork}</p>;
  const [job, ...figures] = said.workTable;
  return (
    <table className="operations-table work-table" aria-labelledby="work">
      <thead>
        <tr>
          <th scope="col">{job}</th>
          {figures.map((heading) => (
            <th key={heading} scope="col" className="cell-value">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {work.map(({ kind, waiting, running, done, failed, doneSecondsAgo, lastError }) => (
          <tr key={kind} data-failed={failed > 0}>
            <th scope="row">
              {jobWords(kind)}
              {lastError === null ? null : <bdi className="work-error">{lastError}</bdi>}
            </th>
            <td className="cell-value">{countText(waiting + running)}</td>
            <td className="cell-value">{countText(done)}</td>
            <td className="cell-value">{failed === 0 ? '–' : countText(failed)}</td>
            <td className="cell-value">
              {doneSecondsAgo === null ? '–' : said.ago(durationText(doneSecondsAgo))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
