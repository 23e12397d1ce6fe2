/** What the journal keeps of a statement: whose it was, of which kind, what was found; never its personal content. */
import type { Finding } from '../kernel/finding.ts';
import type { ParcelFacts } from './parcel-facts.ts';
import {
  STATEMENT_KINDS,
  type Statement,
  type StatementFunction,
  type StatementKind,
} from './statement.ts';

export type StatementMade = {
  readonly type: 'statement-made';
  /** Statement id as decimal text. */
  readonly statement: string;
  readonly shard: number;
  readonly kind: StatementKind;
  readonly function: StatementFunction;
  readonly owner: string;
  readonly quality: number;
  /** 'code pointer' of each finding, errors first. */
  readonly findings: readonly string[];
};

/** Which facts are in use after a statement: what lists, queues and statistics look for, without goods texts or persons. */
export type FactsChosen = {
  readonly type: 'facts-chosen';
  readonly direction: string;
  readonly mode: string | null;
  readonly channel: string | null;
  readonly nature: string | null;
  readonly from: string | null;
  readonly means: string | null;
  /** Milliseconds since the epoch. */
  readonly arrivalAt: number | null;
  readonly items: number;
  readonly orders: number;
  readonly streams: readonly string[];
  /** Statement whose items are in use, as decimal text. */
  readonly itemsFrom: string | null;
  /** 'code pointer' of each disagreement between the sources. */
  readonly disagreements: readonly string[];
};

const inShort = (findings: readonly Finding[]): readonly string[] =>
  findings.map((finding) => `${finding.code} ${finding.pointer}`);

export const statementMade = (
  statement: Statement & { readonly shard: number },
): StatementMade => ({
  type: 'statement-made',
  statement: statement.id.toString(),
  shard: statement.shard,
  kind: statement.kind,
  function: statement.function,
  owner: statement.owner,
  quality: statement.quality,
  findings: inShort(statement.findings),
});

export const factsChosen = (
  facts: ParcelFacts,
  disagreements: readonly Finding[],
): FactsChosen => ({
  type: 'facts-chosen',
  direction: facts.direction,
  mode: facts.mode ?? null,
  channel: facts.channel ?? null,
  nature: facts.nature ?? null,
  from: facts.countryOfDispatch ?? null,
  means: facts.transport?.means ?? null,
  arrivalAt: facts.transport?.arrivalAt ?? null,
  items: facts.items.length,
  orders: facts.orderNumbers.length,
  streams: STATEMENT_KINDS.filter((kind) => facts.streams[kind]),
  itemsFrom: facts.sources['items']?.toString() ?? null,
  disagreements: inShort(disagreements),
});
