/** Derives the Immediate Release category from the pack's conditions, anew on each change of the data. @source wco-irg-2018 */
import { compileCondition, type Accessor, type Predicate } from '../jurisdiction/condition.ts';
import type { CategoryRow } from '../jurisdiction/pack.ts';
import { present } from '../kernel/invariant.ts';
import type { ProhibitionHit } from '../risk/assessment.ts';
import { isRiskParcelFact, PARCEL_FACTS } from '../risk/facts.ts';
import { caseOfParcel, type RiskCase, type RiskSubject } from '../risk/subject.ts';
import type { Category } from './decision.ts';

type CategoryCase = { readonly parcel: RiskCase; readonly prohibitions: readonly ProhibitionHit[] };

/** The category rows of one day, compiled; lowest category first. */
export type CategoryBook = readonly {
  readonly row: string;
  readonly category: Category;
  readonly test: Predicate<CategoryCase>;
}[];

export type CategoryFinding = { readonly category: Category; readonly because: readonly string[] };

export function compileCategories(
  rows: readonly CategoryRow[],
  threshold: (id: string) => number | undefined,
): CategoryBook {
  return rows
    .map((row) => ({
      row: row.id,
      category: row.category,
      test: compileCondition<CategoryCase>(row.when, { read, threshold }),
    }))
    .sort((left, right) => left.category - right.category);
}

const OWN_FACTS: ReadonlyMap<string, Accessor<CategoryCase>> = new Map<
  string,
  Accessor<CategoryCase>
>([
  ['prohibition.categories', ({ prohibitions }) => namesOf(prohibitions, 'category')],
  ['prohibition.actions', ({ prohibitions }) => namesOf(prohibitions, 'action')],
]);

/** Unknown when nothing is prohibited, so that a row can ask for exactly that. */
function namesOf(
  prohibitions: readonly ProhibitionHit[],
  member: 'category' | 'action',
): readonly string[] | undefined {
  return prohibitions.length === 0 ? undefined : prohibitions.map((hit) => hit[member]);
}

function read(name: string): Accessor<CategoryCase> {
  const own = OWN_FACTS.get(name);
  if (own !== undefined) return own;
  const ofParcel = present(
    isRiskParcelFact(name) ? PARCEL_FACTS[name] : undefined,
    `a category may use the fact ${name}`,
  );
  return ({ parcel }) => ofParcel(parcel);
}

/**
 * The lowest category whose condition holds; 4 when none does, when charges could not be computed, and always when goods
 * are prohibited or restricted: those need the full declaration.
 */
export function categoryOf(
  subject: RiskSubject,
  prohibitions: readonly ProhibitionHit[],
  book: CategoryBook,
): CategoryFinding {
  if (prohibitions.length > 0) {
    return { category: 4, because: prohibitions.map((hit) => `prohibition:${hit.row}`) };
  }
  const given: CategoryCase = { parcel: caseOfParcel(subject), prohibitions };
  for (const { row, category, test } of book) {
    if (test(given)) return { category, because: [row] };
  }
  return { category: 4, because: ['no-category-fits'] };
}
