/** Reads the form of the estimate: what was typed, the facts it makes, and each fault at its field. */
import type { LawInForce } from '../../domain/jurisdiction/pack.ts';
import { hasCommodityCodeForm } from '../../domain/kernel/commodity-code.ts';
import { isCountry } from '../../domain/kernel/country.ts';
import { limits } from '../../domain/kernel/limits.ts';
import { readAmount, writeAmount, type Money } from '../../domain/kernel/money.ts';
import { readQuantity, writeQuantity, type Quantity } from '../../domain/kernel/quantity.ts';
import { goodsMeant, goodsUnder } from '../quotes/known-goods.ts';
import type { QuoteRequest } from '../quotes/request-schema.ts';
import type { FieldFault } from './texts.ts';
import { typedIn, type Query } from './typed.ts';

export const FIELDS = ['what', 'goods', 'code', 'from', 'price', 'currency', 'by', 'freight', 'weight', 'gift', 'taxed'] as const; // prettier-ignore
export type Field = (typeof FIELDS)[number];

/** What stands in the fields, trimmed; an empty text where nothing does. */
export type Typed = Readonly<Record<Field, string>>;
export type Faults = Readonly<Partial<Record<Field, FieldFault>>>;

/** `request` is what a quote is asked for with; null while a field has to be mended. */
export type Answers = { readonly typed: Typed; readonly faults: Faults; readonly request: QuoteRequest | null }; // prettier-ignore

const LETTERS_MAX = 120;

export function typedFields(query: Query): Typed {
  const field = (name: Field): string => typedIn(query, name).slice(0, LETTERS_MAX);
  return {
    what: field('what'),
    goods: field('goods'),
    code: field('code'),
    from: field('from').toUpperCase(),
    price: field('price'),
    currency: field('currency').toUpperCase(),
    by: field('by'),
    freight: field('freight'),
    weight: field('weight'),
    gift: field('gift'),
    taxed: field('taxed'),
  };
}

/** An empty form is no answer: somebody has just come. */
export const isAnswered = (query: Query): boolean => 'what' in query || 'price' in query;

export function readAnswers(typed: Typed, law: LawInForce): Answers {
  const faults: Partial<Record<Field, FieldFault>> = {};
  const codes = codesOf(typed, law, faults);
  const price = priceOf(typed, law, faults);
  const freight = optionalAmount(typed.freight, typed.currency);
  if (freight === null) faults.freight = 'freight-malformed';
  const weight = weightOf(typed.weight);
  if (weight === null) faults.weight = 'weight-malformed';
  if (!isCountry(typed.from)) faults.from = 'from-unknown';
  if (typed.by !== 'post' && typed.by !== 'express') faults.by = 'by-unknown';
  const complete = codes !== null && price !== null && Object.keys(faults).length === 0;
  return {
    typed,
    faults,
    request: complete ? requestOf({ typed, codes, price, freight, weight }, law) : null,
  };
}

type Collecting = Partial<Record<Field, FieldFault>>;

/** The code as typed counts first, then what was chosen from the list, then all that the words may mean. */
function codesOf(typed: Typed, law: LawInForce, faults: Collecting): readonly string[] | null {
  const code = plainDigits(typed.code).replaceAll(/[\s.]/g, '');
  if (code !== '') {
    const checked = knownCode(code, law, faults);
    return checked === null ? null : [checked];
  }
  const known = goodsUnder(law);
  const chosen = known.find((goods) => goods.code === typed.goods);
  const meant = chosen === undefined ? goodsMeant(typed.what, known) : [chosen];
  const codes = [...new Set(meant.map((goods) => goods.code))].slice(0, limits.quoteCodesMax);
  if (codes.length > 0) return codes;
  faults.what = typed.what === '' ? 'what-empty' : 'what-unknown';
  return null;
}

function knownCode(code: string, law: LawInForce, faults: Collecting): string | null {
  if (!hasCommodityCodeForm(code)) faults.code = 'code-malformed';
  else if (!law.knowsCommodityCode(code)) faults.code = 'code-unknown';
  return faults.code === undefined ? code : null;
}

function priceOf(typed: Typed, law: LawInForce, faults: Collecting): Money | null {
  const { currency } = typed;
  if (
    !/^[A-Z]{3}$/.test(currency) ||
    !(currency === law.currency || law.exchangeRate(currency) !== null)
  ) {
    // prettier-ignore
    faults.currency = 'currency-unknown';
    return null;
  }
  const price = readAmount(decimalText(typed.price), currency);
  if (price === null || price.minor < 0n) faults.price = 'price-malformed';
  else if (price.minor === 0n) faults.price = 'price-zero';
  return price;
}

/** Undefined when nothing was typed, null when it is no amount. */
function optionalAmount(text: string, currency: string): Money | undefined | null {
  if (text === '') return undefined;
  if (!/^[A-Z]{3}$/.test(currency)) return undefined;
  const amount = readAmount(decimalText(text), currency);
  return amount === null || amount.minor < 0n ? null : amount;
}

const weightOf = (text: string): Quantity | undefined | null =>
  text === '' ? undefined : readQuantity(decimalText(text), 'KGM');

const ARABIC_ZERO = 0x06_60;
const DIGIT_ZERO = 0x30;

/** The digits of Arabic keyboards as those of the law. */
const plainDigits = (text: string): string =>
  text.replaceAll(/[٠-٩]/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) - ARABIC_ZERO + DIGIT_ZERO),
  );

/** '1 234,50', '1,234.50' and '١٢٫٥' as people write them; a comma is a point when one or two digits end the text after it. */
function decimalText(text: string): string {
  const digits = plainDigits(text).replaceAll('٫', '.').replaceAll(/[\s٬'’]/g, ''); // prettier-ignore
  const pointed = /^\d+,\d{1,2}$/.test(digits) ? digits.replace(',', '.') : digits;
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(pointed) ? pointed.replaceAll(',', '') : pointed;
}

type Read = {
  readonly typed: Typed;
  readonly codes: readonly string[];
  readonly price: Money;
  readonly freight: Money | undefined | null;
  readonly weight: Quantity | undefined | null;
};

/** One kind of goods, brought in today: everything that was not asked is as it is for most parcels. */
function requestOf(read: Read, law: LawInForce): QuoteRequest {
  const { typed, freight } = read;
  const scheme = typed.taxed === '' ? undefined : checkoutScheme(law);
  const isGift = typed.gift !== '';
  return {
    to: law.country,
    from: typed.from,
    mode: typed.by === 'express' ? 'air' : 'post',
    nature: isGift ? 'gift' : 'sale',
    seller: isGift ? 'person' : 'business',
    goods: [goodsOf(read)],
    ...(freight === undefined || freight === null ? {} : { freight: amountOf(freight) }),
    ...(scheme === undefined ? {} : { collector: `${scheme}:` }),
  };
}

function goodsOf({ typed, codes, price, weight }: Read): QuoteRequest['goods'][number] {
  const [code, ...others] = codes;
  return {
    value: amountOf(price),
    ...(typed.what === '' ? {} : { description: typed.what }),
    ...(others.length > 0 || code === undefined ? { commodityCodes: [...codes] } : { commodityCode: code }),
    ...(weight === undefined || weight === null ? {} : { weight: { value: writeQuantity(weight), unit: 'KGM' } }),
  };
} // prettier-ignore

const amountOf = (amount: Money): { readonly amount: string; readonly currency: string } => ({
  amount: writeAmount(amount),
  currency: amount.currency,
});

/** The scheme of shops and platforms that take the tax at checkout; undefined where the law has none. */
export const checkoutScheme = (law: Pick<LawInForce, 'collectors'>): string | undefined =>
  law.collectors.find(({ model }) => model === 'platform')?.scheme;
