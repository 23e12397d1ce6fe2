/** The parcel on one page: what was said and done, what each source states, and what is to be judged. */
import type { ParcelFacts } from '../../domain/advance-data/parcel-facts.ts';
import { inForce } from '../../domain/advance-data/in-force.ts';
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import { refusal, type Refusal } from '../../domain/kernel/refusal.ts';
import { failure, success, type Result } from '../../domain/kernel/result.ts';
import type { OutsideState } from '../../domain/kernel/outside-state.ts';
import { readState, type ParcelState } from '../../domain/parcel-state.ts';
import type { Transaction } from '../db/transaction.ts';
import { countryName, officeName } from '../place-names.ts';
import { scoreOf } from '../validation/handlers.ts';
import { clockText, colleague, deskSight, lawOf, read, readColleagues, type Desk, type Names } from './desk.ts'; // prettier-ignore
import { factsMatrix, type Compared } from './facts-matrix.ts';
import { goodsLine } from './goods-line.ts';
import { judgementOf } from './judgement.ts';
import { keepAccess } from './looks.ts';
import { readNotes } from './notes.ts';
import { fromText, isRiskAssessed, laneOf, valueOf } from './queue.ts';
import { readSpoken, type Spoken } from './spoken.ts';
import * as store from './store.ts';
import { openEntry, storyOf, type Entry } from './story.ts';
import { isChargesAssessed, readWorking, type Working } from './working.ts';

export type PageOptions = {
  /** A preview: nothing personal is opened, and the officer has not looked. */
  readonly peek: boolean;
};

type Found = {
  readonly row: store.WorkRow & { readonly outside: OutsideState };
  readonly state: ParcelState;
  readonly entries: readonly Entry[];
  readonly statements: readonly store.SpokenRow[];
  readonly look: store.LookRow | undefined;
  readonly names: Names;
  /** The score of whoever declared it, over thirty days; null where nobody did, or nothing is counted yet. */
  readonly quality: object | null;
};

/** Reads under the officer's name; opening personal content is itself recorded, in the sealed journal. */
export async function parcelPage(
  desk: Desk,
  reference: HouseReference,
  { peek }: PageOptions,
): Promise<Result<object, Refusal>> {
  const found = await read(desk, (transaction) => find(desk, transaction, reference));
  if (found === null)
    return failure(refusal('parcel-not-found', 'There is no parcel with this number.'));
  const spoken = await readSpoken(desk.platform, found.statements, !peek);
  const working = peek ? null : await readWorking(desk.platform, found.entries);
  const notes = peek ? new Map<number, string>() : await readNotes(desk.platform, found.entries);
  if (!peek) await keepAccess(desk, found.row, found.state.version);
  return success(pageOf(desk, { ...found, spoken, notes, working }));
}

async function find(
  desk: Desk,
  transaction: Transaction,
  reference: HouseReference,
): Promise<Found | null> {
  const row = await store.readParcel(transaction, reference);
  if (row === undefined) return null;
  const state = readState(row.state);
  return {
    row,
    state,
    entries: (await store.readEntries(transaction, row)).map(openEntry),
    statements: await store.readStatements(transaction, state.statements),
    look: await store.readLook(transaction, desk.officer.person, row.parcelId),
    names: await readColleagues(transaction),
    quality: await scoreOfFiler(desk, transaction, state.declarant),
  };
}

async function scoreOfFiler(
  { platform }: Desk,
  transaction: Transaction,
  declarant: string | null,
): Promise<object | null> {
  const party = declarant === null ? undefined : platform.parties.byCode(declarant);
  if (party === undefined) return null;
  const { zoneOffsetMinutes } = platform.pack;
  return scoreOf(transaction, party.partyId, { at: platform.now(), zoneOffsetMinutes });
}

type Page = Found & {
  readonly spoken: readonly Spoken[];
  readonly notes: ReadonlyMap<number, string>;
  readonly working: Working | null;
};

function pageOf(desk: Desk, page: Page): object {
  const { row, state, spoken, entries, look } = page;
  const { law } = lawOf(desk, state);
  const clock = (at: number): string => clockText(desk, at);
  const { pack } = desk.platform;
  const wording = {
    clock,
    country: (code: string) => countryName(pack, code),
    office: (code: string) => officeName(pack, code),
  };
  const reference = { scheme: row.scheme, number: row.number };
  const compared = factsMatrix({ reference, standing: inForce(spoken), law, wording });
  const story = storyOf(
    {
      entries,
      spoken,
      seen: look?.version ?? null,
      clock,
      told: { ...wording, name: page.names, sender: (code) => senderName(desk, code) },
      notes: page.notes,
    },
    entries,
  );
  const proposal = proposalOf(desk, page);
  return {
    parcel: headingOf(desk, page, { compared, proposal }),
    story,
    changes: story.filter(({ changed }) => changed === true).length,
    facts: compared.matrix,
    judgement: {
      ...judgementOf(desk, {
        state,
        spoken,
        disagreements: compared.disagreements,
        assessed: latest(entries, isRiskAssessed),
        charges: latest(entries, isChargesAssessed),
        working: page.working,
      }),
      proposal,
    },
  };
}

const senderName = ({ platform }: Desk, code: string): string =>
  platform.parties.byCode(code)?.name ?? code;

type Event = Entry['events'][number];

function latest<Found extends Event>(
  entries: readonly Entry[],
  is: (event: Event) => event is Found,
): Found | null {
  for (const { events } of entries.toReversed()) {
    const found = events.findLast(is);
    if (found !== undefined) return found;
  }
  return null;
}

/** The proposal that waits for a second person, with the time and reason of its entry. */
function proposalOf(desk: Desk, { state, entries, names, notes }: Page): object | null {
  const { proposal } = state.custody;
  if (proposal === null) return null;
  for (const entry of entries.toReversed()) {
    const event = entry.events.findLast((each) => each.type === 'release-proposed' || each.type === 'do-not-load-lift-proposed'); // prettier-ignore
    if (event === undefined || !('reason' in event)) continue;
    return {
      by: colleague(desk, names, proposal.by.person),
      at: clockText(desk, entry.at.epochMilliseconds),
      reason: notes.get(entry.sequence) ?? event.reason.replaceAll('-', ' '),
      you: proposal.by.person === desk.officer.person,
      undone: proposal.undone,
    };
  }
  return null;
}

type Heading = { readonly compared: Compared; readonly proposal: object | null };

function headingOf(desk: Desk, page: Page, { compared, proposal }: Heading): object {
  const { row, state, look, names, spoken } = page;
  const { claim } = state.custody;
  return {
    scheme: row.scheme,
    number: row.number,
    ...laneOf(row, state),
    ...travelOf(desk, page, compared.facts),
    stage: row.stage,
    category: state.custody.decision?.category ?? null,
    outside: row.outside,
    what: goodsLine(compared.facts?.items ?? []),
    value: valueOf(state.charges),
    receiver: receiverOf(spoken),
    filer:
      state.declarant === null
        ? null
        : { code: state.declarant, name: senderName(desk, state.declarant), quality: page.quality },
    claimedBy: claim === null ? null : colleague(desk, names, claim.person),
    lastLookedAt: timeOf(desk, look?.lookedAt.epochMilliseconds),
    version: state.version,
    proposal,
    sight: deskSight(desk),
  };
}

const timeOf = (desk: Desk, at: number | null | undefined): string | null =>
  at === null || at === undefined ? null : clockText(desk, at);

/** Where it comes from, how, when, and whereto. */
function travelOf(desk: Desk, { row, state }: Page, used: ParcelFacts | null): object {
  const { direction, nature, channel, mode, from, arrivalAt } = { ...NOT_STATED, ...state.facts };
  const to = used?.countryOfDestination;
  return {
    direction,
    nature,
    channel,
    mode,
    means: row.means,
    arrivalAt: timeOf(desk, arrivalAt),
    arrivedAt: timeOf(desk, state.custody.arrivedAt),
    dueAt: timeOf(desk, row.dueAt?.epochMilliseconds),
    from: fromText(desk, from),
    to: to === undefined ? null : countryName(desk.platform.pack, to),
  };
}

const NOT_STATED = { direction: null, nature: null, channel: null, mode: null, from: null, arrivalAt: null } as const; // prettier-ignore

/** Name and place of the receiver, from the latest statement that was opened and names one. */
function receiverOf(spoken: readonly Spoken[]): string | null {
  const party = spoken.findLast(({ named }) => named?.has('consignee') === true)?.named?.get('consignee'); // prettier-ignore
  if (party === undefined) return null;
  return [party.name, party.address?.city].filter((part) => part !== undefined).join(', ');
}
