/** The hundred sellers of the demo day. */
import type { WireParty } from '../../domain/advance-data/wire.ts';
import { SHOP_FIRST, SHOP_SECOND } from './names.ts';
import { AZURA, BOREA, MIZAN, ORLAND, TARSIS, type Origin } from './world.ts';

export type Seller = {
  readonly name: string;
  /** Its number on the platforms. */
  readonly account: string;
  readonly origin: Origin;
};

/** Where they sit. */
const HOMES: readonly (readonly [origin: Origin, sellers: number])[] = [
  [MIZAN, 58],
  [ORLAND, 22],
  [TARSIS, 10],
  [AZURA, 6],
  [BOREA, 4],
];

export const SELLERS: readonly Seller[] = HOMES.flatMap(([origin, count]) =>
  Array.from({ length: count }, () => origin),
).map((origin, index) => ({
  name: `${SHOP_FIRST[index % SHOP_FIRST.length] ?? ''} ${SHOP_SECOND[Math.floor(index / 9) % SHOP_SECOND.length] ?? ''}`,
  account: String(40_117 + index * 73),
  origin,
}));

const byOrigin = Map.groupBy(SELLERS, ({ origin }) => origin.code);

export function sellersOf(origin: Origin): readonly [Seller, ...Seller[]] {
  const [first, ...rest] = byOrigin.get(origin.code) ?? SELLERS;
  return [first ?? { name: 'Ampere Corner', account: '40117', origin }, ...rest];
}

/** An address that belongs to the seller's number. */
export function sellerAddress({ account, origin }: Seller): NonNullable<WireParty['address']> {
  const number = (Number(account) % 180) + 1;
  return {
    lines: [`${String(number)} Trade Park, Hall ${String((number % 12) + 1)}`],
    city: origin.city,
    postcode: origin.postcode + String(Number(account) % 100).padStart(2, '0'),
    country: origin.code,
  };
}
