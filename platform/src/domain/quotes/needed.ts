/** What the declaration of quoted goods has to state, as the datasets of the law say. */
import type { ParcelFacts } from '../advance-data/parcel-facts.ts';
import { compileCondition, type Predicate } from '../jurisdiction/condition.ts';
import type { Dataset, DatasetElement, LawInForce } from '../jurisdiction/pack.ts';
import { readConsignmentFact, type AskedOf } from '../validation/consignment-fact.ts';
import type { NeededElement } from './quote.ts';

type Asking = { readonly needed: NeededElement; readonly when: Predicate<AskedOf> | null };

const compiled = new WeakMap<LawInForce, ReadonlyMap<Dataset, readonly Asking[]>>();

/** The elements that are asked for. A dataset of the category is read where the law has one, else that of all declarations. */
export function neededFor(
  facts: ParcelFacts,
  category: number,
  law: LawInForce,
): readonly NeededElement[] {
  const known = compiled.get(law) ?? compileAll(law);
  compiled.set(law, known);
  const own = law.datasets.filter(({ profile }) => profile === `category-${category}`);
  const datasets = own.length > 0 ? own : law.datasets.filter(({ profile }) => profile === 'standard'); // prettier-ignore
  const { parties: _parties, ...stated } = facts;
  const asked: AskedOf = { stated: { ...stated, parties: [] }, profile: 'standard', law };
  const items = facts.items.length === 0 ? [undefined] : facts.items;
  return datasets
    .flatMap((dataset) => known.get(dataset) ?? [])
    .filter(
      ({ when }) =>
        when === null ||
        items.some((item) => when(item === undefined ? asked : { ...asked, item })),
    )
    .map(({ needed }) => needed);
}

function compileAll(law: LawInForce): ReadonlyMap<Dataset, readonly Asking[]> {
  const compile = (row: DatasetElement): Predicate<AskedOf> | null =>
    row.when === null
      ? null
      : compileCondition(row.when, { read: readConsignmentFact, threshold: law.thresholdMinor });
  return new Map(
    law.datasets.map((dataset) => [
      dataset,
      dataset.elements.filter(isNeeded).map((row) => ({
        needed: {
          element: row.element,
          obligation: row.obligation,
          rule: dataset.id,
          source: dataset.source,
        },
        when: compile(row),
      })),
    ]),
  );
}

function isNeeded({ obligation }: DatasetElement): boolean {
  switch (obligation) {
    case 'M':
    case 'C':
      return true;
    case 'O':
    case 'V':
      return false;
  }
}
