/** The rows let in, kept true by later answers; what arrived meanwhile waits until the officer lets it in. */
import { useQuery } from '@tanstack/react-query';
import type { QueueCounts, QueuePage } from '../../api/contract.ts';
import { changesQuery, queryClient, queueAtQuery, queueQuery } from '../../api/queries.ts';
import type { QueueFilter } from '../../api/queries.ts';
import { mergeRows } from './merge-rows.ts';
import type { ShownRow } from './merge-rows.ts';

export type QueueRows = {
  readonly rows: readonly ShownRow[];
  readonly arrived: number;
  /** When the shown rows were let in, as the server wrote it. */
  readonly since: string | undefined;
  readonly counts: QueueCounts | undefined;
  readonly next: string | undefined;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly letIn: () => void;
};

export function useQueueRows(filter: QueueFilter): QueueRows {
  const shown = useQuery(queueQuery(filter));
  const latest = useLaterPage(filter, shown.data);
  const newest = latest ?? shown.data;
  return {
    ...mergeRows(shown.data?.rows ?? [], latest?.rows),
    since: shown.data?.now,
    counts: newest?.counts,
    next: newest?.next ?? undefined,
    pending: shown.isPending,
    error: shown.error,
    retry: () => void shown.refetch(),
    letIn: () => {
      if (latest === undefined) void shown.refetch();
      else queryClient.setQueryData(queueQuery(filter).queryKey, latest);
    },
  };
}

/** The page as it stands at the server's newest version, when that is later than what was let in. */
function useLaterPage(filter: QueueFilter, shown: QueuePage | undefined): QueuePage | undefined {
  const since = shown?.version ?? 0;
  const changes = useQuery({ ...changesQuery(since), enabled: shown !== undefined });
  const version = Math.max(since, changes.data?.version ?? since);
  const same = JSON.stringify(filter);
  const later = useQuery({
    ...queueAtQuery(filter, version),
    enabled: version > since,
    placeholderData: (previous, query) =>
      JSON.stringify(query?.queryKey[1]) === same ? previous : undefined,
  });
  return version > since ? later.data : undefined;
}
