/** Where submitted messages go: our own platform or a running one; the verb knows only this. */
import type { Finding } from '../../../domain/kernel/finding.ts';
import type { Lane } from '../../../domain/kernel/lane.ts';
import { describe } from '../../../domain/validation/catalogue.ts';
import type { DoorMessage } from '../../gateways/door.ts';

/** A finding in words, as every channel gives it. */
export type ToldFinding = Pick<Finding, 'code' | 'severity' | 'pointer'> & {
  readonly message: string;
  readonly fix: string;
};

export type Submitted = {
  readonly status: 'accepted' | 'refused' | 'duplicate' | 'parked';
  readonly findings: readonly ToldFinding[];
  /** Parcels it is about, with the lane of each that was decided; none when a trader asks from outside. */
  readonly parcels: ReadonlyMap<string, Lane | null>;
};

export type Submitter = {
  /** Resolves when one more message may be sent without anything piling up. */
  readonly ready: () => Promise<void>;
  /** Answers after commit. */
  readonly submit: (message: DoorMessage) => Promise<Submitted>;
  readonly close: () => Promise<void>;
};

export function told(finding: Finding): ToldFinding {
  const { code, severity, pointer } = finding;
  const { message, fix } = describe(finding);
  return { code, severity, pointer, message, fix };
}
