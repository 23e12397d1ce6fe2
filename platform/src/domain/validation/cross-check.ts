/** Compares what independent sources said about one parcel: order, payment, logistics and declaration must tell one story. */
import type { ParcelFacts } from '../advance-data/parcel-facts.ts';
import type { Statement, StatementKind } from '../advance-data/statement.ts';
import type { LawInForce } from '../jurisdiction/pack.ts';
import type { Finding } from '../kernel/finding.ts';
import { graded, finding } from './catalogue.ts';
import { checkGoods } from './cross-check-goods.ts';
import { checkTotals } from './cross-check-totals.ts';
import type { Comparison } from './comparison.ts';
import { qualityLaw } from './quality-law.ts';

const NONE: readonly Finding[] = [];

/**
 * What the statements in force about a parcel contradict each other in. Pointers name the kind of statement to look at
 * first, then the element in its consignment: `/declaration/totalValue`. Sources that are silent contradict nobody.
 *
 * Notes the three-way match of order, payment and declaration, differing quantities, masses, destinations, origins,
 * codes, descriptions and collectors, and gifts that were paid for. @source wco-ecommerce-fos
 */
export function crossCheck(
  facts: ParcelFacts,
  statements: readonly Statement[],
  law: LawInForce,
): readonly Finding[] {
  if (statements.length < 2) return NONE;
  const rules = qualityLaw(law);
  const findings: Finding[] = [];
  const comparison: Comparison = {
    rules,
    orders: statements.filter(({ kind }) => kind === 'order'),
    payments: statements.filter(({ kind }) => kind === 'payment'),
    logistics: statements.findLast(({ kind }) => kind === 'logistics'),
    declaration: statements.findLast(({ kind }) => kind === 'declaration'),
    note: (what) => findings.push(graded(what, rules.severities.get(what.code) ?? what.severity)),
  };
  checkTotals(comparison);
  checkGoods(comparison);
  checkGift(comparison, facts, statements);
  checkCollectors(comparison);
  return findings.length === 0 ? NONE : findings;
}

/** A gift is not ordered and not paid for by its receiver. @source wco-irg-2018 */
function checkGift(
  { note }: Comparison,
  { nature, streams }: ParcelFacts,
  statements: readonly Statement[],
): void {
  if (nature !== 'gift' || (!streams.payment && !streams.order)) return;
  const speaker =
    statements.findLast(({ facts }) => facts.nature === 'gift')?.kind ?? 'declaration';
  const evidence = streams.payment ? 'a payment' : 'an order';
  note(finding('gift-with-payment', `/${speaker}/nature`, { evidence }));
}

/** Platform and declarant must name one collector, or the charges are collected twice or never. */
function checkCollectors({ orders, declaration, note }: Comparison): void {
  const order = orders.at(-1);
  if (order === undefined || declaration === undefined) return;
  const sold = order.facts.fiscal?.collector;
  const declared = declaration.facts.fiscal?.collector;
  const pointer = '/declaration/fiscal/collector';
  if (sold === undefined && declared === undefined) return;
  if (sold === undefined || declared === undefined) {
    const [one, other]: readonly [StatementKind, StatementKind] =
      sold === undefined ? ['declaration', 'order'] : ['order', 'declaration'];
    note(finding('collector-only-in-one', pointer, { one, other }));
  } else if (sold.scheme !== declared.scheme || sold.number !== declared.number) {
    note(finding('collector-differs', pointer, { one: 'order', other: 'declaration' }));
  }
}
