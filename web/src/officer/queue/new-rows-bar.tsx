/** Says how many rows wait outside since when, and lets them in: by the key n or by pressing the line. */
import { counted } from '../../format/amount.ts';
import { clockOf } from '../../format/moment.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import type { QueueRows } from './use-queue-rows.ts';

export function NewRowsBar({ rows }: { readonly rows: QueueRows }) {
  const gone = rows.rows.filter((row) => row.gone).length;
  if (rows.arrived === 0 && gone === 0) return <div role="status" className="new-rows" hidden />;
  return (
    <div role="status" className="new-rows" data-quiet={rows.arrived === 0}>
      <button type="button" onClick={rows.letIn}>
        {rows.arrived === 0 ? (
          <>
            {counted(gone, 'row')} dealt with — press <KeyCap>n</KeyCap> to tidy up
          </>
        ) : (
          <>
            {rows.arrived} new{rows.since === undefined ? '' : ` since ${clockOf(rows.since)}`} —
            press <KeyCap>n</KeyCap> to let them in
          </>
        )}
      </button>
    </div>
  );
}
