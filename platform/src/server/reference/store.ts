/** Reads what was imported, as a revision knew it. */
import type { Day } from '../../domain/kernel/day.ts';
import { one, query, sql, type Queryable } from '../db/sql.ts';

export async function readRevision(on: Queryable): Promise<number> {
  const { revision } = await one<{ revision: number }>(
    on,
    sql`select coalesce(max(revision), 0) as revision from reference_import`,
  );
  return revision;
}

/** How long a row holds, and from which revision to which it was known. */
export type Known = {
  readonly from: Day;
  readonly until: Day | null;
  readonly addedIn: number;
  readonly removedIn: number | null;
};

const LIFE = sql`from_day - date '1970-01-01' as from, until_day - date '1970-01-01' as until, added_in, removed_in`;
/** More rows than any set of publications has; a limit all the same. */
const ROWS_MAX = 2_000_000;

export type NomenclatureLine = {
  readonly publication: string;
  readonly code: string;
  readonly suffix: string;
  readonly from: Day;
  readonly until: Day | null;
  readonly depth: number;
  readonly titleEn: string;
  readonly titleFr: string;
  readonly titleDe: string;
};

/** The lines of every nomenclature as they are known now, each publication in its own order. */
export const readNomenclatures = (on: Queryable): Promise<readonly NomenclatureLine[]> =>
  query<NomenclatureLine>(
    on,
    sql`
select publication, code, suffix, ${LIFE}, depth, title_en, title_fr, title_de
from nomenclature_line
where removed_in is null
order by publication, rpad(code, 10, '0'), suffix, from_day
limit ${ROWS_MAX}`,
  );

export type StoredTariffLine = Known & {
  readonly code: string;
  readonly variant: string;
  readonly title: string;
  readonly units: string;
  readonly duties: Readonly<Record<string, string>>;
};

/** Every line that a tariff ever had, so that any revision can be cut out of them. */
export const readTariff = (
  on: Queryable,
  publication: string,
): Promise<readonly StoredTariffLine[]> =>
  query<StoredTariffLine>(
    on,
    sql`
select code, variant, title, units, duties, ${LIFE}
from tariff_line
where publication = ${publication}
order by code, variant, from_day, added_in
limit ${ROWS_MAX}`,
  );

export type StoredTerm = { readonly code: string; readonly term: string };

/** Words by which people look for goods, of imported lists of them. */
export const readSearchTerms = (on: Queryable): Promise<readonly StoredTerm[]> =>
  query<StoredTerm>(
    on,
    sql`
select code, name as term
from code_list_entry
where publication like 'search-terms%' and removed_in is null
order by code, name
limit ${ROWS_MAX}`,
  );

export type StoredLink = {
  readonly publication: string;
  readonly code: string;
  readonly becomes: string;
};

/** The links of some correlations that touch a code on either side, with all links of the codes that they lead to. */
export const readLinks = (
  on: Queryable,
  publications: readonly string[],
  code: string,
): Promise<readonly StoredLink[]> =>
  query<StoredLink>(
    on,
    sql`
with touched as (
  select code, becomes from code_correlation
  where publication = any(${publications}) and removed_in is null and (code = ${code} or becomes = ${code})
)
select publication, code, becomes
from code_correlation
where publication = any(${publications}) and removed_in is null
  and (code in (select code from touched) or becomes in (select becomes from touched))
order by publication, code, becomes
limit ${LINKS_MAX}`,
  );

/** A code is linked with some hundred others at most. */
const LINKS_MAX = 10_000;
