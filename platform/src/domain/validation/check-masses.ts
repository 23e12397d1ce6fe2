/** Decides whether masses, pieces and quantities of a statement are possible together. */
import type { Item } from '../advance-data/statement.ts';
import type { Quantity } from '../kernel/quantity.ts';
import { finding } from './catalogue.ts';
import { isWithin } from './quality-law.ts';
import { note, type Sheet } from './sheet.ts';

/** A gram in the units of `massOf`. */
const GRAM = 1_000_000n;

/** Millionths of a gram, exact; null for a unit that is no mass we know. */
function massOf(quantity: Quantity): bigint | null {
  switch (quantity.unit) {
    case 'KGM':
      return quantity.micro * 1000n;
    case 'GRM':
      return quantity.micro;
    default:
      return null;
  }
}

/** The mass of a quantity that is stated; notes `mass-unit-unknown` and `mass-zero`, and then knows nothing. */
function statedMass(sheet: Sheet, quantity: Quantity | undefined, element: string): bigint | null {
  if (quantity === undefined) return null;
  const mass = massOf(quantity);
  if (mass === null) {
    const { unit } = quantity;
    note(sheet, finding('mass-unit-unknown', `${sheet.pointer}/${element}/unit`, { unit }));
    return null;
  }
  if (mass > 0n) return mass;
  note(sheet, finding('mass-zero', `${sheet.pointer}/${element}/value`));
  return null;
}

/**
 * Notes masses that are impossible: net above gross, items or pieces above the parcel; and pieces that differ from the
 * number of packages. What is not stated is not compared.
 */
export function checkMasses(sheet: Sheet): void {
  const { stated } = sheet;
  const parcel = statedMass(sheet, stated.massGross, 'massGross');
  let items = 0n;
  for (let index = 0; index < stated.items.length; index++) {
    const item = stated.items[index];
    if (item !== undefined) items += checkItemMass(sheet, item, index);
  }
  if (
    parcel !== null &&
    items > parcel &&
    !isWithin(sheet.rules.itemMassTolerance, [items, parcel], GRAM)
  ) {
    note(
      sheet,
      finding('mass-items-above-parcel', `${sheet.pointer}/massGross`, {
        itemsGrams: grams(items),
        parcelGrams: grams(parcel),
      }),
    );
  }
  if (stated.pieces.length > 0) checkPieces(sheet, parcel);
}

/** The mass the item adds to the parcel: its gross mass, or its net mass where no other is stated. */
function checkItemMass(sheet: Sheet, item: Item, index: number): bigint {
  const net =
    item.massNet === undefined ? null : statedMass(sheet, item.massNet, `items/${index}/massNet`);
  const gross =
    item.massGross === undefined
      ? null
      : statedMass(sheet, item.massGross, `items/${index}/massGross`);
  if (net !== null && gross !== null && net > gross) {
    note(sheet, finding('mass-net-above-gross', `${sheet.pointer}/items/${index}/massNet`));
  }
  if (item.quantity?.micro === 0n) {
    note(sheet, finding('quantity-zero', `${sheet.pointer}/items/${index}/quantity/value`));
  }
  return gross ?? net ?? 0n;
}

function checkPieces(sheet: Sheet, parcel: bigint | null): void {
  const { pieces, packages } = sheet.stated;
  if (packages !== undefined && packages !== pieces.length) {
    note(
      sheet,
      finding('pieces-differ-from-packages', `${sheet.pointer}/packages`, {
        pieces: String(pieces.length),
        packages: String(packages),
      }),
    );
  }
  const seen = new Set<string>();
  let sum = 0n;
  for (const [index, piece] of pieces.entries()) {
    if (seen.has(piece.reference)) {
      note(sheet, finding('piece-repeated', `${sheet.pointer}/pieces/${index}/reference`));
    }
    seen.add(piece.reference);
    sum += statedMass(sheet, piece.massGross, `pieces/${index}/massGross`) ?? 0n;
  }
  if (parcel === null || sum <= parcel) return;
  const found = { piecesGrams: grams(sum), parcelGrams: grams(parcel) };
  note(sheet, finding('mass-pieces-above-parcel', `${sheet.pointer}/massGross`, found));
}

/** Grams as a decimal text, so that a milligram too much is seen. */
function grams(mass: bigint): string {
  const fraction = (mass % GRAM).toString().padStart(6, '0').replace(/0+$/, '');
  return fraction === '' ? String(mass / GRAM) : `${mass / GRAM}.${fraction}`;
}
