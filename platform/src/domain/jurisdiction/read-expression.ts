/** Reads a rate that a row states as tariffs write it, once and for all when the pack is read. */
import { fixOf, reasonOf } from '../tariff/duty-findings.ts';
import type { Expression } from '../tariff/duty.ts';
import { parseDuty } from '../tariff/parse-duty.ts';
import type { RowReader } from './row-reader.ts';

/** Bare signs mean the currency of the pack. */
export function readExpression(row: RowReader): Expression | null {
  const text = row.textOrNull('expression');
  if (text === null) return null;
  const read = parseDuty(text, row.currency);
  if (read.ok) return { text, duty: read.value };
  const { at } = read.error;
  row.fail('expression', `${reasonOf(read.error)}, from character ${at + 1}`, fixOf(read.error));
  return null;
}
