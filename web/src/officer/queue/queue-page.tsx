/** The officer's queue: the next arrival, the views, the rows that never move, and the selected one in short. */
import { getRouteApi } from '@tanstack/react-router';
import { Empty, Failed, Waiting } from '../../ui/notice.tsx';
import { useTitle } from '../../ui/title.ts';
import { useActing } from '../acts/acting.tsx';
import { MeansHeader } from './means-header.tsx';
import { NewRowsBar } from './new-rows-bar.tsx';
import { Preview } from './preview.tsx';
import { QueueTable } from './queue-table.tsx';
import { QueueTabs } from './queue-tabs.tsx';
import { useQueueKeys } from './use-queue-keys.ts';
import { useQueueRows } from './use-queue-rows.ts';
import type { QueueRows } from './use-queue-rows.ts';
import { useWords } from '../../words/use-words.ts';

const route = getRouteApi('/shell/queue');

export function QueuePage() {
  useTitle(useWords().queue.title);
  const { selected, ...filter } = route.useSearch();
  const rows = useQueueRows({ view: 'all', ...filter });
  const chosen = rows.rows.find(({ key }) => key === selected) ?? rows.rows[0];
  const acting = useActing();
  useQueueKeys({ rows, chosen, acting });
  return (
    <div className="queue">
      <MeansHeader means={filter.means} />
      <QueueTabs filter={filter} counts={rows.counts} />
      <NewRowsBar rows={rows} />
      <QueueBody
        rows={rows}
        chosen={chosen?.key}
        filtered={filter.means !== undefined || filter.lane !== undefined}
      />
      {chosen === undefined ? null : <Preview shown={chosen} acting={acting} />}
      {acting.dialog}
    </div>
  );
}

type QueueBodyProps = {
  readonly rows: QueueRows;
  readonly chosen: string | undefined;
  readonly filtered: boolean;
};

function QueueBody({ rows, chosen, filtered }: QueueBodyProps) {
  const { queue } = useWords();
  if (rows.error !== null) return <Failed error={rows.error} onRetry={rows.retry} />;
  if (rows.pending) return <Waiting rows={10} />;
  if (rows.rows.length === 0) {
    return <Empty title={queue.nothing}>{filtered ? queue.nothingFits : queue.nothingSays}</Empty>;
  }
  return <QueueTable rows={rows} chosen={chosen} />;
}
