/** What is wrong with a pack, where, and what to do about it: for the person who writes law as data. */
import type { Place } from './csv-text.ts';

export type PackFinding = Place & {
  readonly file: string;
  readonly severity: 'error' | 'warning';
  readonly reason: string;
  readonly fix: string;
};

export const hasPackError = (findings: readonly PackFinding[]): boolean =>
  findings.some(({ severity }) => severity === 'error');

/** Says something about a row of a pack that was read. */
export type Say = (
  row: object,
  severity: PackFinding['severity'],
  said: { readonly reason: string; readonly fix: string },
) => void;
