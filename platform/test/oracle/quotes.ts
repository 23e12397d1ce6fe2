/** Gives a quote for a random parcel, ships it, and charges it by the path of every parcel: what a property or a long run compares. */
import fc from 'fast-check';
import type { ParcelFacts } from '../../src/domain/advance-data/parcel-facts.ts';
import type { ChargeAssessment } from '../../src/domain/charges/charge.ts';
import { factsThatMatter } from '../../src/domain/charges/facts-that-matter.ts';
import type { QuoteOutcome } from '../../src/domain/charges/quoted.ts';
import { lawInForce } from '../../src/domain/jurisdiction/in-force.ts';
import type { LawInForce, Pack } from '../../src/domain/jurisdiction/pack.ts';
import { writeAmount } from '../../src/domain/kernel/money.ts';
import { chargeAsQuoted, chargesAsQuoted } from '../../src/domain/quotes/honour.ts';
import { writeQuotedFacts } from '../../src/domain/quotes/quoted-facts.ts';
import { changesOf, validityOf } from '../../src/domain/quotes/validity.ts';
import type { Given } from './parcels.ts';

type Change = (facts: ParcelFacts) => ParcelFacts;

/** What may be added to a parcel after its quote without touching what it owes: names, numbers, streams, the order of goods. */
export const irrelevantly = (): fc.Arbitrary<Change> =>
  fc
    .record({ turned: fc.boolean(), orders: fc.array(fc.string({ minLength: 4, maxLength: 8 }), { maxLength: 2 }), sku: fc.string({ maxLength: 5 }), declared: fc.boolean() })
    .map(({ turned, orders, sku, declared }) => (facts: ParcelFacts): ParcelFacts => ({
      ...facts,
      reference: { scheme: 's10', number: 'RB123456785XQ' },
      orderNumbers: orders,
      items: (turned ? facts.items.toReversed() : facts.items).map((item) => ({ ...item, sku })),
      streams: { ...facts.streams, order: declared, payment: declared },
      transport: { means: 'XM214' },
    })); // prettier-ignore

type Shipping = {
  readonly changed: Change;
  /** Chooses the day of the taxable event among those for which the quote holds. */
  readonly when: number;
};

export type Shipped = {
  readonly quoted: ChargeAssessment;
  readonly shipped: ChargeAssessment;
  readonly outcome: QuoteOutcome | null;
  /** Of the taxable event. */
  readonly law: LawInForce;
};

export function quoteAndShip(
  pack: Pack,
  { facts, day }: Pick<Given, 'facts' | 'day'>,
  { changed, when }: Shipping,
): Shipped {
  const given = lawInForce(pack, day);
  const lawOn = (on: number): LawInForce => lawInForce(pack, on);
  const quoted = chargesAsQuoted(facts, given);
  const { from, until } = validityOf({ facts, charges: quoted, law: given, lawOn, changes: changesOf(pack), today: day }); // prettier-ignore
  const quote = {
    id: 'Q',
    law: `${pack.id}@1`,
    on: day,
    from,
    until,
    facts: writeQuotedFacts(factsThatMatter(facts, given)),
    currency: quoted.currency,
    total: writeAmount(quoted.total),
    payable: writeAmount(quoted.payable),
  };
  const law = lawOn(from + (until > from ? when % (until - from) : 0));
  const parcel = changed(facts);
  const { charges, outcome } = chargeAsQuoted({ ...parcel, fiscal: { ...parcel.fiscal, quote: 'Q' } }, law, { named: 'Q', known: { quote, law: given } }); // prettier-ignore
  return { quoted, shipped: charges, outcome, law };
}
