/** What an import says of its rows: the stable JSON of the verb. */

export type UnparsedRow = { readonly line: number; readonly text: string; readonly reason: string };

export type ImportReport = {
  readonly kind: string;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly byKind: Readonly<Record<string, number>>;
  /** At most a thousand of the refused rows. */
  readonly unparsed: readonly UnparsedRow[];
  readonly seconds: number;
};
