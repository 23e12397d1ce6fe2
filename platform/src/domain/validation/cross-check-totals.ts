/** Matches the totals of order, payment and declaration within what the law allows. */
import type { ConsignmentFacts, Statement, StatementKind } from '../advance-data/statement.ts';
import { conversionFrom } from '../jurisdiction/exchange.ts';
import { minorDigits } from '../kernel/currency.ts';
import { writeAmount } from '../kernel/money.ts';
import { EXACT_CENT, timesRate } from '../kernel/rate.ts';
import { finding } from './catalogue.ts';
import type { Comparison } from './comparison.ts';
import { isWithin, type QualityLaw } from './quality-law.ts';

/**
 * What one source says was to be paid. Sources include freight, insurance and tax or leave them out; each way of adding
 * up is a candidate, the first being the one to show. Minor units of one currency.
 */
type Total = {
  readonly of: StatementKind;
  readonly currency: string;
  readonly candidates: readonly bigint[];
};

/** Notes `order-total-differs`, `payment-differs-from-order`, and without an order `payment-differs-from-declaration`. */
export function checkTotals(comparison: Comparison): void {
  const { orders, payments, declaration, note } = comparison;
  const ordered = totalOf('order', orders, orderedBy);
  const paid = totalOf('payment', payments, paidBy);
  const declared =
    declaration === undefined ? null : totalOf('declaration', [declaration], declaredBy);
  const declaredAndOrdered = compare(comparison, declared, ordered);
  if (declaredAndOrdered !== null) {
    const { left, right, currency } = declaredAndOrdered;
    const parameters = { declared: left, ordered: right, currency };
    note(finding('order-total-differs', POINTERS.declaration, parameters));
  }
  const paidAndOrdered = compare(comparison, paid, ordered);
  if (paidAndOrdered !== null) {
    const { left, right, currency } = paidAndOrdered;
    note(
      finding('payment-differs-from-order', POINTERS.payment, {
        paid: left,
        ordered: right,
        currency,
      }),
    );
  }
  if (ordered !== null) return;
  const declaredAndPaid = compare(comparison, declared, paid);
  if (declaredAndPaid !== null) {
    const { left, right, currency } = declaredAndPaid;
    const parameters = { declared: left, paid: right, currency };
    note(finding('payment-differs-from-declaration', POINTERS.declaration, parameters));
  }
}

const POINTERS: Readonly<Record<StatementKind, string>> = {
  order: '/order/totalValue',
  payment: '/payment/payment/amount',
  logistics: '/logistics/totalValue',
  declaration: '/declaration/totalValue',
  arrival: '/arrival/totalValue',
};

type Stated = { readonly currency: string; readonly candidates: readonly bigint[] };

/** Adds the statements of one kind up, way by way; null when none states a total or they are in several currencies. */
function totalOf(
  of: StatementKind,
  statements: readonly Statement[],
  read: (facts: ConsignmentFacts) => Stated | null,
): Total | null {
  let sum: Stated | null = null;
  for (const { facts } of statements) {
    const stated = read(facts);
    if (stated === null) continue;
    if (sum === null) {
      sum = stated;
      continue;
    }
    if (sum.currency !== stated.currency) return null;
    const before: readonly bigint[] = sum.candidates;
    const longer = before.length > stated.candidates.length ? before : stated.candidates;
    sum = {
      currency: sum.currency,
      candidates: longer.map((_, way) => at(before, way) + at(stated.candidates, way)),
    };
  }
  return sum === null ? null : { of, ...sum };
}

/** A source that states fewer ways adds up the same in all others. */
const at = (candidates: readonly bigint[], way: number): bigint =>
  candidates[way] ?? candidates[0] ?? 0n;

/** Goods alone, then with freight, insurance and what was collected at the sale, in every combination. */
function declaredBy(facts: ConsignmentFacts): Stated | null {
  const goods = goodsOf(facts);
  if (goods === null) return null;
  const { currency } = goods;
  const extras = [facts.freight, facts.insurance, facts.fiscal?.collected].map((extra) =>
    extra?.currency === currency ? extra.minor : 0n,
  );
  let candidates: readonly bigint[] = [goods.minor];
  for (const extra of extras) {
    if (extra === 0n) continue;
    candidates = [...candidates, ...candidates.map((minor) => minor + extra)];
  }
  return { currency, candidates };
}

function orderedBy(facts: ConsignmentFacts): Stated | null {
  const stated = declaredBy(facts);
  const paid = facts.order?.paid;
  if (paid === undefined) return stated;
  if (stated?.currency !== paid.currency)
    return { currency: paid.currency, candidates: [paid.minor] };
  return { currency: paid.currency, candidates: [...stated.candidates, paid.minor] };
}

function paidBy(facts: ConsignmentFacts): Stated | null {
  const amount = facts.payment?.amount ?? facts.totalValue;
  return amount === undefined ? null : { currency: amount.currency, candidates: [amount.minor] };
}

/** The sum of the items, or the total where items have no values of one currency. */
function goodsOf({
  items,
  totalValue,
}: ConsignmentFacts): { currency: string; minor: bigint } | null {
  const currency = items[0]?.value?.currency;
  let sum = 0n;
  for (const { value } of items) {
    if (value === undefined || value.currency !== currency) return totalValue ?? null;
    sum += value.minor;
  }
  return currency === undefined ? (totalValue ?? null) : { currency, minor: sum };
}

/** Two totals that no way of adding up brings together, as amounts of one currency. */
type Apart = { readonly left: string; readonly right: string; readonly currency: string };

/** Null when one of them is not stated, or some way of adding up agrees. Notes `currency-differs` when no rate is known. */
function compare(
  { rules, note }: Comparison,
  one: Total | null,
  other: Total | null,
): Apart | null {
  if (one === null || other === null) return null;
  const isSame = one.currency === other.currency;
  const left = isSame ? one.candidates : inOwnCurrency(rules, one);
  const right = isSame ? other.candidates : inOwnCurrency(rules, other);
  if (left === null || right === null) {
    const named = {
      one: one.of,
      oneCurrency: one.currency,
      other: other.of,
      otherCurrency: other.currency,
    };
    note(finding('currency-differs', POINTERS[one.of], named));
    return null;
  }
  const currency = isSame ? one.currency : rules.law.currency;
  const unit = 10n ** BigInt(minorDigits(currency));
  const agrees = left.some((minor) =>
    right.some((against) => isWithin(rules.matchTolerance, [minor, against], unit)),
  );
  if (agrees) return null;
  const show = (candidates: readonly bigint[]): string =>
    writeAmount({ minor: candidates[0] ?? 0n, currency });
  return { left: show(left), right: show(right), currency };
}

function inOwnCurrency({ law }: QualityLaw, total: Total): readonly bigint[] | null {
  if (total.currency === law.currency) return total.candidates;
  const conversion = conversionFrom(total.currency, law);
  if (conversion === null) return null;
  const { currency } = total;
  return total.candidates.map(
    (minor) => timesRate({ minor, currency }, conversion.perMinor, EXACT_CENT).minor,
  );
}
