/** What the first process and a serving process tell each other, and how a fault crosses from one to the other. */
import type { Config } from '../config.ts';
import type { DatabaseAddress, PoolSizes } from '../db/connect.ts';
import { exitCodes, Fault, type ExitCode } from '../fault.ts';

/** Everything a serving process needs to open the whole path with connections of its own. */
export type Orders = {
  /** Counts from 1; a process that replaces another one keeps its number. */
  readonly number: number;
  readonly config: Config;
  readonly address: DatabaseAddress;
  readonly poolSizes: PoolSizes;
  /** The version of the law that the first process keeps in the database; all decide under the same. */
  readonly packVersion: string;
};

export type ToServing =
  { readonly kind: 'open'; readonly orders: Orders } | { readonly kind: 'stop' };

/** `waiting`: listens to orders; `serving`: takes connections. */
export type FromServing =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'serving'; readonly address: string }
  | { readonly kind: 'fault'; readonly fault: WrittenFault };

/** A fault with a sentence for people, or whatever else was thrown, with its trace. */
export type WrittenFault =
  | { readonly code: string; readonly sentence: string; readonly exitCode: ExitCode }
  | { readonly trace: string };

export function writtenFault(error: unknown): WrittenFault {
  if (error instanceof Fault) {
    const { code, sentence, exitCode } = error;
    return { code, sentence, exitCode };
  }
  return { trace: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

export const exitCodeOf = (fault: WrittenFault): ExitCode =>
  'trace' in fault ? exitCodes.fault : fault.exitCode;

/** The same fault again, as if it had been found here. */
export function faultFrom(written: WrittenFault): Error {
  if (!('trace' in written)) return new Fault(written);
  const error = new Error(written.trace.split('\n')[0]);
  error.stack = written.trace;
  return error;
}
