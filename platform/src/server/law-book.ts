/** Keeps the law of each day and its compiled rules at hand, so that a pass never parses or compiles. */
import type { LawBook } from '../domain/journey-law.ts';
import { compileDecisions } from '../domain/decision/decide.ts';
import { lawInForce } from '../domain/jurisdiction/in-force.ts';
import { lawDayAt } from '../domain/jurisdiction/law-day.ts';
import type { Pack } from '../domain/jurisdiction/pack.ts';
import type { Day } from '../domain/kernel/day.ts';
import { compileRules } from '../domain/risk/rules.ts';

/** Days kept at hand; a day's law takes a few megabytes at most, and traffic is about few days. */
const DAYS_MAX = 64;

export function createLawBook(pack: Pack, version: string): LawBook {
  const lawOn = remember(DAYS_MAX, (day: Day) => {
    const law = lawInForce(pack, day);
    return {
      law,
      rules: compileRules(law),
      decisions: compileDecisions(law),
      version: `${pack.id}@${version}`,
    };
  });
  return { dayAt: (at) => lawDayAt(pack, at), on: lawOn };
}

function remember<Value>(sizeMax: number, make: (day: Day) => Value): (day: Day) => Value {
  const kept = new Map<Day, Value>();
  return (day) => {
    const known = kept.get(day);
    if (known !== undefined) return known;
    if (kept.size >= sizeMax) kept.clear();
    const made = make(day);
    kept.set(day, made);
    return made;
  };
}
