/** Checks a handed-over key of random selection: against the commitment of its day, and against every draw that the journal holds. */
import { writeDay, type Day } from '../../domain/kernel/day.ts';
import type { Queryable } from '../db/sql.ts';
import { toBase64Url } from '../journal/base64.ts';
import { recordedDraws } from './recorded-draw.ts';
import { bucketKey, bucketOf, commitmentOf, drawWith } from './selection.ts';
import {
  BEFORE_ALL,
  isCommitmentJournaled,
  readDrawn,
  type CommitmentRow,
  type DrawnRow,
} from './selection-store.ts';

export type SelectionProblem = {
  readonly code: string;
  readonly where: string;
  readonly sentence: string;
};

export type SelectionReport = {
  readonly ok: boolean;
  readonly day: string;
  /** Whether the commitment was bound before the day began; where it was not, nobody can rule out that the key was chosen. */
  readonly ahead: boolean;
  readonly draws: number;
  readonly selected: number;
  readonly problemCount: number;
  /** The first hundred. */
  readonly problems: readonly SelectionProblem[];
};

const PROBLEMS_KEPT = 100;
const ENTRIES_PER_PAGE = 1_000;

export type HandedKey = {
  readonly day: Day;
  readonly dayKey: Uint8Array;
  /** From whoever kept it, or from the database itself. */
  readonly published: Pick<CommitmentRow, 'commitment' | 'bucketBits' | 'isAhead'>;
};

type Tally = {
  draws: number;
  selected: number;
  problemCount: number;
  readonly problems: SelectionProblem[];
};

function add(tally: Tally, problem: SelectionProblem): void {
  tally.problemCount++;
  if (tally.problems.length < PROBLEMS_KEPT) tally.problems.push(problem);
}

/** Every draw is made again from the key; with a key that the commitment does not bind, none of them would say anything. */
export async function verifySelectionKey(on: Queryable, handed: HandedKey): Promise<SelectionReport> {
  const { day, dayKey, published } = handed;
  const written = writeDay(day);
  const tally: Tally = { draws: 0, selected: 0, problemCount: 0, problems: [] };
  const commitment = await commitmentOf(dayKey, published.bucketBits);
  const isBound = Buffer.from(commitment).equals(published.commitment);
  if (!isBound)
    add(tally, { code: 'selection-key-foreign', where: written, sentence: 'the key is not the one that the commitment of the day binds' });
  const text = toBase64Url(published.commitment);
  if (!(await isCommitmentJournaled(on, { day, commitment: text })))
    add(tally, { code: 'selection-commitment-not-journaled', where: written, sentence: 'the journal does not hold the commitment of the day' });
  if (isBound) await drawAgain(on, handed, tally);
  return {
    ok: tally.problemCount === 0,
    day: written,
    ahead: published.isAhead,
    ...tally,
  };
} // prettier-ignore

async function drawAgain(on: Queryable, handed: HandedKey, tally: Tally): Promise<void> {
  for (let after = BEFORE_ALL, isLast = false; !isLast;) {
    const page = await readDrawn(on, { day: handed.day, after, limit: ENTRIES_PER_PAGE });
    for (const row of page) checkEntry(row, handed, tally);
    after = page.at(-1) ?? after;
    isLast = page.length < ENTRIES_PER_PAGE;
  }
}

function checkEntry(row: DrawnRow, { day, dayKey, published }: HandedKey, tally: Tally): void {
  const where = `entry ${row.entryId.toString()} of parcel ${row.parcelId.toString()}`;
  if (row.scheme === null || row.number === null) {
    add(tally, { code: 'selection-parcel-missing', where, sentence: 'the parcel that was drawn for is gone' });
    return;
  }
  const reference = `${row.scheme}:${row.number}`;
  const key = bucketKey(dayKey, bucketOf(reference, published.bucketBits));
  for (const { stratum, draw, threshold, selected } of recordedDraws(row.body, writeDay(day))) {
    tally.draws++;
    if (selected) tally.selected++;
    if (drawWith(key, { reference, day, stratum }) !== draw)
      add(tally, { code: 'selection-draw-differs', where, sentence: `the key does not draw ${draw.toString()} for ${reference} in the stratum ${stratum}` });
    if (selected !== draw < threshold)
      add(tally, { code: 'selection-outcome-differs', where, sentence: `${draw.toString()} against ${threshold.toString()} was told as ${selected ? '' : 'not '}selected` });
  }
} // prettier-ignore
