/** Reads a request for a quote into the facts of a parcel, or says everything that is wrong with it, each with its fix. */
import { Compile } from 'typebox/compile';
import type { ParcelFacts } from '../../domain/advance-data/parcel-facts.ts';
import type { Item } from '../../domain/advance-data/statement.ts';
import type { Collector, LawInForce, Pack } from '../../domain/jurisdiction/pack.ts';
import { hasCommodityCodeForm } from '../../domain/kernel/commodity-code.ts';
import { isCountry } from '../../domain/kernel/country.ts';
import { readDay, writeDay, type Day } from '../../domain/kernel/day.ts';
import { hasError, type Finding } from '../../domain/kernel/finding.ts';
import { limits } from '../../domain/kernel/limits.ts';
import { readAmount, type Money } from '../../domain/kernel/money.ts';
import { readQuantity, type Quantity } from '../../domain/kernel/quantity.ts';
import { failure, success, type Result } from '../../domain/kernel/result.ts';
import { byWay, fromSeller, uncertaintiesOf, type QuoteAsked } from '../../domain/quotes/asked.ts';
import { finding } from '../../domain/validation/catalogue.ts';
import { shapeFindings } from '../gateways/json/describe-shape.ts';
import { goodsMeant, goodsUnder } from './known-goods.ts';
import { QuoteRequestSchema, type QuoteRequest } from './request-schema.ts';

const shape = Compile(QuoteRequestSchema);

/** The shape of a request, or what keeps a value from having it. */
export function readShape(value: unknown): Result<QuoteRequest, readonly Finding[]> {
  if (shape.Check(value)) return success(value);
  return failure(shapeFindings(shape.Errors(value), QuoteRequestSchema));
}

/** The countries and the day of a request: what has to be known before its law can be. `today` is left to the caller. */
export function readRoute(request: QuoteRequest): {
  readonly on: Day | null;
  readonly findings: readonly Finding[];
} {
  const findings: Finding[] = [];
  for (const name of ['to', 'from', 'shippedFrom'] as const) {
    const stated = request[name];
    if (stated !== undefined && !isCountry(stated))
      findings.push(finding('country-unknown', `/${name}`, { country: stated }));
  }
  const on = request.on === undefined ? null : readDay(request.on);
  if (request.on !== undefined && on === null)
    findings.push(finding('value-malformed', '/on', { expected: 'a day that the calendar has, such as 2026-08-01' })); // prettier-ignore
  return { on, findings };
}

type Reading = {
  readonly law: LawInForce;
  readonly pack: Pack;
  readonly findings: Finding[];
};

export function readRequest(
  request: QuoteRequest,
  { law, pack }: Pick<Reading, 'law' | 'pack'>,
): Result<QuoteAsked, readonly Finding[]> {
  const reading: Reading = { law, pack, findings: [] };
  if (law.on < pack.inForceFrom)
    reading.findings.push(finding('day-before-law', '/on', { from: writeDay(pack.inForceFrom) }));
  const codes = request.goods.map((_, index) => codesOf(request, index, reading));
  const facts = factsOf(request, codes, reading);
  if (hasError(reading.findings)) return failure(reading.findings);
  const bySeller = request.seller === undefined ? facts : fromSeller(facts, request.seller);
  const asked: QuoteAsked = {
    facts: request.mode === undefined ? bySeller : byWay(bySeller, request.mode),
    codes,
    way: request.mode ?? null,
    seller: request.seller ?? null,
  };
  return variantsOf(asked, law) > limits.quoteVariantsMax
    ? failure([finding('quote-too-uncertain', '/goods', { variantsMax: String(limits.quoteVariantsMax) })]) // prettier-ignore
    : success(asked);
}

const variantsOf = (asked: QuoteAsked, law: LawInForce): number =>
  uncertaintiesOf(asked, law).reduce((count, { options }) => count * options.length, 1);

/** The codes as stated, else those of the goods that the words name; empty with a finding where there are none. */
function codesOf({ goods }: QuoteRequest, index: number, reading: Reading): readonly string[] {
  const { commodityCode, commodityCodes, description = '' } = goods[index] ?? {};
  const pointer = `/goods/${index}`;
  if (commodityCode !== undefined)
    return [checkedCode(commodityCode, `${pointer}/commodityCode`, reading)];
  if (commodityCodes !== undefined)
    return [...new Set(commodityCodes)].map((code, at) =>
      checkedCode(code, `${pointer}/commodityCodes/${at}`, reading),
    );
  const meant = goodsMeant(
    description,
    goodsUnder(reading.law, reading.pack.commodityCodes.length > 0),
  ).slice(0, limits.quoteCodesMax);
  if (meant.length === 0)
    reading.findings.push(finding('goods-not-recognised', `${pointer}/commodityCode`));
  return [...new Set(meant.map(({ code }) => code))];
}

function checkedCode(code: string, pointer: string, { law, pack, findings }: Reading): string {
  if (!hasCommodityCodeForm(code)) findings.push(finding('commodity-code-form', pointer));
  // A pack without a list of codes vouches for none of them.
  else if (pack.commodityCodes.length > 0 && !law.knowsCommodityCode(code))
    findings.push(finding('commodity-code-unknown', pointer, { code, on: writeDay(law.on) }));
  return code;
}

/** Everything that was not asked is as it is for most parcels: bought, by a person, in one package. */
function factsOf(
  request: QuoteRequest,
  codes: readonly (readonly string[])[],
  reading: Reading,
): ParcelFacts {
  const freight = moneyOf(request.freight, '/freight', reading);
  const insurance = moneyOf(request.insurance, '/insurance', reading);
  const massGross = massOf(request.weight, '/weight', reading);
  const collector = collectorOf(request.collector, reading);
  return {
    reference: { scheme: 'courier', number: 'QUOTE' },
    profile: 'standard',
    orderNumbers: [],
    direction: 'import',
    nature: request.nature ?? 'sale',
    countryOfDispatch: request.shippedFrom ?? request.from,
    countryOfDestination: request.to,
    packages: request.packages ?? 1,
    pieces: [],
    items: request.goods.map((_, index) => itemOf(request, { index, codes: codes[index] ?? [] }, reading)), // prettier-ignore
    parties: [{ role: 'consignee', identifiers: [], personType: 'natural', country: request.to }],
    streams: { order: false, payment: false, logistics: false, declaration: true, arrival: false },
    sources: {},
    ...(freight === undefined ? {} : { freight }),
    ...(insurance === undefined ? {} : { insurance }),
    ...(massGross === undefined ? {} : { massGross }),
    ...(collector === undefined ? {} : { fiscal: { collector } }),
  };
}

type Place = { readonly index: number; readonly codes: readonly string[] };
type Goods = QuoteRequest['goods'][number];

function itemOf(request: QuoteRequest, { index, codes }: Place, reading: Reading): Item {
  const goods: Partial<Goods> = request.goods[index] ?? {};
  const pointer = `/goods/${index}`;
  const value = moneyOf(goods.value, `${pointer}/value`, reading);
  if (value?.minor === 0n) reading.findings.push(finding('value-zero', `${pointer}/value`));
  const item: Mutable<Item> = {
    origin: originOf(goods, pointer, reading) ?? request.from,
    quantity: { micro: BigInt(goods.quantity ?? 1) * 1_000_000n, unit: 'NAR' },
    licences: goods.licences ?? [],
  };
  const massNet = massOf(goods.weight, `${pointer}/weight`, reading);
  const [commodityCode] = codes;
  if (goods.description !== undefined) item.description = goods.description;
  if (commodityCode !== undefined) item.commodityCode = commodityCode;
  if (value !== undefined) item.value = value;
  if (massNet !== undefined) item.massNet = massNet;
  return item;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

function originOf({ origin }: Partial<Goods>, pointer: string, { findings }: Reading): string | undefined {
  if (origin !== undefined && !isCountry(origin))
    findings.push(finding('country-unknown', `${pointer}/origin`, { country: origin }));
  return origin;
} // prettier-ignore

type Stated = { readonly amount: string; readonly currency: string };

function moneyOf(stated: Stated | undefined, pointer: string, { law, findings }: Reading): Money | undefined {
  if (stated === undefined) return undefined;
  const { amount, currency } = stated;
  if (currency !== law.currency && law.exchangeRate(currency) === null) {
    findings.push(finding('currency-without-rate', `${pointer}/currency`, { currency, on: writeDay(law.on), own: law.currency }));
    return undefined;
  }
  const money = readAmount(amount, currency);
  if (money === null)
    findings.push(finding('value-malformed', `${pointer}/amount`, { expected: `an amount of ${currency} with no more decimals than the currency has` }));
  else if (money.minor < 0n) findings.push(finding('value-negative', `${pointer}/amount`));
  return money ?? undefined;
} // prettier-ignore

function massOf(
  stated: { readonly value: string; readonly unit: string } | undefined,
  pointer: string,
  { findings }: Reading,
): Quantity | undefined {
  if (stated === undefined) return undefined;
  const mass = readQuantity(stated.value, stated.unit);
  if (mass === null)
    findings.push(finding('value-malformed', `${pointer}/value`, { expected: 'a plain decimal such as 0.250' })); // prettier-ignore
  else if (mass.micro === 0n)
    findings.push(finding('value-malformed', `${pointer}/value`, { expected: 'more than zero' }));
  return mass ?? undefined;
}

/** A collector is named by its number alone where the form of the number tells the scheme, or as 'scheme:number'. */
function collectorOf(stated: string | undefined, { law, findings }: Reading): { readonly scheme: string; readonly number: string } | undefined {
  if (stated === undefined) return undefined;
  const at = stated.indexOf(':');
  const named = at === -1 ? undefined : stated.slice(0, at).toLowerCase();
  const number = stated.slice(at + 1);
  const isSpelt = (row: Collector): boolean => row.numberForm !== null && hasForm(number, row.numberForm);
  const row = law.collectors.find((each) => named === undefined ? isSpelt(each) : each.scheme.toLowerCase() === named);
  if (row !== undefined) return { scheme: row.scheme, number };
  const known = law.collectors.map(({ scheme, numberForm }) => numberForm === null ? scheme : `${scheme}:${numberForm}`).join(', ');
  const expected = known === '' ? 'there at all, as this law has no collectors' : `one of ${known}`;
  findings.push(finding('value-malformed', '/collector', { expected }));
  return undefined;
} // prettier-ignore

/** `#` is a digit, `@` a capital letter, anything else itself. */
const hasForm = (number: string, form: string): boolean =>
  number.length === form.length &&
  Array.from(form).every((sign, at) => {
    const letter = number[at] ?? '';
    if (sign === '#') return /[0-9]/.test(letter);
    return sign === '@' ? /[A-Z]/.test(letter) : letter === sign;
  });
