/** What a quote is asked for: the facts of a parcel that is not there yet, and which of them nobody has stated. */
import type { ParcelFacts } from '../advance-data/parcel-facts.ts';
import type { Channel, Mode } from '../advance-data/statement.ts';
import type { LawInForce } from '../jurisdiction/pack.ts';
import { choicesOf, readsOf } from '../charges/law-reads.ts';
import type { Money } from '../kernel/money.ts';

/** How goods come, in a citizen's words: by post, by an express carrier's aircraft, by sea or by road. */
export const WAYS = ['post', 'air', 'sea', 'road'] as const;
export type Way = (typeof WAYS)[number];

/** Goods by post are flown; what comes by sea comes as freight. */
const WAY_FACTS: Readonly<Record<Way, { readonly mode: Mode; readonly channel: Channel }>> = {
  post: { mode: 'air', channel: 'post' },
  air: { mode: 'air', channel: 'express' },
  sea: { mode: 'sea', channel: 'freight' },
  road: { mode: 'road', channel: 'express' },
};

export const SELLERS = ['business', 'person'] as const;
export type Seller = (typeof SELLERS)[number];

export type QuoteAsked = {
  /** With the likeliest code of each kind of goods; without way, seller and freight where these were not stated. */
  readonly facts: ParcelFacts;
  /** By item, the codes it may have, the likeliest first. */
  readonly codes: readonly (readonly string[])[];
  readonly way: Way | null;
  readonly seller: Seller | null;
};

/** A fact that was not stated and that may decide the figures, with what it may be. */
export type Uncertainty = {
  /** JSON Pointer into the request. */
  readonly fact: string;
  /** The likeliest first. */
  readonly options: readonly Option[];
};
export type Option = {
  readonly says: string;
  readonly apply: (facts: ParcelFacts) => ParcelFacts;
};

export const byWay = (facts: ParcelFacts, way: Way): ParcelFacts => ({
  ...facts,
  ...WAY_FACTS[way],
});

export const fromSeller = (facts: ParcelFacts, seller: Seller): ParcelFacts => ({
  ...facts,
  parties: [
    {
      role: 'seller',
      identifiers: [],
      personType: seller === 'business' ? 'legal' : 'natural',
      ...(facts.countryOfDispatch === undefined ? {} : { country: facts.countryOfDispatch }),
    },
    ...facts.parties.filter(({ role }) => role !== 'seller'),
  ],
});

/** What the law asks about and nobody stated. */
export function uncertaintiesOf(asked: QuoteAsked, law: LawInForce): readonly Uncertainty[] {
  const choices = choicesOf(asked.facts).flatMap((choice, item) =>
    (asked.codes[item] ?? [choice.code]).map((code) => ({ ...choice, code })),
  );
  const { names } = readsOf(law, choices);
  const found: Uncertainty[] = [];
  for (const [item, codes] of asked.codes.entries())
    if (codes.length > 1)
      found.push({
        fact: `/goods/${item}/commodityCode`,
        options: codes.map((code) => ({ says: code, apply: (facts) => withCode(facts, item, code) })),
      });
  if (asked.way === null && (names.has('mode') || names.has('channel')))
    found.push({ fact: '/mode', options: WAYS.map((way) => ({ says: way, apply: (facts) => byWay(facts, way) })) });
  if (asked.seller === null && names.has('seller.person'))
    found.push({
      fact: '/seller',
      options: SELLERS.map((seller) => ({ says: seller, apply: (facts) => fromSeller(facts, seller) })),
    });
  const freight = asked.facts.freight === undefined ? likelyFreight(asked.facts) : null;
  if (freight !== null && names.has('value.freight'))
    found.push({
      fact: '/freight',
      options: [
        { says: 'nothing, or in the price', apply: (facts) => facts },
        { says: 'half the price', apply: (facts) => ({ ...facts, freight }) },
      ],
    });
  return found;
} // prettier-ignore

const withCode = (facts: ParcelFacts, item: number, commodityCode: string): ParcelFacts => ({
  ...facts,
  items: facts.items.map((each, at) => (at === item ? { ...each, commodityCode } : each)),
});

/** Half the price of the goods: the most that freight is assumed to be while nobody states it. */
function likelyFreight({ items }: ParcelFacts): Money | null {
  const currency = items[0]?.value?.currency;
  if (currency === undefined) return null;
  let sum = 0n;
  for (const { value } of items) if (value?.currency === currency) sum += value.minor;
  return sum < 2n ? null : { minor: sum / 2n, currency };
}
