/** Decides whether the numbers and codes of a statement can be what they claim: references, countries, currencies, products. */
import type { HouseReference, Item } from '../advance-data/statement.ts';
import { isMistypedAirWaybill } from '../kernel/air-waybill.ts';
import { hasCommodityCodeForm } from '../kernel/commodity-code.ts';
import { isCountry } from '../kernel/country.ts';
import { isCurrency } from '../kernel/currency-code.ts';
import { writeDay } from '../kernel/day.ts';
import { tradeItemFault } from '../kernel/gtin.ts';
import { hasImportSchemeForm } from '../kernel/ioss.ts';
import type { Money } from '../kernel/money.ts';
import { postalItemFault } from '../kernel/s10.ts';
import { finding } from './catalogue.ts';
import { note, type Sheet } from './sheet.ts';

/** Notes `house-reference-missing` and the faults of house and master references. */
export function checkReferences(sheet: Sheet): void {
  const { houseReference, masterReference, orderNumbers, returnOf, mode } = sheet.stated;
  if (houseReference === undefined && orderNumbers.length === 0) {
    // Also in a record of the past: what belongs to no parcel cannot be kept.
    sheet.findings.push(finding('house-reference-missing', `${sheet.pointer}/houseReference`));
  }
  if (houseReference !== undefined) checkReference(sheet, houseReference, 'houseReference');
  if (returnOf !== undefined) checkReference(sheet, returnOf, 'returnOf');
  if (masterReference !== undefined && (mode === 'air' || mode === undefined)) {
    if (isMistypedAirWaybill(masterReference)) {
      note(sheet, finding('waybill-check-digit', `${sheet.pointer}/masterReference`));
    }
  }
}

/** Faults of postal item numbers; other schemes carry no check digit. @source upu-s10 */
function checkReference(sheet: Sheet, reference: HouseReference, element: string): void {
  if (reference.scheme !== 's10') return;
  const fault = postalItemFault(reference.number);
  if (fault === null) return;
  const pointer = `${sheet.pointer}/${element}/number`;
  switch (fault) {
    case 'form':
      note(sheet, finding('s10-form', pointer));
      return;
    case 'check-digit':
      note(sheet, finding('s10-check-digit', pointer));
      return;
    case 'country':
      note(sheet, finding('s10-country', pointer, { country: reference.number.slice(11) }));
      return;
    case 'service-reserved':
      note(
        sheet,
        finding('s10-service-reserved', pointer, { indicator: reference.number.slice(0, 2) }),
      );
      return;
  }
}

/** Notes `country-unknown` unless the code is one of ISO 3166-1, a fictional one or the jurisdiction's own. */
export function checkCountry(sheet: Sheet, country: string | undefined, element: string): void {
  if (country === undefined || isCountry(country) || country === sheet.rules.law.country) return;
  note(sheet, finding('country-unknown', `${sheet.pointer}/${element}`, { country }));
}

/** Notes `currency-unknown` unless the code is one of ISO 4217, the jurisdiction's own, or one it has rates for. */
export function checkCurrency(sheet: Sheet, amount: Money | undefined, element: string): void {
  if (amount === undefined) return;
  const { currency } = amount;
  const { law } = sheet.rules;
  if (isCurrency(currency) || currency === law.currency || law.exchangeRate(currency) !== null)
    return;
  note(sheet, finding('currency-unknown', `${sheet.pointer}/${element}/currency`, { currency }));
}

/** Notes `ioss-form`, `collector-number-form` or `collector-scheme-unknown`; who holds the number is another question. */
export function checkCollector(sheet: Sheet): void {
  const collector = sheet.stated.fiscal?.collector;
  if (collector === undefined) return;
  const { scheme, number } = collector;
  const form = sheet.rules.collectorForms.get(scheme);
  if (form !== undefined && form !== null) {
    if (!form.test(number)) noteForm(sheet, scheme);
  } else if (scheme === 'ioss') {
    if (hasImportSchemeForm(number)) return;
    note(sheet, finding('ioss-form', `${sheet.pointer}/fiscal/collector/number`));
  } else if (form === undefined) noteScheme(sheet, scheme);
}

function noteForm(sheet: Sheet, scheme: string): void {
  const { collectors } = sheet.rules.law;
  const form = collectors.find((row) => row.scheme === scheme)?.numberForm ?? '';
  const pointer = `${sheet.pointer}/fiscal/collector/number`;
  note(sheet, finding('collector-number-form', pointer, { scheme, form }));
}

/** A law that names no schemes leaves their names free. */
function noteScheme(sheet: Sheet, scheme: string): void {
  const { collectorForms } = sheet.rules;
  if (collectorForms.size === 0) return;
  const known = [...collectorForms.keys()].join(', ');
  const pointer = `${sheet.pointer}/fiscal/collector/scheme`;
  note(sheet, finding('collector-scheme-unknown', pointer, { scheme, known }));
}

/** Notes what is wrong with commodity code, product number and dangerous goods number of an item. */
export function checkItemIdentifiers(sheet: Sheet, item: Item, index: number): void {
  if (item.commodityCode !== undefined) checkCommodityCode(sheet, item.commodityCode, index);
  if (item.gtin !== undefined) checkTradeItem(sheet, item.gtin, index);
  if (item.unNumber !== undefined && !/^[0-9]{4}$/.test(item.unNumber)) {
    note(sheet, finding('un-number-form', `${sheet.pointer}/items/${index}/unNumber`));
  }
  if (item.origin !== undefined && !isCountry(item.origin)) {
    checkCountry(sheet, item.origin, `items/${index}/origin`);
  }
}

/** Whether the code has six digits at least and exists on the day of the law. @source wco-harmonized-system */
function checkCommodityCode(sheet: Sheet, code: string, index: number): void {
  const { law } = sheet.rules;
  if (!hasCommodityCodeForm(code)) {
    note(sheet, finding('commodity-code-form', `${sheet.pointer}/items/${index}/commodityCode`));
  } else if (!law.knowsCommodityCode(code)) {
    const pointer = `${sheet.pointer}/items/${index}/commodityCode`;
    note(sheet, finding('commodity-code-unknown', pointer, { code, on: writeDay(law.on) }));
  }
}

function checkTradeItem(sheet: Sheet, gtin: string, index: number): void {
  const fault = tradeItemFault(gtin);
  if (fault === null) return;
  const pointer = `${sheet.pointer}/items/${index}/gtin`;
  if (fault === 'form') note(sheet, finding('gtin-form', pointer, { digits: String(gtin.length) }));
  else note(sheet, finding('gtin-check-digit', pointer));
}
