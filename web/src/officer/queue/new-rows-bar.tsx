/** Says how many rows wait outside since when, and lets them in: by the key n or by pressing the line. */
import { clockOf } from '../../format/moment.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import type { QueueRows } from './use-queue-rows.ts';
import { useWords } from '../../words/use-words.ts';

export function NewRowsBar({ rows }: { readonly rows: QueueRows }) {
  const { queue } = useWords();
  const gone = rows.rows.filter((row) => row.gone).length;
  if (rows.arrived === 0 && gone === 0) return <div role="status" className="new-rows" hidden />;
  return (
    <div role="status" className="new-rows" data-quiet={rows.arrived === 0}>
      <button type="button" onClick={rows.letIn}>
        {rows.arrived === 0 ? (
          <>
            {queue.goneRows(gone)} <KeyCap>n</KeyCap> {queue.toTidy}
          </>
        ) : (
          <>
            {queue.newRows(
              rows.arrived,
              rows.since === undefined ? undefined : clockOf(rows.since),
            )}{' '}
            <KeyCap>n</KeyCap> {queue.toLetIn}
          </>
        )}
      </button>
    </div>
  );
}
