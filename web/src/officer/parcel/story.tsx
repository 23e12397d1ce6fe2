/** Everything that was said and done about a parcel, newest first, and on top what is new since this officer looked. */
import type { ParcelAnswer, StoryEvent } from '../../api/contract.ts';
import { useSession } from '../../api/queries.ts';
import { countText } from '../../format/amount.ts';
import { clockOf, millisecondsOf } from '../../format/moment.ts';
import { When } from '../../ui/when.tsx';
import { useWords } from '../../words/use-words.ts';

export function Story({ answer }: { readonly answer: ParcelAnswer }) {
  const { parcel: said } = useWords();
  const { person } = useSession();
  const { story, changes, parcel } = answer;
  const newestFirst = story
    .toReversed()
    .sort((a, b) => millisecondsOf(b.at) - millisecondsOf(a.at));
  return (
    <section className="story" aria-labelledby="story">
      <h2 id="story">{said.story}</h2>
      <Changes changes={changes} lastLookedAt={parcel.lastLookedAt ?? null} />
      <ol>
        {newestFirst.map((event, index) => (
          <li
            key={`${event.at}${event.title}${index.toString()}`}
            data-changed={isNew(event, {
              index,
              changes,
              lastLookedAt: parcel.lastLookedAt ?? null,
            })}
          >
            <span className="story-at">
              <When at={event.at} zone={person.zone} />
            </span>
            <div>
              <p>
                <bdi>{event.title}</bdi>
              </p>
              <EventDetail event={event} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

type Looked = {
  readonly index: number;
  readonly changes: number;
  readonly lastLookedAt: string | null;
};

const isNew = (event: StoryEvent, { index, changes, lastLookedAt }: Looked): boolean =>
  event.changed ?? (lastLookedAt !== null && index < changes);

function Changes({
  changes,
  lastLookedAt,
}: {
  readonly changes: number;
  readonly lastLookedAt: string | null;
}) {
  const { parcel: said } = useWords();
  if (lastLookedAt === null) return <p className="changes">{said.firstTime}</p>;
  return (
    <p className="changes" data-some={changes > 0}>
      {changes === 0
        ? said.unchanged(clockOf(lastLookedAt))
        : said.changed(changes, clockOf(lastLookedAt))}
    </p>
  );
}

function EventDetail({ event }: { readonly event: StoryEvent }) {
  const { parcel: said } = useWords();
  const parts = [event.detail, event.by].filter((part) => part !== undefined);
  return (
    <p className="story-detail">
      <bdi>{parts.join(' · ')}</bdi>
      {event.receipt === undefined ? null : (
        <>
          {parts.length > 0 ? ' · ' : ''}
          <a href={`/receipts/${encodeURIComponent(event.receipt)}`}>
            {said.receipt} <bdi className="code">{shortened(event.receipt)}</bdi>
          </a>
        </>
      )}
      <span title={event.entry.leaf ?? undefined}>
        {parts.length > 0 || event.receipt !== undefined ? ' · ' : ''}
        {said.entry} {countText(event.entry.sequence)}
      </span>
    </p>
  );
}

/** Beginning and end of a long receipt, enough to compare by eye. */
const shortened = (receipt: string): string =>
  receipt.length <= 10 ? receipt : `${receipt.slice(0, 4)}…${receipt.slice(-2)}`;
