/** Reads a column of preferences: rates, each followed by the programmes it is for, as 'Free (A,AU) 2.5% (JP)'. */
import { failure, success } from '../kernel/result.ts';
import type { DutyFinding } from './duty-findings.ts';
import type { Duty } from './duty.ts';
import { parseDuty } from './parse-duty.ts';
import type { Parsed } from './parse-term.ts';

/** `programmes` are the codes of the tariff; empty when the rate is for the whole column. */
export type ColumnRate = {
  readonly text: string;
  readonly programmes: readonly string[];
  readonly duty: Parsed<Duty>;
};

const PROGRAMME = String.raw`[A-Z]{1,2}[+*#]?`;
const LIST = new RegExp(String.raw`\(\s*(${PROGRAMME}\s*(?:,\s*${PROGRAMME}\s*)*),?\s*\)`, 'g');
const OPEN = new RegExp(String.raw`\(\s*${PROGRAMME}\s*(?:,|$)`);

/** The rates in the order of the text. Findings point into the text of the column; one bad rate spoils no other. */
export function parseColumn(text: string, currency: string): readonly ColumnRate[] {
  const rates: ColumnRate[] = [];
  let from = 0;
  const add = (until: number, programmes: readonly string[]): void => {
    const written = text.slice(from, until);
    if (written.trim() === '' && programmes.length === 0) return;
    rates.push({ text: written.trim(), programmes, duty: parseAt(written, from, currency) });
  };
  for (const match of text.matchAll(LIST)) {
    const [all, list = ''] = match;
    add(
      match.index,
      list.split(',').map((programme) => programme.trim()),
    );
    from = match.index + all.length;
  }
  add(text.length, []);
  return rates;
}

function parseAt(written: string, from: number, currency: string): Parsed<Duty> {
  const open = OPEN.exec(written);
  if (open !== null) {
    const about = written.slice(open.index).trim();
    return failure({
      code: 'programmes-not-closed',
      at: from + open.index,
      length: about.length,
      about,
    });
  }
  const duty = parseDuty(written, currency);
  if (duty.ok) return success(duty.value);
  const shifted: DutyFinding = { ...duty.error, at: duty.error.at + from };
  return failure(shifted);
}
