/** What is expected at the border, held against what was scanned: expected, excess and short pieces. */
export type Presentation = {
  readonly matched: readonly string[];
  readonly excess: readonly string[];
  readonly short: readonly string[];
  readonly complete: boolean;
};
