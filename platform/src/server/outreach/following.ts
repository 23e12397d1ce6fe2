/** Follows a number that somebody typed: tried as typed and as scanners print it, under every scheme, as of a tick. */
import type { Moment } from '../../domain/kernel/instant.ts';
import { tidyReference } from '../../domain/kernel/s10.ts';
import type { Queryable } from '../db/sql.ts';
import { readToldBefore } from './store.ts';
import { trackingOf, type Tracking } from './tracking.ts';

const LETTERS_MAX = 60;

/** Without spaces and cut to what a number can be. */
export const readNumber = (typed: string): string =>
  typed.replaceAll(/\s/g, '').slice(0, LETTERS_MAX);

export async function followNumber(on: Queryable, number: string, tick: Moment): Promise<Tracking> {
  const numbers = [...new Set([number, tidyReference(number)])];
  return trackingOf(await readToldBefore(on, numbers, tick), tick);
}
