/** Reads the rows of a pack that have structure of their own: datasets, risk rules and random selections. */
import type { FactTypes } from './condition.ts';
import { FACTS_OF_ELEMENTS } from './fact-types.ts';
import type { Dataset, DatasetElement, RiskRule } from './pack.ts';
import type { SelectionRow } from './pack-lists.ts';
import { readLawRow } from './read-rows.ts';
import { rowReader, type PackTerms, type RowReader } from './row-reader.ts';
import type { PackFinding } from './pack-finding.ts';
import { LANES } from '../kernel/lane.ts';

/** What risk rules of each scope may ask about. */
export type RiskFactTypes = Readonly<Record<RiskRule['scope'], FactTypes>>;

export type RowContext = {
  readonly terms: PackTerms;
  readonly findings: PackFinding[];
  readonly riskFacts: RiskFactTypes;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A dataset lists its elements as objects: `{"element": "items.commodityCode", "obligation": "M"}`. */
export function readDataset(row: RowReader, context: RowContext): Dataset {
  const elements: DatasetElement[] = [];
  const stated = row.source.valueOf('elements');
  if (!Array.isArray(stated) || stated.length === 0)
    row.fail('elements', 'is not a list of elements', 'write at least one');
  else
    for (const [index, value] of stated.entries())
      elements.push(readElement(row, { index, value }, context));
  return { ...readLawRow(row), profile: row.text('profile'), elements };
}

type Stated = { readonly index: number; readonly value: unknown };

function readElement(
  row: RowReader,
  { index, value }: Stated,
  context: RowContext,
): DatasetElement {
  const members = isObject(value) ? value : {};
  if (!isObject(value))
    row.fail(
      'elements',
      `element ${index} is not an object`,
      'write { "element": …, "obligation": … }',
    );
  const inner = rowReader(
    {
      file: row.source.file,
      fields: Object.keys(members),
      textOf: (field) => (typeof members[field] === 'string' ? members[field] : null),
      valueOf: (field) => members[field],
      placeOf: (field, inside = '') =>
        row.source.placeOf('elements', `/${index}/${field}${inside}`),
    },
    context.terms,
    context.findings,
  );
  const element = inner.text('element');
  const obligation = inner.choice('obligation', ['M', 'C', 'O', 'V']);
  const when = inner.conditionOrNull('when', FACTS_OF_ELEMENTS);
  if (obligation === 'C' && when === null)
    inner.fail('when', 'is missing, and the element is conditional', 'write the condition');
  return { element, obligation, when };
}

export function readRiskRule(row: RowReader, context: RowContext): RiskRule {
  const scope = row.choice('scope', ['parcel', 'item']);
  const when = row.conditionOrNull('when', context.riskFacts[scope]);
  if (when === null && !row.failed())
    row.fail('when', 'is missing', 'write the condition under which the rule fires');
  return {
    ...readLawRow(row),
    title: row.text('title'),
    version: row.integer('version', { least: 1, most: 9_999 }),
    mode: row.choice('mode', ['shadow', 'live']),
    scope,
    when: when ?? { any: [] },
    effect: row.choice('effect', [...LANES, 'ask']),
    weight: row.integer('weight', { least: 0, most: 1_000 }),
    reason: row.text('reason'),
    lookFor: row.textOrNull('lookFor'),
    question: row.textOrNull('question'),
    cover: row.truthOrNull('cover') ?? false,
  };
}

export const readSelectionRow = (row: RowReader, context: RowContext): SelectionRow => ({
  ...readLawRow(row),
  stratum: row.text('stratum'),
  when: row.conditionOrNull('when', context.riskFacts.parcel),
  perMillion: row.integer('perMillion', { least: 0, most: 1_000_000 }),
});
