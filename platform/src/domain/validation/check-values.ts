/** Decides whether the amounts of a statement are possible and add up. */
import type { Item, StatedConsignment } from '../advance-data/statement.ts';
import { minorDigits } from '../kernel/currency.ts';
import { writeAmount, type Money } from '../kernel/money.ts';
import { wordsOf } from '../parties/normalise.ts';
import type { Party } from '../parties/party.ts';
import { finding } from './catalogue.ts';
import { checkCurrency } from './check-identifiers.ts';
import { isTokenAmount, isWithin } from './quality-law.ts';
import { note, type Sheet } from './sheet.ts';
import { coverageOf } from './term-set.ts';

const OF_CONSIGNMENT = ['totalValue', 'freight', 'insurance'] as const;

/** Notes impossible amounts, unknown and mixed currencies, sums that differ, and gifts that a business sends. */
export function checkValues(sheet: Sheet): void {
  const { stated } = sheet;
  for (const element of OF_CONSIGNMENT) checkAmount(sheet, stated[element], element);
  checkAmount(sheet, stated.order?.paid, 'order/paid');
  checkAmount(sheet, stated.payment?.amount, 'payment/amount');
  checkAmount(sheet, stated.fiscal?.collected, 'fiscal/collected');
  if (stated.totalValue?.minor === 0n && stated.items.length === 0) checkZero(sheet, 'totalValue');
  checkSum(sheet);
  if (stated.nature === 'gift') checkGift(sheet);
}

function checkAmount(sheet: Sheet, amount: Money | undefined, element: string): void {
  if (amount === undefined) return;
  checkCurrency(sheet, amount, element);
  if (amount.minor < 0n)
    note(sheet, finding('value-negative', `${sheet.pointer}/${element}/amount`));
}

function checkZero(sheet: Sheet, element: string): void {
  if (sheet.stated.nature === 'documents') return;
  note(sheet, finding('value-zero', `${sheet.pointer}/${element}/amount`));
}

/**
 * Notes `value-zero`, `value-negative`, `value-token` or `value-round` of an item. Documents may be worth nothing.
 * @source wto-customs-valuation
 */
export function checkItemValue(sheet: Sheet, item: Item, index: number): void {
  const { value } = item;
  if (value === undefined) return;
  const element = `items/${index}/value`;
  if (value.minor <= 0n) {
    if (value.minor === 0n) checkZero(sheet, element);
    else note(sheet, finding('value-negative', `${sheet.pointer}/${element}/amount`));
    return;
  }
  const { rules } = sheet;
  const named = () => ({ amount: writeAmount(value), currency: value.currency });
  const unit = unitOf(value.currency);
  if (isTokenAmount(rules, value)) {
    note(sheet, finding('value-token', `${sheet.pointer}/${element}`, named()));
  } else if (rules.roundStep > 0n && value.minor % (rules.roundStep * unit) === 0n) {
    note(sheet, finding('value-round', `${sheet.pointer}/${element}`, named()));
  }
}

const unitOf = (currency: string): bigint => UNITS[minorDigits(currency)] ?? 100n;
const UNITS: readonly bigint[] = [1n, 10n, 100n, 1000n, 10_000n];

/**
 * Notes `items-sum-differs` unless the total is the sum of the items, with or without freight and insurance; amounts in
 * several currencies are not added up but noted as `currencies-mixed`.
 */
function checkSum(sheet: Sheet): void {
  const { stated } = sheet;
  const currencies = currenciesOf(stated);
  if (currencies.size > 1) {
    const named = [...currencies].sort().join(', ');
    note(sheet, finding('currencies-mixed', `${sheet.pointer}/totalValue`, { currencies: named }));
    return;
  }
  const { totalValue } = stated;
  const goods = sumOfItems(stated);
  if (totalValue === undefined || goods === null) return;
  const freight = stated.freight?.minor ?? 0n;
  const insurance = stated.insurance?.minor ?? 0n;
  const allowed = sheet.rules.sumTolerance;
  const unit = unitOf(totalValue.currency);
  for (const sum of [goods, goods + freight, goods + freight + insurance, goods + insurance]) {
    if (isWithin(allowed, [totalValue.minor, sum], unit)) return;
  }
  const { currency } = totalValue;
  note(
    sheet,
    finding('items-sum-differs', `${sheet.pointer}/totalValue`, {
      items: writeAmount({ minor: goods, currency }),
      total: writeAmount(totalValue),
      currency,
    }),
  );
}

function currenciesOf(stated: StatedConsignment): ReadonlySet<string> {
  const found = new Set<string>();
  for (const item of stated.items) if (item.value !== undefined) found.add(item.value.currency);
  for (const element of OF_CONSIGNMENT) {
    const amount = stated[element];
    if (amount !== undefined) found.add(amount.currency);
  }
  return found;
}

/** Null when there is no item, or one without a value. */
function sumOfItems(stated: StatedConsignment): bigint | null {
  let sum = 0n;
  for (const item of stated.items) {
    if (item.value === undefined) return null;
    sum += item.value.minor;
  }
  return stated.items.length === 0 ? null : sum;
}

/** A gift goes from one private person to another, without payment. @source wco-irg-2018 */
function checkGift(sheet: Sheet): void {
  if (isFromBusiness(sheet)) note(sheet, finding('gift-from-business', `${sheet.pointer}/nature`));
}

function isFromBusiness(sheet: Sheet): boolean {
  const { stated, kind } = sheet;
  if (kind === 'order' || kind === 'payment' || stated.fiscal?.collector !== undefined) return true;
  return stated.parties.some(
    (party) =>
      party.role === 'seller' ||
      party.role === 'platform' ||
      (party.role === 'consignor' && isBusiness(sheet, party)),
  );
}

function isBusiness({ rules }: Sheet, party: Party): boolean {
  if (party.personType === 'legal') return true;
  if (party.name === undefined || rules.companyForms === null) return false;
  return coverageOf(rules.companyForms, wordsOf(party.name)).term !== null;
}
