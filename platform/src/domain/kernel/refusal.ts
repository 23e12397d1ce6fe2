/** A refusal is a command we will not carry out now, because of state, authority or conflict; it is a value. */
export type Refusal = {
  /** For ever; stands in docs/reference/refusals.md. */
  readonly code: string;
  /** One plain sentence for the person who asked. */
  readonly sentence: string;
};

export const refusal = (code: string, sentence: string): Refusal => ({ code, sentence });
