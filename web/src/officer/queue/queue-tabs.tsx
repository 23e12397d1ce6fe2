/** The views of the queue with their counts, and the lane to narrow them to; all of it is in the address. */
import { NativeSelect } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Lane, QueueCounts, QueueView } from '../../api/contract.ts';
import { countText } from '../../format/amount.ts';
import { useWords } from '../../words/use-words.ts';

type Filter = { readonly view?: QueueView; readonly means?: string; readonly lane?: string };

const TABS: readonly QueueView[] = ['all', 'mine', 'unclaimed', 'waiting'];

export function QueueTabs({
  filter,
  counts,
}: {
  readonly filter: Filter;
  readonly counts: QueueCounts | undefined;
}) {
  const { queue } = useWords();
  const active = filter.view ?? 'all';
  return (
    <div className="tabs">
      <nav className="tabs-views" aria-label={queue.views}>
        {TABS.map((view) => (
          <Link
            key={view}
            className="tab"
            to="/queue"
            search={{ ...keptOf(filter), ...(view === 'all' ? {} : { view }) }}
            aria-current={view === active ? 'page' : undefined}
          >
            {queue.view[view]} {isNarrowed(filter) ? '' : countOf(view, counts)}
          </Link>
        ))}
      </nav>
      {filter.means === undefined ? null : (
        <Link className="tab-filter" to="/queue" search={({ means: _means, ...rest }) => rest}>
          {queue.only(filter.means)} <span aria-hidden="true">×</span>
        </Link>
      )}
      <LaneChoice lane={filter.lane} />
    </div>
  );
}

/** Another view starts at its first row; flight and lane stay. */
const keptOf = ({ means, lane }: Filter): { means?: string; lane?: string } => ({
  ...(means === undefined ? {} : { means }),
  ...(lane === undefined ? {} : { lane }),
});

/** The counts are of the whole queue: beside one flight or lane they would say something else than the rows. */
const isNarrowed = ({ means, lane }: Filter): boolean => means !== undefined || lane !== undefined;

const countOf = (view: QueueView, counts: QueueCounts | undefined): string => {
  const count = counts?.[view];
  return count === undefined ? '' : countText(count);
};

function LaneChoice({ lane }: { readonly lane: string | undefined }) {
  const { queue, lanes: names } = useWords();
  const navigate = useNavigate({ from: '/queue' });
  const lanes = Object.entries(names) as [Lane, string][];
  return (
    <NativeSelect
      className="lane-choice"
      size="xs"
      aria-label={queue.lane}
      value={lane ?? ''}
      data={[
        { value: '', label: queue.everyLane },
        ...lanes.map(([value, label]) => ({ value, label })),
      ]}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        void navigate({
          search: ({ lane: _lane, after: _after, ...rest }) =>
            chosen === '' ? rest : { ...rest, lane: chosen },
        });
      }}
    />
  );
}
