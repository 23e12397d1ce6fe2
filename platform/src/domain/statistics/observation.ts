/** One observation per released item: what international merchandise trade statistics need, and nothing about persons. @source un-imts-2010 */
import type { Money } from '../kernel/money.ts';

export type Observation = {
  /** YYYY-MM of release. */
  readonly month: string;
  readonly direction: string;
  /** Six digits, or 'unknown'. */
  readonly commodity: string;
  readonly origin: string;
  readonly partner: string;
  readonly mode: string;
  readonly channel: string;
  readonly category: number;
  readonly value: Money;
  readonly massGrams: bigint;
};
