/** Names what a generator returns: the files it would write, so that a check can compare before writing. */
export type Generated = {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
};
