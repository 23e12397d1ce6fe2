/** What people buy on the demo day: phrases with their right HS codes, and the ranges of weight and price they come in. */
import { present } from '../../domain/kernel/invariant.ts';
import { CLOTHING } from './products-clothing.ts';
import { HOME } from './products-home.ts';
import { LEISURE } from './products-leisure.ts';

export type Range = { readonly from: number; readonly to: number };
export type Product = {
  readonly description: string;
  readonly commodityCode: string;
  readonly grams: Range;
  readonly cents: Range;
  /** The most that one parcel holds of it. */
  readonly most: number;
};

export const PRODUCTS: readonly [Product, ...Product[]] = readProducts(CLOTHING + HOME + LEISURE);

function readProducts(text: string): readonly [Product, ...Product[]] {
  const [first, ...rest] = text.split('\n').filter((line) => line !== '').map(readProduct); // prettier-ignore
  return [present(first, 'there is something to buy'), ...rest];
}

function readProduct(line: string): Product {
  const [description = '', commodityCode = '', grams = '', cents = '', most = ''] = line.split('|');
  return {
    description,
    commodityCode,
    grams: readRange(grams),
    cents: readRange(cents),
    most: Number(most),
  };
}

function readRange(text: string): Range {
  const [from = '', to = ''] = text.split('-');
  return { from: Number(from), to: Number(to) };
}
