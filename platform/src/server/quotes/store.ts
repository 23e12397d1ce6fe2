/** Keeps binding quotes and finds them again: for whoever names one, and for the parcels that do. */
import type { KnownQuote } from '../../domain/charges/quoted.ts';
import { writeDay } from '../../domain/kernel/day.ts';
import { execute, maybeOne, query, sql, type Queryable } from '../db/sql.ts';

export type QuoteRow = KnownQuote & {
  readonly owner: number | null;
  readonly issuedAt: string;
  /** The signed document, as it is answered. */
  readonly document: string;
};

/** Keeps a quote once; false when it was there already. The transaction names its owner, or nobody. */
export async function insertQuote(on: Queryable, quote: QuoteRow): Promise<boolean> {
  const { id, owner, issuedAt, law, facts, currency, total, payable, document } = quote;
  const written = await execute(
    on,
    sql`
insert into quote (quote_id, owner_party_id, issued_at, law, law_day, valid_from, valid_until, facts, currency, total, payable, document)
values (${id}, ${owner}, ${issuedAt}, ${law}, ${writeDay(quote.on)}, ${writeDay(quote.from)}, ${writeDay(quote.until)}, ${facts},
  ${currency}, ${total}, ${payable}, ${document})
on conflict do nothing`,
  );
  return written > 0;
}

/** The document of the quote that the transaction has named; null when none was given under its number. */
export async function readDocument(on: Queryable, id: string): Promise<string | null> {
  const row = await maybeOne<{ document: string }>(
    on,
    sql`select document from quote where quote_id = ${id}`,
  );
  return row?.document ?? null;
}

/** What the charges of parcels need to know of the quotes they name, in one round trip. */
export const readKnownQuotes = (
  on: Queryable,
  ids: readonly string[],
): Promise<readonly KnownQuote[]> =>
  query<KnownQuote>(
    on,
    sql`
select quote_id as id, law, law_day - date '1970-01-01' as "on", valid_from - date '1970-01-01' as "from",
  valid_until - date '1970-01-01' as "until", facts, currency, total, payable
from quote
where quote_id = any(${[...ids]}::text[])
order by quote_id
limit 10000`,
  );

/** Removes quotes that ended before the day; parcels that were charged by them have them in their own record. */
export const deleteQuotesBefore = (on: Queryable, day: number): Promise<number> =>
  execute(on, sql`delete from quote where valid_until < ${writeDay(day)}`);
