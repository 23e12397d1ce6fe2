/** Reads new parties behind the sealed log, folds what they show to fingerprints, and links those that are seen to be one. */
import { shardOf } from '../../domain/kernel/shard.ts';
import { placeParty, type KnownParty, type Neighbour } from '../../domain/parties/match.ts';
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
const EVERY_SECONDS = 30;
/** Transactions of one round; each is a pass of up to 500 messages. */
const TRANSACTIONS_MAX = 50;
/** Parties after which a run ends: each takes some milliseconds. */
const PARTIES_ENOUGH = 2_000;
const PARTIES_PER_PAGE = 5_000;
/** A trait of more parties than this is a mail forwarder's address or a common name. */
const SHARED_MAX = 200;
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
  while (printed.size < PARTIES_ENOUGH) {
    const sealed = await log.readSealed(pool, to, TRANSACTIONS_MAX);
    const last = sealed.at(-1);
    if (last === undefined) break;
    const transactionIds = sealed.map(({ transactionId }) => transactionId);
    for await (const party of newParties(world, transactionIds)) {
      signal.throwIfAborted();
      printed.set(party.partyKey, party);
    }
    to = last.firstIndex + BigInt(last.entryCount);
    if (sealed.length < TRANSACTIONS_MAX) break;
  }
  await world.ids.ready();
  return async (transaction) => {
    if (to === from || !(await log.moveReader(transaction, { reader: READER, from, to }))) return;
    for (const each of printed.values()) await place(world, transaction, each);
  };
}

const FIRST_KEY = -(2n ** 63n);

async function* newParties(
  world: World,
  transactionIds: readonly string[],
): AsyncGenerator<Printed> {
  for (let after = FIRST_KEY, isLast = false; !isLast;) {
    const page = await store.readNewParties(world.database.intake, { transactionIds, after }, PARTIES_PER_PAGE); // prettier-ignore
    for (const row of page) {
      const party = await readPrinted(world, row);
      if (party !== null) yield party;
    }
    after = page.at(-1)?.partyKey ?? after;
    isLast = page.length < PARTIES_PER_PAGE;
  }
}

/** Null when the message can no longer be read. */
async function readPrinted(
  { segments, tools }: World,
  { partyKey, role, batchId, frame, consignment }: store.NewParty,
): Promise<Printed | null> {
  const reading = await segments.frame(batchId, frame);
  if (reading.kind !== 'open') return null;
  const message = readWire(reading.frame);
  if (!('wire' in message)) return null;
  // The first party of a role is the one that facts are made of.
  const wire = message.wire.consignments[consignment]?.parties?.find((party) => party.role === role); // prettier-ignore
  if (wire === undefined) return null;
  const traits = traitsOf(readParty(wire)).map(({ kind, text }) => ({
    kind,
    text: printOf(tools.context.fingerprint(`trait ${kind} ${text}`)),
  }));
  return { partyKey, party: { key: partyKey.toString(), traits } };
}

const printOf = (hexadecimal: string): string => BigInt.asIntN(64, BigInt(`0x${hexadecimal}`)).toString(); // prettier-ignore

async function place(
  { tools }: World,
  transaction: Transaction,
  { partyKey, party }: Printed,
): Promise<void> {
  const prints = party.traits.map(({ kind, text }) => ({ kind, print: BigInt(text) }));
  const shared = prints.filter(({ kind }) => kind !== 'person').map(({ print }) => print);
  const rows = await store.readNeighbours(transaction, shared, SHARED_MAX);
  await store.insertTraits(transaction, partyKey, prints);
  const placement = placeParty(party, neighboursOf(rows));
  if (placement === null) return;
  const now = tools.now();
  const at = Temporal.Instant.fromEpochMilliseconds(now);
  const entityId = placement.entity === null ? tools.context.nextId() : BigInt(placement.entity);
  if (placement.entity === null) await store.insertEntity(transaction, { entityId, at });
  for (const { key, match } of placement.links)
    await store.insertLink(transaction, {
      ...{ partyKey: BigInt(key), entityId, at, author: MATCHING },
      ...{ confidence: match.confidence, because: match.because.join(';') },
    });
  const events = placement.links.map(({ key, match }) => ({ type: 'party-linked', party: key, entity: entityId.toString(), ...match })); // prettier-ignore
  await appendEntityEntry(tools, transaction, { entityId, actor: MATCHING, command: 'match-parties', events }); // prettier-ignore
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
  readonly entityId: bigint;
  readonly actor: string;
  readonly command: string;
  readonly events: readonly object[];
};

/** Entries about entities concern no parcel; they name parties by their keys alone. */
export async function appendEntityEntry(
  { context, now }: Platform['tools'],
  transaction: Transaction,
  { entityId, actor, command, events }: EntityEntry,
): Promise<void> {
  const entry = {
    ...{ shardKey: shardOf(entityId.toString()), parcelId: 0n, sequence: 0 },
    ...{ entryId: context.nextId(), at: now(), actor, command },
    ...{ versions: '{}', input: null, commitments: [], events: JSON.stringify(events) },
  };
  await appendEntry(transaction, journalRow(entry));
}
