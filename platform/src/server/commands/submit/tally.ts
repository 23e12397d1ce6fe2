/** Counts what became of the messages of a run, and keeps the findings that are listed. */
import type { Finding } from '../../../domain/kernel/finding.ts';
import type { Lane } from '../../../domain/kernel/lane.ts';
import type { DoorMessage, DoorRefusal, Place } from '../../gateways/door.ts';
import { placeOfFinding } from '../../gateways/finding-place.ts';
import { told, type Submitted, type ToldFinding } from './submitter.ts';

/** Findings listed of one run; the rest is counted. */
const LISTED_MAX = 1_000;

export type ListedFinding = ToldFinding & Place & { readonly file: string };

export type Tally = {
  readonly refuse: (file: string, refusal: DoorRefusal) => void;
  readonly take: (file: string, message: DoorMessage, submitted: Submitted) => void;
  readonly report: (seconds: number) => SubmitReport;
};

/** The stable JSON of the verb: submissions are accepted, refused, duplicates or parked; lanes sum to parcels. */
export type SubmitReport = {
  readonly submissions: number;
  readonly accepted: number;
  readonly refused: number;
  readonly duplicates: number;
  readonly parked: number;
  readonly parcels: number;
  readonly lanes: Readonly<Record<string, number>>;
  readonly findings: readonly ListedFinding[];
  /** How many of each code there were in all; the list holds at most a thousand. */
  readonly findingsByCode: Readonly<Record<string, number>>;
  readonly seconds: number;
};

const COUNTED = {
  accepted: 'accepted',
  refused: 'refused',
  duplicate: 'duplicates',
  parked: 'parked',
} as const;

export function newTally(): Tally {
  const counts = { accepted: 0, refused: 0, duplicates: 0, parked: 0 };
  const lanes = new Map<string, Lane>();
  const byCode = new Map<string, number>();
  // What refused a message comes first, however many remarks the others have.
  const errors: ListedFinding[] = [];
  const remarks: ListedFinding[] = [];
  const list = (finding: ListedFinding): void => {
    byCode.set(finding.code, (byCode.get(finding.code) ?? 0) + 1);
    const place = finding.severity === 'error' ? errors : remarks;
    if (place.length < LISTED_MAX) place.push(finding);
  };
  return {
    refuse: (file, refusal) => {
      counts.refused++;
      for (const finding of refusal.findings) list(listedAtDoor(file, refusal, finding));
    },
    take: (file, message, submitted) => {
      counts[COUNTED[submitted.status]]++;
      for (const [parcel, lane] of submitted.parcels) if (lane !== null) lanes.set(parcel, lane);
      for (const finding of submitted.findings)
        list({ file, ...finding, ...placeIn(message, finding.pointer) });
    },
    report: (seconds) => ({
      submissions: counts.accepted + counts.refused + counts.duplicates + counts.parked,
      ...counts,
      parcels: lanes.size,
      lanes: countOf(lanes.values()),
      findings: [...errors, ...remarks].slice(0, LISTED_MAX),
      findingsByCode: Object.fromEntries([...byCode].sort(([a], [b]) => (a < b ? -1 : 1))),
      seconds,
    }),
  };
}

const listedAtDoor = (file: string, refusal: DoorRefusal, finding: Finding): ListedFinding => ({
  file,
  ...told(finding),
  ...placeOf(refusal),
  ...placeOfFinding(finding),
});

/** A table knows the very cell; elsewhere the message's own place must do. */
const placeIn = (message: DoorMessage, pointer: string): Place =>
  message.placeOf?.(pointer) ?? placeOf(message);

const placeOf = ({ line, column }: Place): Place => ({
  ...(line === undefined ? {} : { line }),
  ...(column === undefined ? {} : { column }),
});

function countOf(values: Iterable<string>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
