/** The verb `luxor quote`: what goods cost to bring in, worked out from the packs alone, without a server or a database. */
import process from 'node:process';
import { join } from 'node:path';
import type { Json } from '../../domain/kernel/canonical-json.ts';
import { parseOwn } from '../../domain/kernel/parse-own.ts';
import { readConfig } from '../config.ts';
import { exitCodes } from '../fault.ts';
import { writtenFinding, type ProblemError } from '../http/problem.ts';
import type { QuoteDocument } from '../quotes/answer-schema.ts';
import { calculateQuote } from '../quotes/calculate.ts';
import { openJurisdictions } from '../quotes/jurisdictions.ts';
import { writeQuote } from '../quotes/written-quote.ts';
import { readCommandLine, writeJson, writeLine, wrongUsage } from './command-line.ts';
import { readGoodsFile, type GoodsFile } from './quote/goods-file.ts';
import { requestOf } from './quote/options.ts';
import { tell } from './quote/tell.ts';

export const usage = `Usage: luxor quote --to CC --from CC --value "20 EUR" --goods "cotton t-shirt" [--hs CODE] [options] [--json]
       luxor quote --to CC --from CC GOODS.json [options] [--json]

What bringing goods in costs: every charge with its law, what must be stated, and what is not allowed.
  --to CC, --from CC    two-letter codes of the countries, for example NZ and CN
  --value AMOUNT        price of the goods with its currency, all pieces together
  --goods WORDS         what it is; repeat --hs where it may be one of several codes
  --hs CODE             six digits of the commodity code or more
  --on DATE             the day it is declared; today when left out
  --mode WAY            post, air (express carrier), sea or road
  --shipped-from CC     where it is sent from, if not where it is bought
  --freight AMOUNT      what is paid for the transport; --insurance AMOUNT likewise
  --seller WHO          business or person
  --collector ID        number under which the seller or platform collects charges at sale
  --quantity N          number of pieces
  --weight KG           net weight of the goods
GOODS.json holds a list of goods, or a whole request as POST /v1/quotes takes it; options win over it.
What this command says is an estimate: only the platform of an authority issues quotes that bind.
Exit code 0: worked out. 1: something in the question is wrong, with its place, reason and fix.`;

const options = {
  to: { type: 'string' },
  from: { type: 'string' },
  value: { type: 'string' },
  goods: { type: 'string' },
  hs: { type: 'string', multiple: true },
  on: { type: 'string' },
  mode: { type: 'string' },
  'shipped-from': { type: 'string' },
  freight: { type: 'string' },
  insurance: { type: 'string' },
  seller: { type: 'string' },
  collector: { type: 'string' },
  quantity: { type: 'string' },
  weight: { type: 'string' },
  root: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

export function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readCommandLine(joined(args), options, usage);
  const [file, ...more] = positionals;
  if (more.length > 0) throw wrongUsage('Name one file of goods.', usage);
  if (file !== undefined && (values.value ?? values.goods ?? values.hs) !== undefined)
    throw wrongUsage('Say what the goods are in the file or by options, not both.', usage);
  const read: GoodsFile = file === undefined ? { request: {} } : readGoodsFile(file);
  if ('findings' in read) return Promise.resolve(refuse(read.findings.map(writtenFinding), values.json)); // prettier-ignore
  return Promise.resolve(answer(requestOf(read.request, values), values));
}

/** An amount below zero is for the reader of requests to judge, not an option of its own. */
function joined(args: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const argument of args) {
    const before = found.at(-1) ?? '';
    const isAmount = /^-[0-9]/.test(argument) && /^--[a-z]+$/.test(before);
    if (isAmount) found[found.length - 1] = `${before}=${argument}`;
    else found.push(argument);
  }
  return found;
}

type Values = { readonly root?: string; readonly json: boolean };

function answer(request: unknown, { root, json }: Values): number {
  const packs = root ?? readConfig(process.env).packsDirectory;
  const jurisdictions = openJurisdictions(join(packs), null);
  const now = Temporal.Now.instant();
  const found = calculateQuote(request, { jurisdictions, now: now.epochMilliseconds });
  if (!found.ok) return refuse(found.error.map(writtenFinding), json);
  const { quote, law } = found.value;
  const issuedAt = now.round({ smallestUnit: 'second' }).toString();
  const document: QuoteDocument = writeQuote(quote, law, { id: null, issuedAt });
  if (json) writeJson(asJson(document));
  else for (const line of tell(document)) writeLine(line);
  return exitCodes.done;
}

/** The document holds JSON values only; its type says unknown where facts stand. */
const asJson = (document: QuoteDocument): Json => parseOwn<Json>(JSON.stringify(document));

/** Every finding with its place, reason and fix. */
function refuse(findings: readonly ProblemError[], json: boolean): number {
  if (json) writeJson({ findings: findings.map((each) => ({ ...each })) });
  else
    for (const { pointer, message, fix } of findings)
      writeLine(`${pointer === '' ? 'request' : pointer}: ${message} ${fix}`);
  return exitCodes.inputRefused;
}
