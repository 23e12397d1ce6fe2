/** Reads a date of the command line, which must exist. */
import { wrongUsage } from './command-line.ts';

export function readDate(text: string | undefined, usage: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text ?? '', { overflow: 'reject' });
  } catch {
    throw wrongUsage(`--on wants a date such as 2026-08-01, not "${text ?? ''}".`, usage);
  }
}
