/** Finds the next day on which the law of a pack changes by its own dates. */
import type { Day } from '../kernel/day.ts';
import type { Pack } from './pack.ts';
import { rowKinds } from './row-kinds.ts';

/** The first day after `today` on which a row begins or ends; null when none does. Rates of exchange are no change of law. */
export function nextChangeDay(pack: Pack, today: Day): Day | null {
  let next: Day | null = null;
  for (const rows of Object.values(rowKinds(pack)))
    for (const { from, until } of rows)
      for (const day of [from, until])
        if (day !== null && day > today && (next === null || day < next)) next = day;
  return next;
}
