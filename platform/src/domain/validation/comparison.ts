/** Names what is compared when several sources speak of one parcel. */
import type { Statement } from '../advance-data/statement.ts';
import type { Finding } from '../kernel/finding.ts';
import type { QualityLaw } from './quality-law.ts';

/** What is known of one parcel, by source, and where findings are noted. */
export type Comparison = {
  readonly rules: QualityLaw;
  /** In force, oldest first; a parcel of several orders has several. */
  readonly orders: readonly Statement[];
  readonly payments: readonly Statement[];
  readonly logistics: Statement | undefined;
  readonly declaration: Statement | undefined;
  readonly note: (what: Finding) => void;
};
