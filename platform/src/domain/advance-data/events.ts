/** What the journal keeps of a statement: whose it was, of which kind, what was found; never its personal content. */
import type { StatementFunction, StatementKind } from './statement.ts';

export type StatementMade = {
  readonly type: 'statement-made';
  /** Statement id as decimal text. */
  readonly statement: string;
  readonly kind: StatementKind;
  readonly function: StatementFunction;
  readonly owner: string;
  readonly quality: number;
  /** 'code pointer' of each finding, errors first. */
  readonly findings: readonly string[];
};
