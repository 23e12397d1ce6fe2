/** Verifies a quote from its file, offline with keys that are named, or with those of the database at hand. */
import { Compile } from 'typebox/compile';
import { fromBase64Url } from '../../journal/base64.ts';
import { readPublicKeys } from '../../journal/key-store.ts';
import { KEY_BYTES, keyIdOf } from '../../journal/signing.ts';
import { isPublishedKeys } from '../../journal/wire.ts';
import { QuoteSchema, type QuoteDocument } from '../../quotes/answer-schema.ts';
import { quoteProblems } from '../../quotes/signed-quote.ts';
import { writeJson, writeLine, wrongUsage } from '../command-line.ts';
import { openStored, placeOf } from '../stored-database.ts';
import { exitCodes } from '../../fault.ts';
import { malformed, readJson } from './kept-file.ts';

export type QuoteFiles = {
  readonly quote: string;
  readonly key?: string | undefined;
  readonly folder?: string | undefined;
  readonly json?: boolean | undefined;
};

type Keys = ReadonlyMap<string, Uint8Array>;

const shape = Compile(QuoteSchema);

export async function verifyQuote({ quote: file, key, folder, json }: QuoteFiles, usage: string): Promise<number> {
  const written = readJson(file);
  if (!shape.Check(written)) throw malformed(file, 'a quote');
  const quote: QuoteDocument = written;
  const keys = key === undefined ? await storedKeys(folder) : publishedKeys(key);
  if (keys === null) throw wrongUsage('To verify a quote, name the public keys with --key.', usage);
  const problems = quoteProblems(quote, (id) => keys.get(id) ?? null);
  const ok = problems.length === 0;
  const { validFrom, validUntil, total, currency } = quote;
  if (json === true) writeJson({ ok, quote: quote.quote, validFrom, validUntil, problems });
  else if (ok) writeLine(`The quote is as it was signed: ${total} ${currency}, for goods declared from ${validFrom} and before ${validUntil}.`);
  else for (const problem of problems) writeLine(`${quote.quote ?? file}: ${problem}`);
  return ok ? exitCodes.done : exitCodes.inputRefused;
} // prettier-ignore

/** Only keys for quotes: one of another purpose signs none. */
function publishedKeys(file: string): Keys {
  const published = readJson(file);
  if (!isPublishedKeys(published)) throw malformed(file, 'an answer of /v1/public/keys');
  const keys = published.keys.flatMap(({ keyId, purpose, publicKey }): [string, Uint8Array][] => {
    const bytes = fromBase64Url(publicKey, KEY_BYTES);
    return purpose === 'quote' && bytes !== null && keyIdOf(bytes) === keyId
      ? [[keyId, bytes]]
      : [];
  });
  return new Map(keys);
}

/** Null where nothing was ever recorded. */
async function storedKeys(folder: string | undefined): Promise<Keys | null> {
  const { databaseUrl, dataDirectory } = placeOf(folder);
  const stored = await openStored({ url: databaseUrl, dataDirectory });
  if (stored === null) return null;
  try {
    const rows = await readPublicKeys(stored.database.intake);
    return new Map(rows.filter(({ purpose }) => purpose === 'quote').map(({ keyId, publicKey }) => [keyId, publicKey])); // prettier-ignore
  } finally {
    await stored.close();
  }
}
