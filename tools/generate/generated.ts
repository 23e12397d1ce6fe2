/** Names what a generator returns: the files it would write, so that a check can compare before writing. */
export type Generated = {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  /** Bytes for what is no text. */
  readonly text: string | Uint8Array;
};
