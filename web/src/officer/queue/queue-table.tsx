/** The rows of the queue: 36 pixels each, lane and time first, the value aligned on its point. */
import { Link } from '@tanstack/react-router';
import { memo, useEffect, useEffectEvent } from 'react';
import type { Colleague, QueueRow } from '../../api/contract.ts';
import { Amount } from '../../ui/amount.tsx';
import { LaneMark } from '../../ui/lane-mark.tsx';
import { CopyButton, ParcelNumber } from '../../ui/parcel-number.tsx';
import { Countdown } from '../../ui/when.tsx';
import type { ShownRow } from './merge-rows.ts';
import { rowId, showRow } from './row-focus.ts';
import { useSelect } from './use-queue-keys.ts';
import type { QueueRows } from './use-queue-rows.ts';
import { useWords } from '../../words/use-words.ts';

export function QueueTable({
  rows,
  chosen,
}: {
  readonly rows: QueueRows;
  readonly chosen: string | undefined;
}) {
  const { queue } = useWords();
  const select = useSelect();
  useRowInSight(chosen);
  const currency = oneCurrency(rows.rows);
  return (
    <div className="queue-scroll">
      <table className="queue-table">
        <thead>
          <tr>
            {queue.headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
            <th scope="col" className="cell-value">
              {queue.value}
              {currency === undefined ? '' : `, ${currency}`}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.rows.map((shown) => (
            <Row
              key={shown.key}
              shown={shown}
              selected={shown.key === chosen}
              currency={currency}
              onSelect={select}
            />
          ))}
        </tbody>
      </table>
      <MoreRows next={rows.next} />
    </div>
  );
}

/** A row that the address names is in sight when the page opens, however far down it is. */
function useRowInSight(chosen: string | undefined): void {
  const show = useEffectEvent(() => {
    if (chosen !== undefined) showRow(chosen);
  });
  useEffect(() => {
    show();
  }, []);
}

function MoreRows({ next }: { readonly next: string | undefined }) {
  const { queue } = useWords();
  if (next === undefined) return null;
  return (
    <p className="more-rows">
      <Link to="/queue" search={({ selected: _selected, ...rest }) => ({ ...rest, after: next })}>
        {queue.more}
      </Link>
    </p>
  );
}

/** The currency to say once in the heading, when every value has the same. */
function oneCurrency(rows: readonly ShownRow[]): string | undefined {
  const currencies = new Set(
    rows.flatMap(({ row }) => (row.value === null ? [] : [row.value.currency])),
  );
  return currencies.size === 1 ? [...currencies][0] : undefined;
}

type RowProps = {
  readonly shown: ShownRow;
  readonly selected: boolean;
  readonly currency: string | undefined;
  readonly onSelect: (key: string) => void;
};

const Row = memo(function Row({ shown, selected, currency, onSelect }: RowProps) {
  const { key, row, gone } = shown;
  const { queue } = useWords();
  return (
    <tr
      aria-current={selected ? 'true' : undefined}
      data-gone={gone}
      onClick={() => {
        onSelect(key);
      }}
    >
      <td className="cell-lane">
        <LaneMark lane={row.lane} />
      </td>
      <td className="cell-due">{row.dueAt === null ? '–' : <Countdown until={row.dueAt} />}</td>
      <td className="cell-parcel">
        <Link
          id={rowId(key)}
          to="/parcels/$scheme/$number"
          params={row.parcel}
          preload={false}
          onFocus={() => {
            if (!selected) onSelect(key);
          }}
        >
          <ParcelNumber parcel={row.parcel} />
        </Link>
        <CopyButton parcel={row.parcel} reachable={selected} />
      </td>
      <td className="cell-what" title={row.what}>
        <bdi>{row.what}</bdi>
      </td>
      <td className="cell-from">
        <bdi>{row.from}</bdi>
      </td>
      <td className="cell-reason" title={row.firstReason}>
        <Reason row={row} gone={gone} />
      </td>
      <td className="cell-holder">{holderText(row.claimedBy, queue.you)}</td>
      <td className="cell-value">
        {row.value === null ? (
          '–'
        ) : (
          <Amount money={row.value} currency={row.value.currency !== currency} />
        )}
      </td>
    </tr>
  );
});

/** A proposal of a colleague waits for a second officer: that comes before any reason. */
function Reason({ row, gone }: { readonly row: QueueRow; readonly gone: boolean }) {
  const { queue } = useWords();
  if (gone) return <>{queue.gone}</>;
  const { proposal } = row;
  if (proposal === null || proposal.you) return <bdi>{row.firstReason}</bdi>;
  return (
    <>
      <span className="must-act">{queue.confirm}</span> <bdi>{row.firstReason}</bdi>
    </>
  );
}

const holderText = (claimedBy: Colleague | null | undefined, you: string): string => {
  if (claimedBy === null || claimedBy === undefined) return '–';
  return claimedBy.you ? you : claimedBy.name;
};
