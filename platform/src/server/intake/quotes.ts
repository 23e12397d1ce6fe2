/** Loads the quotes that the parcels of a batch name, with the law of each; a batch that names none asks nothing. */
import type { LawBook } from '../../domain/journey-law.ts';
import { isQuoteId } from '../../domain/quotes/quote-id.ts';
import type { Transaction } from '../db/transaction.ts';
import { readKnownQuotes } from '../quotes/store.ts';
import { NO_QUOTES, type Quotes } from './known-quotes.ts';
import type { Loaded } from './load.ts';
import type { Prepared } from './prepare.ts';

type Naming = {
  readonly transaction: Transaction;
  readonly prepared: readonly Prepared[];
  readonly loaded: Loaded;
  /** The law as it was; null where it is not kept. */
  readonly lawOf: (version: string) => Promise<LawBook | null>;
};

export async function loadQuotes({ transaction, prepared, loaded, lawOf }: Naming): Promise<Quotes> {
  const ids = namedBy(prepared, loaded);
  if (ids.size === 0) return NO_QUOTES;
  const known = await readKnownQuotes(transaction, [...ids]);
  const laws = new Map<string, LawBook>();
  for (const { law } of known) {
    const book = laws.get(law) ?? (await lawOf(law));
    if (book !== null) laws.set(law, book);
  }
  return { byId: new Map(known.filter(({ law }) => laws.has(law)).map((quote) => [quote.id, quote])), laws };
} // prettier-ignore

/** In what came, and in what was said of these parcels before. */
function namedBy(prepared: readonly Prepared[], { statements }: Loaded): ReadonlySet<string> {
  const ids = new Set<string>();
  const add = (id: string | undefined): void => {
    if (id !== undefined && isQuoteId(id)) ids.add(id);
  };
  for (const { consignments } of prepared)
    for (const { facts } of consignments) add(facts.fiscal?.quote);
  for (const { facts } of statements)
    if (facts.includes(MEMBER)) add(QUOTE_ID.exec(facts)?.groups?.['id']);
  return ids;
}

/** As facts are written; what merely looks like it in a text names a quote that is not there. */
const MEMBER = '"quote":"';
const QUOTE_ID = /"quote":"(?<id>[0-9A-Z]+)"/;
