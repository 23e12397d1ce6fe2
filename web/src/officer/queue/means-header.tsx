/** The next arrival in a sentence and a bar: how many go at once, how many to look at, how many wait; and who comes after. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Means } from '../../api/contract.ts';
import { meansQuery } from '../../api/queries.ts';
import { clockOf, millisecondsOf } from '../../format/moment.ts';
import { useOfficeNow } from '../../api/office-clock.ts';
import { isFlight } from '../../format/words.ts';
import { Clock } from '../../ui/when.tsx';
import { useWords } from '../../words/use-words.ts';

/** As many later arrivals as fit beside the first. */
const LATER_SHOWN = 4;

export function MeansHeader({ means }: { readonly means: string | undefined }) {
  const { queue } = useWords();
  const now = useOfficeNow();
  const { data = [] } = useQuery(meansQuery);
  const all = data.toSorted((a, b) => millisecondsOf(a.arrivalAt) - millisecondsOf(b.arrivalAt));
  const nearest = all.find((each) => millisecondsOf(each.arrivalAt) >= now) ?? all.at(-1);
  const chosen = all.find((each) => each.means === means) ?? nearest;
  if (chosen === undefined) {
    return (
      <header className="means">
        <h1>{queue.title}</h1>
        <p className="muted">{queue.none}</p>
      </header>
    );
  }
  const start = all.indexOf(chosen) + 1;
  return (
    <header className="means">
      <div className="means-title">
        <h1>{queue.arrival[arrives(chosen, now)](chosen.means, clockOf(chosen.arrivalAt))}</h1>
        <LaterMeans later={all.slice(start, start + LATER_SHOWN)} filtered={means !== undefined} />
      </div>
      <p className="means-counts">
        {queue.parcels(chosen.parcels)} ·{' '}
        <strong className="means-cleared">{queue.go(chosen.cleared)}</strong> ·{' '}
        {queue.toLookAt(chosen.toLookAt)} · {queue.wait(chosen.waiting)}
      </p>
      <MeansBar means={chosen} />
    </header>
  );
}

const arrives = (
  { means, arrivalAt }: Means,
  now: number,
): 'lands' | 'landed' | 'arrives' | 'arrived' => {
  const over = millisecondsOf(arrivalAt) < now;
  if (isFlight(means, null)) return over ? 'landed' : 'lands';
  return over ? 'arrived' : 'arrives';
};

function MeansBar({ means }: { readonly means: Means }) {
  const parts = [
    ['cleared', means.cleared],
    ['look', means.toLookAt],
    ['waiting', means.waiting],
  ] as const;
  return (
    <div className="means-bar" aria-hidden="true">
      {parts.map(([part, count]) =>
        count === 0 ? null : <span key={part} data-part={part} style={{ flexGrow: count }} />,
      )}
    </div>
  );
}

function LaterMeans({
  later,
  filtered,
}: {
  readonly later: readonly Means[];
  readonly filtered: boolean;
}) {
  const { queue } = useWords();
  return (
    <nav className="means-later" aria-label={queue.arrivals}>
      {filtered ? (
        <Link to="/queue" search={({ means: _means, ...rest }) => rest}>
          {queue.allArrivals}
        </Link>
      ) : null}
      {later.map((each) => (
        <Link
          key={`${each.means} ${each.arrivalAt}`}
          to="/queue"
          search={({ after: _after, ...search }) => ({ ...search, means: each.means })}
        >
          {each.means} <Clock at={each.arrivalAt} />
        </Link>
      ))}
    </nav>
  );
}
