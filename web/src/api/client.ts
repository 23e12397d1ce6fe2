/** Speaks to the platform: one function per call of the contract, answers as values, refusals in the server's own words. */
import type { ParcelIdentity } from '../format/identifier.ts';
import type {
  Accounts,
  ActReasons,
  ActRequest,
  AgencyAnswer,
  AgencyParcel,
  AgencyQuestion,
  AgencyWord,
  Figures,
  Means,
  Operations,
  Paid,
  ParcelAnswer,
  ParcelLedger,
  Payment,
  Person,
  QueueChanges,
  QueuePage,
  QueueView,
  SearchAnswer,
  Session,
  Unpaid,
} from './contract.ts';
import { words } from '../words/current.ts';

/** RFC 9457, as far as the console reads it. */
export type Problem = {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
};

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** A read that could not be answered; pages show its problem and offer to try again. */
export class ReadFault extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

type Call = {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly body?: unknown;
  readonly csrf?: string;
  readonly signal?: AbortSignal;
};

const unreachable = (): Problem => {
  const { noConnection, noConnectionSays } = words().shell;
  return { title: noConnection, status: 0, detail: noConnectionSays, code: 'unreachable' };
};

async function call<T>(path: string, options: Call = {}): Promise<Outcome<T>> {
  const { method = 'GET', body, csrf, signal } = options;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (csrf !== undefined) headers['x-luxor-csrf'] = csrf;
  try {
    const response = await fetch(`/v1${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    if (!response.ok) return { ok: false, problem: await problemOf(response) };
    const text = await response.text();
    return { ok: true, value: (text === '' ? null : JSON.parse(text)) as T };
  } catch (error) {
    if (signal?.aborted === true) throw error;
    return { ok: false, problem: unreachable() };
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const said = (await response.json().catch(() => ({}))) as Partial<Problem>;
  const title =
    said.title ?? (response.statusText === '' ? words().shell.refused : response.statusText);
  return {
    title,
    status: response.status,
    detail: said.detail ?? title,
    code: said.code ?? `http-${response.status.toString()}`,
  };
}

async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  const outcome = await call<T>(path, signal === undefined ? {} : { signal });
  if (!outcome.ok) throw new ReadFault(outcome.problem);
  return outcome.value;
}

const pathOf = ({ scheme, number }: ParcelIdentity): string =>
  `/officer/parcels/${encodeURIComponent(scheme)}/${encodeURIComponent(number)}`;

/** Null when nobody is signed in. */
export async function readSession(): Promise<Session | null> {
  const outcome = await call<Session>('/session');
  if (outcome.ok) return outcome.value;
  if (outcome.problem.status === 401) return null;
  throw new ReadFault(outcome.problem);
}

export const readPeople = (signal?: AbortSignal): Promise<readonly Person[]> =>
  read('/session/people', signal);

export const signIn = (person: string): Promise<Outcome<Session>> =>
  call('/session', { method: 'POST', body: { person } });

export const signOut = (csrf: string): Promise<Outcome<unknown>> =>
  call('/session', { method: 'DELETE', csrf });

export type QueueQuestion = {
  readonly view: QueueView;
  readonly means?: string | undefined;
  readonly lane?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

export function readQueue(question: QueueQuestion, signal?: AbortSignal): Promise<QueuePage> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(question))
    if (value !== undefined) query.set(name, String(value));
  return read(`/officer/queue?${query.toString()}`, signal);
}

export const readChanges = (since: number, signal?: AbortSignal): Promise<QueueChanges> =>
  read(`/officer/queue/changes?since=${since.toString()}`, signal);

export const readMeans = (signal?: AbortSignal): Promise<readonly Means[]> =>
  read('/officer/means', signal);

/** A peek does not count as having looked, so that "changed since you looked" stays true. */
export const readParcel = (
  parcel: ParcelIdentity,
  reading: { readonly peek: boolean; readonly signal?: AbortSignal },
): Promise<ParcelAnswer> =>
  read(`${pathOf(parcel)}${reading.peek ? '?peek=true' : ''}`, reading.signal);

export const act = (
  parcel: ParcelIdentity,
  request: ActRequest,
  csrf: string,
): Promise<Outcome<ParcelAnswer>> =>
  call(`${pathOf(parcel)}/acts`, { method: 'POST', body: request, csrf });

export const search = (text: string, signal?: AbortSignal): Promise<SearchAnswer> =>
  read(`/officer/search?q=${encodeURIComponent(text)}`, signal);

export const readReasons = (signal?: AbortSignal): Promise<readonly ActReasons[]> =>
  read('/officer/reasons', signal);

export const readFigures = (signal?: AbortSignal): Promise<Figures> =>
  read('/officer/figures', signal);

export const readOperations = (signal?: AbortSignal): Promise<Operations> =>
  read('/officer/operations', signal);

export const readAccounts = (signal?: AbortSignal): Promise<Accounts> =>
  read('/officer/ledger/accounts', signal);

export const readUnpaid = (signal?: AbortSignal): Promise<Unpaid> =>
  read('/officer/unpaid', signal);

export const readParcelLedger = (
  parcel: ParcelIdentity,
  signal?: AbortSignal,
): Promise<ParcelLedger> => read(`${pathOf(parcel)}/ledger`, signal);

export const pay = (
  parcel: ParcelIdentity,
  payment: Payment,
  csrf: string,
): Promise<Outcome<Paid>> =>
  call(`${pathOf(parcel)}/payments`, { method: 'POST', body: payment, csrf });

export const readAgencyParcels = async (signal?: AbortSignal): Promise<readonly AgencyParcel[]> =>
  (await read<{ parcels: readonly AgencyParcel[] }>('/agency/parcels', signal)).parcels;

const agencyPath = ({ scheme, number }: ParcelIdentity): string =>
  `/agency/parcels/${encodeURIComponent(scheme)}/${encodeURIComponent(number)}`;

export const answerAsAgency = (
  parcel: ParcelIdentity,
  answer: AgencyAnswer,
  csrf: string,
): Promise<Outcome<AgencyWord>> =>
  call(`${agencyPath(parcel)}/answer`, { method: 'POST', body: answer, csrf });

export const askAsAgency = (
  parcel: ParcelIdentity,
  question: AgencyQuestion,
  csrf: string,
): Promise<Outcome<AgencyWord>> =>
  call(`${agencyPath(parcel)}/questions`, { method: 'POST', body: question, csrf });

/** The file is the server's own: the browser keeps it under the name the server gives. */
export const evidencePath = (parcel: ParcelIdentity): string => `/v1${pathOf(parcel)}/evidence`;
