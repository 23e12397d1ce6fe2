/** Signs quotes and verifies them: one Ed25519 signature over the whole document in canonical form. */
import { canonicalJson } from '../../domain/kernel/canonical-json.ts';
import { fromBase64Url, toBase64Url } from '../journal/base64.ts';
import { isSignedBy, SIGNATURE_BYTES, type Signer } from '../journal/signing.ts';
import type { QuoteDocument } from './answer-schema.ts';
import { digestOfFacts } from './written-quote.ts';

/** The bytes that the signature covers: everything that the quote says. */
const promiseOf = (quote: QuoteDocument): Uint8Array =>
  Buffer.from(`luxor-quote/v1\n${canonicalJson({ ...quote, signature: null })}`);

export const signQuote = (quote: QuoteDocument, signer: Signer): QuoteDocument => ({
  ...quote,
  signature: { keyId: signer.keyId, value: toBase64Url(signer.sign(promiseOf(quote))) },
});

/** What is wrong with a quote, in words; empty when it is as it was signed. `publicKey` is null where the key is not known. */
export function quoteProblems(
  quote: QuoteDocument,
  publicKeyOf: (keyId: string) => Uint8Array | null,
): string[] {
  const { signature } = quote;
  if (quote.status === 'estimate' || signature === null)
    return ['it is an estimate, which nobody signs and which binds nobody'];
  const problems: string[] = [];
  const publicKey = publicKeyOf(signature.keyId);
  const value = fromBase64Url(signature.value, SIGNATURE_BYTES);
  if (publicKey === null)
    problems.push(`the key ${signature.keyId} is not among the keys for quotes that were given`);
  else if (value === null || !isSignedBy(publicKey, promiseOf(quote), value))
    problems.push('the signature is not valid: something in it was changed since it was signed');
  if (digestOfFacts(canonicalJson(quote.facts)) !== quote.factDigest)
    problems.push('the facts are not those of its digest');
  return problems;
}
