/** Verifies the journal against the log: every body is a leaf in its place, every column agrees with its body, nothing is missing. */
import type { Json } from '../../domain/kernel/canonical-json.ts';
import type { Queryable } from '../db/sql.ts';
import { readLeafTiles, type LogHead } from './log-store.ts';
import { HASH_BYTES, leafHash } from './merkle.ts';
import { toBase64Url } from './base64.ts';
import { writeMoment } from './moment.ts';
import { RECEIPTS_COMMAND } from './receipts.ts';
import {
  LOG_START,
  readBatchRoots,
  readBrokenSequences,
  readLoggedEntries,
  type LoggedEntry,
} from './store.ts';
import type { Findings } from './verify-report.ts';

const ENTRIES_PER_PAGE = 2_000;
const TILE_WIDTH = 256;
const SEQUENCES_SHOWN = 20;

/** A sealed transaction while its rows pass by. */
type Passing = {
  readonly transactionId: string;
  readonly firstIndex: number;
  readonly entryCount: number;
  readonly rows: { readonly entryId: bigint; readonly leaf: string }[];
};

export async function verifyEntries(
  on: Queryable,
  head: LogHead,
  findings: Findings,
): Promise<void> {
  let passing: Passing | null = null;
  let nextIndex = 0;
  const leaves = leafReader(on);
  const finish = async (): Promise<void> => {
    if (passing === null) return;
    verifyTransaction(passing, await leaves(passing), findings);
    nextIndex = passing.firstIndex + passing.entryCount;
    passing = null;
  };
  for (let after = LOG_START, isLast = false; !isLast;) {
    const page = await readLoggedEntries(on, { after, limit: ENTRIES_PER_PAGE });
    for (const entry of page) {
      verifyColumns(entry, findings);
      if (entry.transactionId !== passing?.transactionId) {
        await finish();
        passing = begin(entry, head, findings);
        if (passing !== null) reportGap({ from: nextIndex, to: passing.firstIndex }, findings);
      }
      passing?.rows.push({
        entryId: entry.entryId,
        leaf: toBase64Url(leafHash(Buffer.from(entry.body))),
      });
    }
    await verifyIssued(on, page, findings);
    findings.counts.entries += page.length;
    after = page.at(-1) ?? after;
    isLast = page.length < ENTRIES_PER_PAGE;
  }
  await finish();
  reportGap({ from: nextIndex, to: Number(head.size) }, findings);
  for (const { parcelId } of await readBrokenSequences(on, SEQUENCES_SHOWN)) {
    const sentence = 'The entries of the parcel do not count 1, 2, 3 and so on.';
    findings.add({ code: 'sequence-broken', where: `parcel ${parcelId}`, sentence });
  }
}

function begin(entry: LoggedEntry, head: LogHead, findings: Findings): Passing | null {
  const { transactionId, firstIndex, entryCount } = entry;
  if (firstIndex !== null && entryCount !== null)
    return { transactionId, firstIndex: Number(firstIndex), entryCount, rows: [] };
  if (BigInt(transactionId) > BigInt(head.lastTransactionId)) findings.counts.unsealed++;
  else {
    const sentence = 'The entry claims a transaction that was over when the log passed it by.';
    findings.add({ code: 'entry-outside-log', where: `entry ${entry.entryId}`, sentence });
  }
  return null;
}

function reportGap(
  { from, to }: { readonly from: number; readonly to: number },
  findings: Findings,
): void {
  if (from === to) return;
  const isMissing = from < to;
  const where = `entries ${Math.min(from, to)} to ${Math.max(from, to) - 1} of the log`;
  findings.add({
    code: isMissing ? 'entry-missing' : 'index-repeated',
    where,
    sentence: isMissing
      ? 'The log holds entries that the journal has no longer.'
      : 'Two transactions claim these places in the log.',
  });
}

function verifyTransaction(
  passing: Passing,
  expected: readonly string[],
  findings: Findings,
): void {
  const known = new Set(expected);
  passing.rows.forEach(({ entryId, leaf }, position) => {
    if (expected[position] === leaf) return;
    const where = `entry ${entryId}`;
    if (!known.has(leaf)) {
      findings.add({
        code: 'entry-altered',
        where,
        sentence: 'The entry is not the one that was sealed.',
      });
    } else if (passing.rows.length === passing.entryCount) {
      findings.add({
        code: 'entry-moved',
        where,
        sentence: 'The entry was sealed in another place.',
      });
    }
  });
  const missing = passing.entryCount - passing.rows.length;
  if (missing === 0) return;
  const where = `entries ${passing.firstIndex} to ${passing.firstIndex + passing.entryCount - 1} of the log`;
  findings.add({
    code: missing > 0 ? 'entry-missing' : 'entry-added',
    where,
    sentence: `${passing.entryCount} entries were sealed here and ${passing.rows.length} are in the journal.`,
  });
}

type LeafReader = (passing: Passing) => Promise<readonly string[]>;

const TILES_AHEAD = 64;

/** Gives the leaf hashes that were sealed for a transaction, as text; tiles are read ahead, since transactions come in order. */
function leafReader(on: Queryable): LeafReader {
  let tiles = new Map<number, Uint8Array>();
  return async ({ firstIndex, entryCount }) => {
    const firstTile = Math.floor(firstIndex / TILE_WIDTH);
    const lastTile = Math.floor((firstIndex + entryCount - 1) / TILE_WIDTH);
    if (!tiles.has(firstTile) || !tiles.has(lastTile)) {
      const page = {
        from: BigInt(firstTile),
        limit: Math.max(lastTile - firstTile + 1, TILES_AHEAD),
      };
      tiles = new Map((await readLeafTiles(on, page)).map(({ index, hashes }) => [index, hashes]));
    }
    return Array.from({ length: entryCount }, (_, offset) => {
      const index = firstIndex + offset;
      const at = (index % TILE_WIDTH) * HASH_BYTES;
      return toBase64Url(
        tiles.get(Math.floor(index / TILE_WIDTH))?.subarray(at, at + HASH_BYTES) ??
          new Uint8Array(),
      );
    });
  };
}

function verifyColumns(entry: LoggedEntry, findings: Findings): void {
  const body = bodyOf(entry.body);
  const stated = {
    actor: entry.actor,
    at: writeMoment(entry.at.epochMilliseconds),
    command: entry.kind,
    entry: `${entry.entryId}`,
    parcel: `${entry.parcelId}`,
    sequence: entry.sequence,
  };
  for (const [member, value] of Object.entries(stated)) {
    if (body?.[member] === value) continue;
    const sentence =
      body === null
        ? 'The body is not a JSON object.'
        : `The column and the body differ in ${member}.`;
    findings.add({ code: 'columns-differ', where: `entry ${entry.entryId}`, sentence });
    return;
  }
}

function bodyOf(text: string): Readonly<Record<string, Json | undefined>> | null {
  try {
    const body = JSON.parse(text) as Json;
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
    return isObject ? (body as Readonly<Record<string, Json>>) : null;
  } catch {
    return null;
  }
}

/** Every batch of receipts that the journal says was issued must be there, under the same root. */
async function verifyIssued(
  on: Queryable,
  page: readonly LoggedEntry[],
  findings: Findings,
): Promise<void> {
  const issued = page
    .filter(({ kind }) => kind === RECEIPTS_COMMAND)
    .flatMap(({ body }) => issuedIn(body));
  if (issued.length === 0) return;
  const roots = await readBatchRoots(
    on,
    issued.map(({ batch }) => batch),
  );
  for (const { batch, root } of issued) {
    const stored = roots.get(batch);
    if (stored !== undefined && toBase64Url(stored) === root) continue;
    const sentence =
      stored === undefined
        ? 'A batch of receipts that was issued is gone.'
        : 'A batch of receipts was issued under another root.';
    findings.add({ code: 'receipts-altered', where: `receipt batch ${batch}`, sentence });
  }
}

function issuedIn(body: string): { readonly batch: bigint; readonly root: string }[] {
  const match =
    /"events":\[\{"batch":"([0-9]{1,19})","count":[0-9]+,"root":"([\w-]{43})","type":"receipts-issued"\}\]/.exec(
      body,
    );
  return match?.[1] === undefined || match[2] === undefined
    ? []
    : [{ batch: BigInt(match[1]), root: match[2] }];
}
