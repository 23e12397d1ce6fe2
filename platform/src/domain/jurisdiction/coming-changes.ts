/** Finds the days on which law changes: which rows begin, end, or are followed by another of the same id. */
import type { Day } from '../kernel/day.ts';
import type { LawRow } from './pack.ts';

type Kinds = Readonly<Record<string, readonly LawRow[]>>;

export type Change = {
  readonly on: Day;
  readonly kind: string;
  readonly row: string;
  /** `changes`: one row of the id ends and another begins on the same day. */
  readonly what: 'begins' | 'changes' | 'ends';
  /** Id of the source of the row that begins, or of the one that ends. */
  readonly source: string;
};

/** Every change after a day that the rows tell today, the soonest first; a correction of a row in force is none. */
export function comingChanges(kinds: Kinds, after: Day): readonly Change[] {
  return Object.entries(kinds)
    .flatMap(([kind, rows]) =>
      [...Map.groupBy(rows, ({ id }) => id)].flatMap(([row, same]) =>
        changesOf(same, after).map((change) => ({ ...change, kind, row })),
      ),
    )
    .sort((left, right) => left.on - right.on);
}

function changesOf(
  rows: readonly LawRow[],
  after: Day,
): readonly Pick<Change, 'on' | 'what' | 'source'>[] {
  const days = new Set(rows.flatMap(({ from, until }) => (until === null ? [from] : [from, until])));
  return [...days]
    .filter((day) => day > after)
    .flatMap((on) => {
      const begins = rows.findLast(({ from }) => from === on);
      const ends = rows.findLast(({ until }) => until === on);
      const source = (begins ?? ends)?.source;
      if (source === undefined) return [];
      return [{ on, source, what: begins === undefined ? 'ends' : ends === undefined ? 'begins' : 'changes' }];
    });
} // prettier-ignore
