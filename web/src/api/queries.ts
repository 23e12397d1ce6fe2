/** What the console keeps of the server's answers, for how long, and when it asks again. */
import { QueryCache, QueryClient, queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { keyOf } from '../format/identifier.ts';
import type { ParcelIdentity } from '../format/identifier.ts';
import {
  ReadFault,
  readAccounts,
  readAgencyParcels,
  readChanges,
  readFigures,
  readMeans,
  readOperations,
  readParcel,
  readParcelLedger,
  readPeople,
  readQueue,
  readReasons,
  readSession,
  readUnpaid,
  search,
} from './client.ts';
import type { Problem } from './client.ts';
import { setOfficeClock } from './office-clock.ts';
import type { QueueView, Session } from './contract.ts';
import { words } from '../words/current.ts';

/** The queue asks this often whether anything changed; the question is cheap (one number). */
const CHANGES_EVERY_MS = 4_000;
const COUNTS_EVERY_MS = 4_000;
const MEANS_EVERY_MS = 10_000;
const FIGURES_EVERY_MS = 15_000;
const OPERATIONS_EVERY_MS = 10_000;

/** A page of the queue: as many rows as an officer scrolls, in one answer. */
export const QUEUE_PAGE = 100;

const signedOut = new Set<() => void>();

/** Calls back when the server no longer knows who asks. */
export const onSignedOut = (listener: () => void): void => void signedOut.add(listener);

/** Every answer that says so counts, whether to a question or to an act. */
export function noticeSignedOut({ status }: Problem): void {
  if (status === 401) for (const listener of signedOut) listener();
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (error instanceof ReadFault) noticeSignedOut(error.problem);
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      /** What the server refused stays refused; only a lost connection is worth a second try. */
      retry: (failures, error) =>
        failures < 2 && error instanceof ReadFault && error.problem.status === 0,
    },
  },
});

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => {
    const session = await readSession();
    setOfficeClock(session?.now, session?.pace);
    return session;
  },
});

/** Who is signed in; only for pages inside the shell, which nobody enters without a session. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (data === null) throw new ReadFault(signedOutProblem());
  return data;
}

function signedOutProblem(): Problem {
  const { signedOut: title, signedOutSays: detail } = words().shell;
  return { title, status: 401, detail, code: 'signed-out' };
}

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => readPeople(signal),
});

export type QueueFilter = {
  readonly view: QueueView;
  readonly means?: string | undefined;
  readonly lane?: string | undefined;
  /** Keyset of the page: the cursor the page before it ended with. */
  readonly after?: string | undefined;
};

/** The rows that were let in. Only the officer lets in more, so this never asks again by itself. */
export const queueQuery = (filter: QueueFilter) =>
  queryOptions({
    queryKey: ['queue', filter],
    queryFn: ({ signal }) => readQueue({ ...filter, limit: QUEUE_PAGE }, signal),
    gcTime: 0,
  });

/** The same rows as they stand at a later version: what waits to be let in. */
export const queueAtQuery = (filter: QueueFilter, version: number) =>
  queryOptions({
    queryKey: ['queue-at', filter, version],
    queryFn: ({ signal }) => readQueue({ ...filter, limit: QUEUE_PAGE }, signal),
    gcTime: 0,
  });

/** How much waits in the whole queue, for the sidebar. */
export const countsQuery = queryOptions({
  queryKey: ['queue-counts'],
  queryFn: async ({ signal }) => (await readQueue({ view: 'all', limit: 1 }, signal)).counts,
  refetchInterval: COUNTS_EVERY_MS,
});

export const changesQuery = (since: number) =>
  queryOptions({
    queryKey: ['queue-changes', since],
    queryFn: async ({ signal }) => {
      const changes = await readChanges(since, signal);
      setOfficeClock(changes.now);
      return changes;
    },
    refetchInterval: CHANGES_EVERY_MS,
    gcTime: 0,
  });

export const meansQuery = queryOptions({
  queryKey: ['means'],
  queryFn: ({ signal }) => readMeans(signal),
  refetchInterval: MEANS_EVERY_MS,
});

export const parcelQuery = (parcel: ParcelIdentity) =>
  queryOptions({
    queryKey: ['parcel', keyOf(parcel), 'opened'],
    queryFn: ({ signal }) => readParcel(parcel, { peek: false, signal }),
    gcTime: 0,
  });

export const peekQuery = (parcel: ParcelIdentity) =>
  queryOptions({
    queryKey: ['parcel', keyOf(parcel), 'peek'],
    queryFn: ({ signal }) => readParcel(parcel, { peek: true, signal }),
    staleTime: 10_000,
  });

export const searchQuery = (text: string) =>
  queryOptions({
    queryKey: ['search', text],
    queryFn: ({ signal }) => search(text, signal),
    enabled: text.trim() !== '',
    staleTime: 10_000,
  });

export const reasonsQuery = queryOptions({
  queryKey: ['reasons'],
  queryFn: ({ signal }) => readReasons(signal),
});

export const figuresQuery = queryOptions({
  queryKey: ['figures'],
  queryFn: ({ signal }) => readFigures(signal),
  refetchInterval: FIGURES_EVERY_MS,
});

const MONEY_EVERY_MS = 5_000;

export const unpaidQuery = queryOptions({
  queryKey: ['unpaid'],
  queryFn: ({ signal }) => readUnpaid(signal),
  refetchInterval: MONEY_EVERY_MS,
});

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: ({ signal }) => readAccounts(signal),
  refetchInterval: MONEY_EVERY_MS,
});

export const parcelLedgerQuery = (parcel: ParcelIdentity) =>
  queryOptions({
    queryKey: ['parcel-ledger', keyOf(parcel)],
    queryFn: ({ signal }) => readParcelLedger(parcel, signal),
    gcTime: 0,
  });

const AGENCY_EVERY_MS = 5_000;

export const agencyQuery = queryOptions({
  queryKey: ['agency'],
  queryFn: ({ signal }) => readAgencyParcels(signal),
  refetchInterval: AGENCY_EVERY_MS,
});

export const operationsQuery = queryOptions({
  queryKey: ['operations'],
  queryFn: ({ signal }) => readOperations(signal),
  refetchInterval: OPERATIONS_EVERY_MS,
});
