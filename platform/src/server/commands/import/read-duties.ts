/** Reads the texts of duty of a line as charges will read them: what kinds of rate they are, and which nobody can work out. */
import { fixOf, reasonOf, type DutyFinding } from '../../../domain/tariff/duty-findings.ts';
import { kindOf, type Duty } from '../../../domain/tariff/duty.ts';
import { parseColumn } from '../../../domain/tariff/parse-column.ts';
import { parseDuty } from '../../../domain/tariff/parse-duty.ts';
import type { Parsed } from '../../../domain/tariff/parse-term.ts';
import type { Doubt } from './file-kind.ts';

export type DutyColumns = Readonly<Record<string, string>>;

export type ReadDuties = { readonly kinds: readonly string[]; readonly doubts: readonly Doubt[] };

/** Columns whose rates are counted by kind; of the others the lines that have one are counted. */
const MAIN = 'general';
/** The column whose rates each stand before the programmes they are for. */
const PROGRAMMES = 'special';

/** A text that cannot be read is kept as it stands: goods under it have a finding, and never no duty. */
export function readDuties(columns: DutyColumns, currency: string): ReadDuties {
  const kinds: string[] = [];
  const doubts: Doubt[] = [];
  for (const [column, text] of Object.entries(columns)) {
    if (text === '') continue;
    if (column !== MAIN) kinds.push(column);
    for (const duty of dutiesOf(column, text, currency)) {
      if (!duty.ok) doubts.push(doubtOf(column, text, duty.error));
      if (column === MAIN) kinds.push(duty.ok ? kindOf(duty.value) : 'not-understood');
    }
  }
  return { kinds, doubts };
}

const dutiesOf = (column: string, text: string, currency: string): readonly Parsed<Duty>[] =>
  column === PROGRAMMES
    ? parseColumn(text, currency).map(({ duty }) => duty)
    : [parseDuty(text, currency)];

const doubtOf = (column: string, text: string, finding: DutyFinding): Doubt => ({
  column,
  text,
  reason: reasonOf(finding),
  fix: fixOf(finding),
});
