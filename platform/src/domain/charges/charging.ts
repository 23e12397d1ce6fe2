/** What is known and gathered while the charges of a parcel are computed. */
import type { ChargeCase } from './case.ts';
import type { ChargeFinding } from './charge.ts';
import type { Candidate, ChargeLaw, MeasureMatch } from './charge-law.ts';
import type { Coverage } from './collectors.ts';
import type { Doubts } from './doubts.ts';
import type { Charged } from './draft.ts';
import type { Relief } from './thresholds.ts';

export type Charging = {
  readonly given: ChargeCase;
  /** The parcel, asked about each of its items. */
  readonly cases: readonly ChargeCase[];
  readonly law: ChargeLaw;
  readonly coverage: Coverage;
  /** By item. */
  readonly matches: readonly (readonly MeasureMatch[])[];
  readonly charged: Charged;
  readonly reliefs: string[];
  readonly doubts: Doubts;
  readonly missing: string[];
  readonly findings: ChargeFinding[];
};

/** A rate that holds for an item of the parcel. */
export type Held = {
  readonly given: ChargeCase;
  readonly match: MeasureMatch;
  readonly candidate: Candidate;
  readonly relief: Relief | null;
};
