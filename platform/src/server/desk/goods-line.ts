/** Says in one line what is in a parcel: the first goods with their number, and how many kinds more. */
import type { Item } from '../../domain/advance-data/statement.ts';
import { writeQuantity } from '../../domain/kernel/quantity.ts';

const LETTERS_MAX = 80;

/** '12 × cotton shirt' or 'cotton shirt and 2 more'; a number that the words end with is not said again. */
export function goodsLine(items: readonly Pick<Item, 'description' | 'quantity'>[]): string {
  const [first, ...others] = items;
  if (first === undefined) return 'goods not stated';
  const said = first.description ?? 'goods without a description';
  const name = said.length > LETTERS_MAX ? `${said.slice(0, LETTERS_MAX - 1)}…` : said;
  const count = first.quantity === undefined ? '' : writeQuantity(first.quantity);
  const isSaid = count === '' || count === '1' || said.trimEnd().endsWith(` ${count}`);
  const counted = isSaid ? name : `${count} × ${name}`;
  return others.length === 0 ? counted : `${counted} and ${others.length} more`;
}
