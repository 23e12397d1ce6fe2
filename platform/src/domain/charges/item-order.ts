/** An order of items by what is charged on them, so that the order in which they were declared never decides anything. */
import type { Item } from '../advance-data/statement.ts';

/** Compares two items (by index) by everything that rates can ask about; items that are equal here are charged alike. */
export function itemOrder(items: readonly Item[]): (left: number, right: number) => number {
  let keys: readonly string[] | null = null;
  return (left, right) => {
    keys ??= items.map(keyOf);
    const one = keys[left] ?? '';
    const other = keys[right] ?? '';
    return one < other ? -1 : one > other ? 1 : 0;
  };
}

const keyOf = (item: Item): string =>
  [
    item.commodityCode, item.origin, item.value?.minor, item.value?.currency, item.massNet?.micro, item.massNet?.unit, item.massGross?.micro,
    item.massGross?.unit, item.quantity?.micro, item.quantity?.unit, item.description, item.gtin, item.listingUrl, item.unNumber, ...item.licences,
  ].join('\n'); // prettier-ignore
