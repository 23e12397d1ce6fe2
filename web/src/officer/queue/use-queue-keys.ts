/** The keys of the queue: j k move, o opens, a h r and the lane's own keys act, n lets the new rows in. */
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { ParcelAnswer } from '../../api/contract.ts';
import { peekQuery, queryClient } from '../../api/queries.ts';
import type { KeyActions } from '../../ui/shortcuts.ts';
import { useKeys } from '../../ui/shortcuts.ts';
import type { Acting } from '../acts/acting.tsx';
import { actForKey } from '../acts/acts.ts';
import { stepFrom } from './merge-rows.ts';
import type { ShownRow } from './merge-rows.ts';
import { focusRow } from './row-focus.ts';
import type { QueueRows } from './use-queue-rows.ts';

const route = getRouteApi('/shell/queue');

/** Acts of the preview that a single key begins; what hurts has no key here. */
const ACT_KEYS = ['a', 'h', 'r', 's', 'e', 'q', 'x'];

type QueueKeys = {
  readonly rows: QueueRows;
  readonly chosen: ShownRow | undefined;
  readonly acting: Acting;
};

export function useQueueKeys({ rows, chosen, acting }: QueueKeys): void {
  const navigate = useNavigate();
  const select = useSelect();
  const step = (by: 1 | -1) => (): void => {
    const to = stepFrom(rows.rows, chosen?.key, by);
    if (to === undefined) return;
    select(to.key);
    focusRow(to.key);
  };
  const begin = (key: string) => (): void => {
    if (chosen === undefined) return;
    void peek(chosen).then((answer) => {
      const offered = actForKey(key, answer.judgement.actions);
      if (offered !== null) acting.begin(answer, offered);
    });
  };
  const actions: KeyActions = {
    j: step(1),
    ArrowDown: step(1),
    k: step(-1),
    ArrowUp: step(-1),
    o: () => {
      if (chosen !== undefined)
        void navigate({ to: '/parcels/$scheme/$number', params: chosen.row.parcel });
    },
    c: () => {
      if (chosen !== undefined) void navigator.clipboard.writeText(chosen.row.parcel.number);
    },
    n: rows.letIn,
    ...Object.fromEntries(ACT_KEYS.map((key) => [key, begin(key)])),
  };
  useKeys(actions);
}

/** The row's page as it was last peeked at, or asked for now, so that a key never waits for the preview. */
const peek = ({ row }: ShownRow): Promise<ParcelAnswer> =>
  queryClient.query({ ...peekQuery(row.parcel), staleTime: 'static' });

/** Selecting writes the address, so that the row is found again after a reload or by a colleague. */
export function useSelect(): (key: string) => void {
  const navigate = route.useNavigate();
  return useCallback(
    (key) =>
      void navigate({
        search: (search) => ({ ...search, selected: key }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
}
