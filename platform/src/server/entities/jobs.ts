/** Reads new parties behind the sealed log, folds what they show to fingerprints, and links those that are seen to be one. */
import { placeParty, type KnownParty, type Neighbour } from '../../domain/parties/match.ts';
import type { WireParty } from '../../domain/advance-data/wire.ts';
import { readParty } from '../../domain/advance-data/read-party.ts';
import { traitsOf } from '../../domain/parties/traits.ts';
import type { Transaction } from '../db/transaction.ts';
import { readWire } from '../gateways/json/read-wire.ts';
import { handle, jobKind, type Effect, type JobHandler } from '../jobs/job.ts';
import type { ScheduledSubject } from '../jobs/schedule.ts';
import { journalRow } from '../journal/entry.ts';
import * as log from '../journal/log-reader.ts';
import { appendEntry } from '../journal/store.ts';
import type { Platform } from '../world.ts';
import * as store from './store.ts';

type World = Pick<Platform, 'database' | 'segments' | 'tools' | 'ids'>;

const READER = 'parties';
/** Rarely and little at a time: intake has the processors first, and who is one with whom may wait. */
const EVERY_SECONDS = 60;
/** Transactions of one round; each is a pass of up to 500 messages. */
const TRANSACTIONS_MAX = 5;
/** Parties after which a run ends. */
const PARTIES_ENOUGH = 2_000;
const PARTIES_PER_PAGE = 5_000;
/** A trait of more parties than this is a mail forwarder's address or a common name. */
const SHARED_MAX = 50;
const MATCHING = 'job:matching';

export const matchJob = (world: World): JobHandler =>
  handle(jobKind<ScheduledSubject>('match-parties'), {
    everySeconds: EVERY_SECONDS,
    role: 'intake',
    run: (_job, { signal }) => matchNewParties(world, signal),
  });

/** A party whose traits are fingerprints. */
type Printed = { readonly partyKey: bigint; readonly party: KnownParty };

/** Messages are opened outside the transaction; where another worker was faster, nothing of this is written. */
export async function matchNewParties(
  world: World,
  signal: AbortSignal = new AbortController().signal,
): Promise<Effect> {
  const pool = world.database.intake;
  const from = await log.readNextIndex(pool, READER);
  const printed = new Map<bigint, Printed>();
  let to = from;
  while (printed.size < PARTIES_ENOUGH && !signal.aborted) {
    const sealed = await log.readSealed(pool, to, TRANSACTIONS_MAX);
    const last = sealed.at(-1);
    if (last === undefined) break;
    const transactionIds = sealed.map(({ transactionId }) => transactionId);
    for (const party of await newParties(world, transactionIds, signal))
      printed.set(party.partyKey, party);
    // A round that was broken off is read again: those it has placed are known then.
    if (isBrokenOff(signal)) break;
    to = last.firstIndex + BigInt(last.entryCount);
    if (sealed.length < TRANSACTIONS_MAX) break;
  }
  await world.ids.ready();
  return async (transaction) => {
    if (to === from || !(await log.moveReader(transaction, { reader: READER, from, to }))) return;
    await placeAll(world, transaction, [...printed.values()]);
  };
}

const isBrokenOff = (signal: AbortSignal): boolean => signal.aborted;

const FIRST_KEY = -(2n ** 63n);

async function newParties(
  world: World,
  transactionIds: readonly string[],
  signal: AbortSignal,
): Promise<readonly Printed[]> {
  const parties: Printed[] = [];
  for (let after = FIRST_KEY, isLast = false; !isLast;) {
    const page = await store.readNewParties(world.database.intake, { transactionIds, after }, PARTIES_PER_PAGE); // prettier-ignore
    const byBatch = Map.groupBy(page, ({ batchId }) => batchId);
    for (const [batchId, rows] of byBatch) {
      if (signal.aborted) return parties;
      parties.push(...(await readBatch(world, batchId, rows)));
    }
    after = page.at(-1)?.partyKey ?? after;
    isLast = page.length < PARTIES_PER_PAGE;
  }
  return parties;
}

/** Opens a segment once and reads each of its messages once; what can no longer be read shows nothing. */
async function readBatch(
  { segments, tools }: World,
  batchId: bigint,
  rows: readonly store.NewParty[],
): Promise<readonly Printed[]> {
  const reading = await segments.segment(batchId);
  if (reading.kind !== 'open') return [];
  return [...Map.groupBy(rows, ({ frame }) => frame)].flatMap(([frame, named]) => {
    const bytes = reading.frames[frame];
    const message = bytes === undefined ? null : readWire(bytes);
    if (message === null || !('wire' in message)) return [];
    return named.flatMap(({ partyKey, role, consignment }) => {
      // The first party of a role is the one that facts are made of.
      const wire = message.wire.consignments[consignment]?.parties?.find((each) => each.role === role); // prettier-ignore
      return wire === undefined ? [] : [printed(tools.context, partyKey, wire)];
    });
  });
}

function printed(
  { fingerprint }: Platform['tools']['context'],
  partyKey: bigint,
  wire: WireParty,
): Printed {
  const traits = traitsOf(readParty(wire)).map(({ kind, text }) => ({
    kind,
    text: printOf(fingerprint(`trait ${kind} ${text}`)),
  }));
  return { partyKey, party: { key: partyKey.toString(), traits } };
}

const printOf = (hexadecimal: string): string => BigInt.asIntN(64, BigInt(`0x${hexadecimal}`)).toString(); // prettier-ignore

/** What is known of parties that may be one with others, in memory while a run places one after the other. */
type Known = {
  readonly parties: Map<string, Neighbour>;
  /** Keys by print of a trait that may tell somebody apart. */
  readonly sharers: Map<string, string[]>;
  readonly members: Map<string, string[]>;
};

const telling = ({ traits }: KnownParty) => traits.filter(({ kind }) => kind !== 'person');

function remember({ parties, sharers, members }: Known, party: Neighbour): void {
  const before = parties.get(party.key);
  parties.set(party.key, party);
  if (before === undefined)
    for (const { text } of telling(party)) sharers.set(text, [...(sharers.get(text) ?? []), party.key]);
  if (party.entity !== null && before?.entity !== party.entity)
    members.set(party.entity, [...(members.get(party.entity) ?? []), party.key]);
} // prettier-ignore

function neighboursIn({ parties, sharers, members }: Known, party: KnownParty): readonly Neighbour[] {
  const keys = new Set<string>();
  for (const { text } of telling(party)) {
    const sharing = sharers.get(text) ?? [];
    if (sharing.length <= SHARED_MAX) for (const key of sharing) keys.add(key);
  }
  for (const key of [...keys])
    for (const member of members.get(parties.get(key)?.entity ?? '') ?? []) keys.add(member);
  keys.delete(party.key);
  return [...keys].flatMap((key) => parties.get(key) ?? []);
} // prettier-ignore

async function placeAll(
  { tools }: World,
  transaction: Transaction,
  printed: readonly Printed[],
): Promise<void> {
  const prints = [...new Set(printed.flatMap(({ party }) => telling(party).map(({ text }) => BigInt(text))))]; // prettier-ignore
  const known: Known = { parties: new Map(), sharers: new Map(), members: new Map() };
  for (const neighbour of neighboursOf(await store.readNeighbours(transaction, prints, SHARED_MAX)))
    remember(known, neighbour);
  const at = Temporal.Instant.fromEpochMilliseconds(tools.now());
  const opened: bigint[] = [];
  const links: store.LinkDraft[] = [];
  for (const { party } of printed) {
    const placement = placeParty(party, neighboursIn(known, party));
    remember(known, { ...party, entity: null });
    if (placement === null) continue;
    const entityId = placement.entity === null ? tools.context.nextId() : BigInt(placement.entity);
    if (placement.entity === null) opened.push(entityId);
    for (const { key, match } of placement.links) {
      const traits = known.parties.get(key)?.traits ?? party.traits;
      remember(known, { key, traits, entity: entityId.toString() });
      links.push({ partyKey: BigInt(key), entityId, at, author: MATCHING, confidence: match.confidence, because: match.because.join(';') }); // prettier-ignore
    }
  }
  await store.insertTraits(
    transaction,
    printed.flatMap(({ partyKey, party }) =>
      party.traits.map(({ kind, text }) => ({ partyKey, kind, print: BigInt(text) })),
    ),
  );
  if (links.length === 0) return;
  await store.insertEntities(transaction, opened, at);
  await store.insertLinks(transaction, links);
  const events = links.map(({ partyKey, entityId, confidence, because }) => ({ type: 'party-linked', party: partyKey.toString(), entity: entityId.toString(), confidence, because })); // prettier-ignore
  await appendEntityEntry(tools, transaction, {
    actor: MATCHING,
    command: 'match-parties',
    events,
  });
}

function neighboursOf(rows: readonly store.TraitRow[]): readonly Neighbour[] {
  const byKey = Map.groupBy(rows, ({ partyKey }) => partyKey);
  return [...byKey].map(([key, traits]) => ({
    key: key.toString(),
    entity: traits[0]?.entityId?.toString() ?? null,
    traits: traits.map(({ kind, print }) => ({ kind, text: print.toString() })),
  }));
}

type EntityEntry = {
  readonly actor: string;
  readonly command: string;
  readonly events: readonly object[];
};

/** Entries about entities concern no parcel; they name parties by their keys alone. */
export async function appendEntityEntry(
  { context, now }: Platform['tools'],
  transaction: Transaction,
  { actor, command, events }: EntityEntry,
): Promise<void> {
  const entry = {
    ...{ shardKey: 0, parcelId: 0n, sequence: 0 },
    ...{ entryId: context.nextId(), at: now(), actor, command },
    ...{ versions: '{}', input: null, commitments: [], events: JSON.stringify(events) },
  };
  await appendEntry(transaction, journalRow(entry));
}
