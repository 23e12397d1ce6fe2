/** Compiles the datasets of the law: which elements a statement must bring, and when. */
import { compileCondition, type Predicate } from '../jurisdiction/condition.ts';
import type { Dataset, DatasetElement, LawInForce } from '../jurisdiction/pack.ts';
import { readConsignmentFact, type AskedOf } from './consignment-fact.ts';
import { statedElement, type StatedElement } from './stated-elements.ts';

export type AskedElement = {
  readonly name: string;
  readonly element: StatedElement;
  /** Null when it is always asked for. */
  readonly when: Predicate<AskedOf> | null;
};

/**
 * The elements each profile must bring. A dataset is asked of declarations by its profile (`standard`, `pre-loading`),
 * and of other statements by their kind (`order`, `payment`, `logistics`, `arrival`). Optional and voluntary elements are
 * not asked for.
 */
export function compileDatasets(law: LawInForce): ReadonlyMap<string, readonly AskedElement[]> {
  const asked = new Map<string, readonly AskedElement[]>();
  for (const dataset of law.datasets) {
    const before = asked.get(dataset.profile) ?? [];
    asked.set(dataset.profile, [...before, ...elementsOf(dataset, law)]);
  }
  return asked;
}

function elementsOf(dataset: Dataset, law: LawInForce): readonly AskedElement[] {
  return dataset.elements.flatMap((row) => {
    if (!isAsked(row)) return [];
    const element = statedElement(row.element);
    if (element === null) return [];
    return [{ name: row.element, element, when: compiledWhen(row, law) }];
  });
}

/** Mandatory, or conditional with a condition that a machine can read. */
function isAsked(row: DatasetElement): boolean {
  switch (row.obligation) {
    case 'M':
      return true;
    case 'C':
      return row.when !== null;
    case 'O':
    case 'V':
      return false;
  }
}

const compiledWhen = (row: DatasetElement, law: LawInForce): Predicate<AskedOf> | null =>
  row.when === null
    ? null
    : compileCondition(row.when, { read: readConsignmentFact, threshold: law.thresholdMinor });

/** The minimum set before loading: seven elements and the house reference. @source icao-wco-placi */
export const SEVEN_AND_ONE: readonly AskedElement[] = [
  'houseReference',
  'packages',
  'massGross',
  'items',
  'items.description',
  'parties.consignor.name',
  'parties.consignor.address',
  'parties.consignee.name',
  'parties.consignee.address',
].flatMap((name) => {
  const element = statedElement(name);
  return element === null ? [] : [{ name, element, when: null }];
});
