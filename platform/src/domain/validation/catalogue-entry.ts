/** What the catalogue knows of a finding code, the same for every channel and language. */
import type { Severity } from '../kernel/finding.ts';

/** Which part of the quality score a finding lowers; `nothing` for findings that say no ill of the data. */
export type Measure = 'accuracy' | 'completeness' | 'consistency' | 'timeliness' | 'nothing';

export type CatalogueEntry = {
  /** What it means unless a row of law says otherwise. */
  readonly severity: Severity;
  readonly measures: Measure;
  /**
   * Chain of WCO Data Model class and element ids, used when the finding's own pointer names no element of the model:
   * `42A/67A/68A/23A/137` is declaration, shipment, goods item, commodity, description.
   */
  readonly wco: string;
  /** One sentence saying what is wrong; `{name}` is filled by the finding's parameter of that name. */
  readonly text: string;
  /** What the sender should do now. */
  readonly fix: string;
  /** What a right value looks like; everything in it is invented. */
  readonly example: string;
  /** Id in docs/sources.csv. */
  readonly source: string;
  /** Kept for old records, never raised again. */
  readonly retired?: true;
};

export type CatalogueSection = Readonly<Record<string, CatalogueEntry>>;
