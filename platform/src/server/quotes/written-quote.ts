/** Writes a quote as its document: money first, each part with its law, in words and figures that a signature can cover. */
import { hash } from 'node:crypto';
import type { ChargeLine } from '../../domain/charges/charge.ts';
import { ELEMENTS, type ElementName } from '../../domain/advance-data/elements.ts';
import { registerName } from '../../domain/advance-data/obligations.ts';
import type { LawInForce, LawRow } from '../../domain/jurisdiction/pack.ts';
import type { Source } from '../../domain/jurisdiction/pack-lists.ts';
import { writeDay } from '../../domain/kernel/day.ts';
import { writeAmount } from '../../domain/kernel/money.ts';
import { parseOwn } from '../../domain/kernel/parse-own.ts';
import type { Quote } from '../../domain/quotes/quote.ts';
import { writtenFinding } from '../http/problem.ts';
import { finding } from '../../domain/validation/catalogue.ts';
import type { QuoteDocument } from './answer-schema.ts';

export type Issue = {
  /** Null for an estimate. */
  readonly id: string | null;
  /** RFC 3339, UTC. */
  readonly issuedAt: string;
};

export const digestOfFacts = (written: string): string => hash('sha256', written, 'hex');

export function writeQuote(quote: Quote, law: LawInForce, { id, issuedAt }: Issue): QuoteDocument {
  const { charges, range, validity } = quote;
  const { currency, total, payable } = charges;
  return {
    quote: id,
    status: quote.doubts.length === 0 ? 'binding' : 'estimate',
    because: [...quote.doubts],
    pack: charges.pack,
    law: quote.law,
    on: writeDay(quote.on),
    issuedAt,
    validFrom: writeDay(validity.from),
    validUntil: writeDay(validity.until),
    category: quote.category,
    currency,
    total: writeAmount(total),
    atSale: writeAmount({ ...total, minor: total.minor - payable.minor }),
    atDelivery: writeAmount(payable),
    collector: quote.collector === null ? null : { scheme: quote.collector.scheme, model: quote.collector.model, ...lawOf(quote.collector, law) },
    lines: charges.lines.map((line) => writeLine(line, quote, law)),
    spared: quote.reliefs.map((row) => ({ charge: row.tax, limit: writeAmount(row.amount), ...lawOf(row, law) })),
    range: range === null ? null : { low: writeAmount(range.low), high: writeAmount(range.high), settledBy: range.settledBy.map(({ fact, options }) => ({ fact, options: options.map(({ says, total: sum }) => ({ says, total: writeAmount(sum) })) })) },
    prohibitions: quote.prohibitions.map(({ row, items }) => ({ category: row.category, action: row.action, agency: row.agency, licence: row.licence, items: [...items], ...lawOf(row, law) })),
    documents: quote.needed.map(({ element, obligation, source }) => ({ element, says: wordsOf(element), obligation, source })),
    unverified: [...quote.unverified],
    facts: parseOwn<Record<string, unknown>>(quote.written),
    factDigest: digestOfFacts(quote.written),
    findings: findingsOf(quote).map(writtenFinding),
    signature: null,
  };
} // prettier-ignore

type LineDocument = QuoteDocument['lines'][number];

const writeLine = (line: ChargeLine, { unverified }: Quote, law: LawInForce): LineDocument => ({
  charge: line.charge,
  amount: writeAmount(line.amount),
  item: line.item,
  place: line.place,
  rule: line.rule,
  verified: !unverified.includes(line.rule),
  source: line.source,
  ...titleOf(law, line.source),
  steps: line.steps().map((step) => ({ ...step })),
});

type Legal = {
  readonly rule: string;
  readonly source: string;
  readonly title: string;
  readonly permalink: string;
};

const lawOf = ({ id, source }: Pick<LawRow, 'id' | 'source'>, law: LawInForce): Legal => ({
  rule: id,
  source,
  ...titleOf(law, source),
});

/** The law speaks its own language: its title is never translated. */
function titleOf(law: LawInForce, id: string): Pick<Legal, 'title' | 'permalink'> {
  const source = sourceOf(law, id);
  return source === undefined
    ? { title: id, permalink: '' }
    : { title: `${source.title}, ${source.article}`, permalink: source.permalink };
}

export const sourceOf = (
  { sources }: Pick<LawInForce, 'sources'>,
  id: string,
): Source | undefined => sources.find((source) => source.id === id);

const isElementName = (name: string): name is ElementName => ELEMENTS.has(name);

/** What an element is, in the words of the register; of a party, which of them. */
function wordsOf(element: string): string {
  const [list, role = '', member] = element.split('.');
  if (list === 'parties') return member === undefined ? `The ${plain(role)}.` : `${capital(plain(member))} of the ${plain(role)}.`; // prettier-ignore
  const name = registerName(element);
  return (isElementName(name) ? ELEMENTS.get(name)?.says : undefined) ?? element;
}

const findingsOf = ({ charges }: Quote) =>
  charges.missing.map((pointer) =>
    /mass/i.test(pointer)
      ? finding('weight-needed', goodsPointer(pointer))
      : finding('element-missing', goodsPointer(pointer), { element: pointer.split('/').at(-1) ?? '' }),
  ); // prettier-ignore

/** Items of the parcel are the goods of the request, and their mass its weight. */
const goodsPointer = (pointer: string): string =>
  pointer.replace(/^\/items/, '/goods').replace(/\/(?:massNet|massGross)$/, '/weight');

const plain = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('-', ' ');
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
