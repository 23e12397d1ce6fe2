/** Lets passes of all processes run beside one another, and one that keeps losing against the others run alone. */

/** Any fixed number will do, as long as no other advisory lock of ours uses it. */
const PASSES = 4_600_020;

/**
 * Opens the transaction of a pass with one shared lock, whatever the pass holds; it ends with the transaction. A pass that wants to be
 * alone waits for those that run. The statements after it see what those have committed.
 */
export const openingOf = ({ alone }: { readonly alone: boolean }): string =>
  `begin; select pg_advisory_xact_lock${alone ? '' : '_shared'}(${String(PASSES)})`;
