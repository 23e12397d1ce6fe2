/** Loads in one round trip everything a batch needs to know: earlier answers, parcels, orders, statements and counts of parties. */
import type {
  Profile,
  StatementFunction,
  StatementKind,
} from '../../domain/advance-data/statement.ts';
import type { OutsideState } from '../../domain/kernel/outside-state.ts';
import { parseOwn } from '../../domain/kernel/parse-own.ts';
import type { Transaction } from '../db/transaction.ts';
import { one, prepare } from '../db/sql.ts';
import type { LoadedGuarantee } from '../revenue/guarantee-store.ts';
import { batchQuery, type Wanted } from './load-query.ts';

/** Ids are decimal text here, because JSON numbers cannot hold them. */
export type LoadedSubmission = {
  owner: number;
  message: string;
  id: string;
  digest: string;
  answer: string;
  at: string;
  batch: string;
  frame: number;
};
export type LoadedParcel = {
  shard: number;
  id: string;
  scheme: string;
  number: string;
  state: string;
  outsideAt: number;
  outsideBefore: OutsideState;
};
export type LoadedOrderLink = { order: string; target: string; shard: number; parcel: boolean };
export type LoadedStatement = {
  shard: number;
  id: string;
  submission: string;
  owner: string;
  kind: StatementKind;
  function: StatementFunction;
  profile: Profile;
  stated: number;
  received: number;
  quality: number;
  findings: string;
  facts: string;
};

export type Loaded = {
  readonly submissions: readonly LoadedSubmission[];
  readonly parcels: readonly LoadedParcel[];
  readonly links: readonly LoadedOrderLink[];
  readonly statements: readonly LoadedStatement[];
  /** Party key as decimal text to parcels of the day. */
  readonly partyDays: Readonly<Record<string, number>>;
  /** Deferment accounts that were looked up; those among the guarantees are limited. */
  readonly accounts: readonly string[];
  readonly guarantees: readonly LoadedGuarantee[];
  /** Of this connection: which share of a guarantee it uses. */
  readonly stripe: number;
};

/** Reads one batch's knowledge. Plans are made once a connection; all look-ups go by primary key. */
export async function loadBatch(transaction: Transaction, wanted: Wanted): Promise<Loaded> {
  const row = await one<LoadedRow>(transaction, prepare(batchQuery(wanted)));
  return {
    submissions: parseOwn(row.submissions),
    parcels: parseOwn(row.parcels),
    links: parseOwn(row.links),
    statements: parseOwn(row.statements),
    partyDays: parseOwn(row.partyDays),
    accounts: wanted.accounts,
    guarantees: parseOwn(row.guarantees),
    stripe: row.stripe,
  };
}

type LoadedRow = Readonly<
  Record<
    'submissions' | 'parcels' | 'links' | 'statements' | 'partyDays' | 'guarantees',
    string
  > & {
    stripe: number;
  }
>;
