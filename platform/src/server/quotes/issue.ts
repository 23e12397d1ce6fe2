/** Issues quotes: an estimate is told and forgotten, what binds is signed and kept once, however often it is asked. */
import { hash } from 'node:crypto';
import { canonicalJson } from '../../domain/kernel/canonical-json.ts';
import { writeDay } from '../../domain/kernel/day.ts';
import type { Finding } from '../../domain/kernel/finding.ts';
import { present } from '../../domain/kernel/invariant.ts';
import { parseOwn } from '../../domain/kernel/parse-own.ts';
import { failure, success, type Result } from '../../domain/kernel/result.ts';
import { isQuoteId, quoteIdOf } from '../../domain/quotes/quote-id.ts';
import { asTrader, withQuote } from '../db/transaction.ts';
import { loadSigner } from '../journal/keys.ts';
import type { Signer } from '../journal/signing.ts';
import type { Platform } from '../world.ts';
import type { QuoteDocument } from './answer-schema.ts';
import { calculateQuote, type Calculated } from './calculate.ts';
import { openJurisdictions, type Jurisdictions } from './jurisdictions.ts';
import { signQuote } from './signed-quote.ts';
import { insertQuote, readDocument, type QuoteRow } from './store.ts';
import { writeQuote } from './written-quote.ts';

/** What issuing needs of the world. */
export type QuotePlatform = Pick<
  Platform,
  'config' | 'database' | 'master' | 'pack' | 'law' | 'now'
>;

const opened = new WeakMap<QuotePlatform['database'], Jurisdictions>();

/** The law of this installation as it is in force here, and of every other destination that is installed. */
export function jurisdictionsOf({ config, database, pack, law }: QuotePlatform): Jurisdictions {
  const known =
    opened.get(database) ?? openJurisdictions(config.packsDirectory, { pack, book: law });
  opened.set(database, known);
  return known;
}

const signers = new WeakMap<QuotePlatform['database'], Promise<Signer>>();

/** The key that signs quotes; made when the first is issued. */
function signerOf({ database, master }: QuotePlatform): Promise<Signer> {
  const known = signers.get(database);
  if (known !== undefined) return known;
  const loading = loadSigner(database, master, 'quote');
  signers.set(database, loading);
  loading.catch(() => signers.delete(database));
  return loading;
}

/** Works a quote out and keeps nothing, for who only looks. */
export function calculate(
  platform: QuotePlatform,
  request: unknown,
): Result<Calculated & { readonly document: QuoteDocument }, readonly Finding[]> {
  const now = platform.now();
  const found = calculateQuote(request, { jurisdictions: jurisdictionsOf(platform), now });
  if (!found.ok) return failure(found.error);
  const { quote, law } = found.value;
  return success({ ...found.value, document: writeQuote(quote, law, { id: null, issuedAt: momentOf(now) }) }); // prettier-ignore
}

const momentOf = (at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at).round({ smallestUnit: 'second' }).toString();

/** `owner` is the party that asks; null for a citizen, whose quote belongs to nobody. */
export async function issueQuote(
  platform: QuotePlatform,
  request: unknown,
  owner: number | null,
): Promise<Result<QuoteDocument, readonly Finding[]>> {
  const found = calculate(platform, request);
  if (!found.ok) return failure(found.error);
  const { quote, document } = found.value;
  if (quote.doubts.length > 0) return success(document);
  const signer = await signerOf(platform);
  const id = numberOf(signer, { quote, document, owner });
  const signed = signQuote({ ...document, quote: id }, signer);
  const row: QuoteRow = {
    id,
    owner,
    issuedAt: signed.issuedAt,
    law: quote.law,
    on: quote.on,
    ...quote.validity,
    facts: quote.written,
    currency: signed.currency,
    total: signed.total,
    payable: signed.atDelivery,
    document: JSON.stringify(signed),
  };
  return success((await keep(platform, row)) ?? signed);
}

/** The document that was kept before; null when this one was kept now. */
async function keep({ database }: QuotePlatform, row: QuoteRow): Promise<QuoteDocument | null> {
  const { owner } = row;
  const isNew =
    owner === null
      ? // Without a party in the context nothing can be read, and nothing written in a party's name.
        await insertQuote(database.trader, row)
      : await asTrader(database, String(owner), (transaction) => insertQuote(transaction, row));
  return isNew
    ? null
    : present(await findQuote(database, row.id), 'a quote that is there is found');
}

type Numbering = {
  readonly quote: Calculated['quote'];
  readonly document: QuoteDocument;
  readonly owner: number | null;
};

/**
 * The same question of the same party on the same day has the same number, which nobody can work out without our key: an
 * Ed25519 signature is a keyed digest, and this one is never shown.
 */
function numberOf(signer: Signer, { quote, document, owner }: Numbering): string {
  const asked = canonicalJson({
    owner,
    law: quote.law,
    on: writeDay(quote.on),
    issuedOn: document.issuedAt.slice(0, 10),
    facts: quote.written,
    // What was asked without being decisive is in the document, and the document is what is promised.
    document: canonicalJson({ ...document, issuedAt: '' }),
  });
  const keyed = signer.sign(Buffer.from(`luxor-quote-number/v1\n${asked}`));
  return quoteIdOf(hash('sha256', keyed, 'buffer'));
}

/** The quote of a number; null when none was given under it. */
export async function findQuote(
  database: QuotePlatform['database'],
  id: string,
): Promise<QuoteDocument | null> {
  if (!isQuoteId(id)) return null;
  const document = await withQuote(database, id, (transaction) => readDocument(transaction, id));
  return document === null ? null : parseOwn<QuoteDocument>(document);
}
