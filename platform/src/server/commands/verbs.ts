/** The verbs of the luxor command; each is loaded only when it is called. */

/** Runs a verb with its arguments until it is done or told to stop, and returns the exit code. */
export type Run = (args: readonly string[], stop: AbortSignal) => Promise<number>;

export type Verb = {
  /** One line for the list of verbs. */
  readonly summary: string;
  readonly load: () => Promise<{ readonly run: Run; readonly usage: string }>;
};

/** In the order in which a newcomer meets them. */
export const VERBS: Readonly<Record<string, Verb>> = {
  serve: {
    summary: 'runs the platform until Ctrl-C; --demo brings the invented day of Meridia',
    load: () => import('./serve.ts'),
  },
  submit: {
    summary: 'sends files of advance data and says what became of each message',
    load: () => import('./submit.ts'),
  },
  quote: {
    summary: 'says what goods cost to bring in, each charge with its law, from the packs alone',
    load: () => import('./quote.ts'),
  },
  simulate: {
    summary: 'writes an invented day of Meridia as a file that submit reads',
    load: () => import('./simulate.ts'),
  },
  import: {
    summary:
      'keeps published tariffs, nomenclatures, code lists and rates, dated; or turns archives into files for submit',
    load: () => import('./import.ts'),
  },
  codes: {
    summary: 'finds commodity codes by words or digits, as they stand on a day',
    load: () => import('./codes.ts'),
  },
  verify: {
    summary: 'checks that nothing recorded was changed since, in a database or in kept files',
    load: () => import('./verify.ts'),
  },
  replay: {
    summary: 'decides a past day again from its input records and compares byte by byte',
    load: () => import('./replay.ts'),
  },
  keys: {
    summary: 'replaces the master key that wraps all other keys',
    load: () => import('./keys.ts'),
  },
  pack: {
    summary: 'checks, compares, seals and counts the law of jurisdictions',
    load: () => import('../packs/command.ts'),
  },
};
