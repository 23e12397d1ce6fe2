/** Moves parcels on by a statement: hands the journey its facts, keeps the entry it makes, and links orders to parcels. */
import { statementMade } from '../../domain/advance-data/events.ts';
import { takeStatement, type JourneyInput, type KeptStatement } from '../../domain/journey.ts';
import { writeInputRecord } from '../../domain/journey-record.ts';
import { canonicalJson } from '../../domain/kernel/canonical-json.ts';
import { dayAt } from '../../domain/kernel/instant.ts';
import { present } from '../../domain/kernel/invariant.ts';
import { outsideOf } from '../../domain/release/custody.ts';
import type { Batch, StatementDraft } from './batch.ts';
import { knowledgeOf } from './knowledge.ts';
import { followOutside, orderOf, referenceKey, type WorkingParcel } from './working-set.ts';

/** A statement that names its parcel. Orders it names for the first time bring their waiting statements along. */
export function advanceParcel(batch: Batch, parcel: WorkingParcel, draft: StatementDraft): void {
  const linked = linkOrders(batch, parcel, draft.statement.facts.orderNumbers);
  move(batch, parcel, {
    statement: draft.statement,
    linked,
    messages: [draft.message],
    actor: draft.statement.owner,
  });
}

/** A statement that names only orders moves every parcel that ships them; with none it waits. */
export function advanceOrder(batch: Batch, draft: StatementDraft): readonly WorkingParcel[] {
  const moved = new Set<WorkingParcel>();
  for (const number of draft.statement.facts.orderNumbers) {
    const order = orderOf(batch.working.orders, number);
    const place = nextPlace(order);
    remember(batch, order, 'statements');
    order.statements = [...order.statements, draft.statement];
    batch.links.push({
      shard: order.shard,
      order: number,
      place,
      target: draft.statement.id,
      targetShard: draft.statement.shard,
      isParcel: false,
    });
    for (const parcel of order.parcels) moved.add(parcel);
  }
  for (const parcel of moved)
    move(batch, parcel, {
      statement: null,
      linked: [draft.statement],
      messages: [draft.message],
      actor: draft.statement.owner,
    });
  if (moved.size === 0) park(batch, draft);
  return [...moved];
}

function park(batch: Batch, { statement, message }: StatementDraft): void {
  batch.entries.push({
    shard: statement.shard,
    stream: statement.id,
    sequence: 1,
    at: batch.at,
    actor: statement.owner,
    command: `submit-${statement.kind}`,
    events: [statementMade(statement)],
    versions: '{}',
    input: null,
    messages: [message],
  });
}

/** Links orders the parcel ships; returns their statements that do not speak about the parcel yet. */
function linkOrders(
  batch: Batch,
  parcel: WorkingParcel,
  numbers: readonly string[],
): readonly KeptStatement[] {
  const linked: KeptStatement[] = [];
  for (const number of numbers) {
    const order = orderOf(batch.working.orders, number);
    if (order.parcels.includes(parcel)) continue;
    const place = nextPlace(order);
    remember(batch, order, 'parcels');
    order.parcels = [...order.parcels, parcel];
    batch.links.push({
      shard: order.shard,
      order: number,
      place,
      target: parcel.id,
      targetShard: parcel.shard,
      isParcel: true,
    });
    linked.push(...order.statements.filter((statement) => !speaksAbout(parcel, statement)));
  }
  return linked;
}

const speaksAbout = (parcel: WorkingParcel, statement: KeptStatement): boolean =>
  parcel.statements.some((known) => known.id === statement.id);

type Order = ReturnType<typeof orderOf>;

/** Two passes that did not see each other take the same place, and the record refuses the later one, which is decided again. */
const nextPlace = ({ parcels, statements }: Order): number => parcels.length + statements.length;

function remember(batch: Batch, order: Order, what: 'parcels' | 'statements'): void {
  const { parcels, statements } = order;
  batch.undo.push(() => {
    if (what === 'parcels') order.parcels = parcels;
    else order.statements = statements;
  });
}

type Step = {
  readonly statement: KeptStatement | null;
  readonly linked: readonly KeptStatement[];
  readonly messages: readonly number[];
  readonly actor: string;
};

function move(batch: Batch, parcel: WorkingParcel, step: Step): void {
  const day = dayAt(batch.at, batch.context.zoneOffsetMinutes);
  const input: JourneyInput = {
    at: batch.at,
    reference: parcel.reference,
    period: parcel.period,
    before: parcel.state,
    earlier: parcel.statements,
    linked: step.linked,
    statement: step.statement,
    knowledgeOf: (facts) =>
      knowledgeOf(batch, { parcel, declarant: declarantOf(parcel, step.statement) }, facts),
    drawOf: (stratum) =>
      batch.context.draw({ reference: referenceKey(parcel.reference), day, stratum }),
    guaranteeOf: batch.guarantees.of,
    lawOf: (version) =>
      present(batch.quotes.laws.get(version), 'the law of a quote was loaded with it'),
  };
  const outcome = takeStatement(input, batch.context.law);
  rememberParcel(batch, parcel);
  batch.undo.push(batch.guarantees.book(outcome.events));
  followOutside(parcel, outsideOf(outcome.state.custody), batch.at);
  parcel.state = outcome.state;
  parcel.facts = outcome.facts;
  parcel.statements = [
    ...parcel.statements,
    ...step.linked,
    ...(step.statement === null ? [] : [step.statement]),
  ];
  parcel.isChanged = true;
  batch.entries.push({
    shard: parcel.shard,
    stream: parcel.id,
    sequence: outcome.state.version,
    at: batch.at,
    actor: step.actor,
    command: step.statement === null ? 'link-statement' : `submit-${step.statement.kind}`,
    events: outcome.events,
    versions: canonicalJson({ law: outcome.law }),
    input: writeInputRecord(input, outcome),
    messages: step.messages,
  });
}

function rememberParcel(batch: Batch, parcel: WorkingParcel): void {
  const { state, facts, statements, isChanged, outsideAt, outsideBefore } = parcel;
  batch.undo.push(() => {
    Object.assign(parcel, { state, facts, statements, isChanged, outsideAt, outsideBefore });
  });
}

/** Party code of the declarant after this step; the first speaker while nobody has declared. */
function declarantOf(parcel: WorkingParcel, statement: KeptStatement | null): string | null {
  if (statement?.kind === 'declaration') return statement.owner;
  return parcel.state?.declarant ?? parcel.statements[0]?.owner ?? statement?.owner ?? null;
}
