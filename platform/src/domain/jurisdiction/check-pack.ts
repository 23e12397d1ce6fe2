/** Checks what no single row can show: sources that exist, periods without overlap, rates that cannot tie, rules that are complete. */
import { writeDay, type Day } from '../kernel/day.ts';
import { overlaps, type Period } from '../kernel/period.ts';
import { checkChargeLaw } from './check-charge-law.ts';
import type { PackFinding, Say } from './pack-finding.ts';
import type { LawRow, Pack } from './pack.ts';
import { areApart } from './settings.ts';
import type { RowPlace } from './parse.ts';
import { rowKinds } from './row-kinds.ts';

export type PackChecking = {
  readonly pack: Pack;
  readonly placeOf: (row: object) => RowPlace;
};

/** All findings about a pack that was read without errors. */
export function checkPack({ pack, placeOf }: PackChecking): readonly PackFinding[] {
  const findings: PackFinding[] = [];
  const say: Say = (row, severity, { reason, fix }) => {
    findings.push({ ...placeOf(row), severity, reason, fix });
  };
  const lists = Object.values(rowKinds(pack));
  checkSources(pack, lists, say);
  for (const rows of lists) checkPeriods(rows, say);
  checkRuns(pack.exchangeRates, (row) => row.currency, say);
  checkRuns(pack.commodityCodes, (row) => row.code, say);
  checkRuns(pack.offices, (row) => row.code, say);
  checkRegistrations(pack, say);
  checkChargeLaw(pack, say);
  return findings;
}

function checkSources(pack: Pack, lists: readonly (readonly LawRow[])[], say: Say): void {
  const known = new Set(pack.sources.map((source) => source.id));
  const fix = 'add the source to sources.csv, or correct the id';
  const sourced = [...lists.flat(), ...pack.exchangeRates];
  for (const row of sourced) {
    if (!known.has(row.source))
      say(row, 'error', { reason: `there is no source "${row.source}"`, fix });
  }
  if (known.size < pack.sources.length) {
    const seen = new Set<string>();
    for (const source of pack.sources) {
      if (seen.has(source.id))
        say(source, 'error', {
          reason: `the source "${source.id}" stands twice`,
          fix: 'remove one',
        });
      seen.add(source.id);
    }
  }
}

/** Rows of one id follow each other; where two hold on one day, the later published one is a correction and says why. */
function checkPeriods(rows: readonly LawRow[], say: Say): void {
  for (const [id, same] of Map.groupBy(rows, (row) => row.id)) {
    const sorted = same.toSorted(
      (left, right) => left.from - right.from || left.knownFrom - right.knownFrom,
    );
    for (const [index, row] of sorted.entries()) {
      for (const other of sorted.slice(index + 1))
        if (overlaps(row, other) && !areApart(row, other)) checkCorrection([row, other], say);
    }
    checkGaps(id, sorted, say);
  }
}

function checkCorrection([row, other]: readonly [LawRow, LawRow], say: Say): void {
  const correction = row.knownFrom > other.knownFrom ? row : other;
  if (row.knownFrom === other.knownFrom) {
    const reason = `"${row.id}" holds twice from ${writeDay(Math.max(row.from, other.from))}`;
    say(other, 'error', {
      reason,
      fix: 'end the earlier row, or publish a correction with a later known_from',
    });
  } else if (correction.note === undefined) {
    const reason = `the correction of "${row.id}" does not say why`;
    say(correction, 'error', { reason, fix: 'write the reason in note' });
  }
}

function checkGaps(id: string, sorted: readonly Period[], say: Say): void {
  let covered: Day | null = null;
  for (const row of sorted) {
    if (covered !== null && row.from > covered) {
      const reason = `"${id}" holds for nobody from ${writeDay(covered)} to ${writeDay(row.from)}`;
      say(row, 'warning', { reason, fix: 'close the gap, or give the new rule an id of its own' });
    }
    covered = row.until === null ? Infinity : Math.max(covered ?? 0, row.until);
  }
}

function checkRegistrations({ registrations, collectors }: Pack, say: Say): void {
  const schemes = new Set(collectors.map(({ scheme }) => scheme));
  for (const row of registrations) {
    for (const scheme of row.schemes)
      if (!schemes.has(scheme))
        say(row, 'error', {
          reason: `no collector has the scheme "${scheme}"`,
          fix: 'name a scheme of collectors.csv',
        });
  }
}

/** Rows of a list (rates of a currency, a code, an office) never overlap. */
function checkRuns<Row extends Period>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  say: Say,
): void {
  for (const [key, same] of Map.groupBy(rows, keyOf)) {
    const sorted = same.toSorted((left, right) => left.from - right.from);
    for (const [index, row] of sorted.entries()) {
      const next = sorted[index + 1];
      if (next === undefined || !overlaps(row, next)) continue;
      const reason = `"${key}" has two rows from ${writeDay(next.from)}`;
      say(next, 'error', { reason, fix: 'end the earlier row where the later one begins' });
    }
  }
}
