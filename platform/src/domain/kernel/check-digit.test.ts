/** Check digits do what they are for: they catch a mistyped digit, and they let right numbers pass. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { isMistypedAirWaybill } from './air-waybill.ts';
import { areDigits, fitsModuloSeven, fitsModuloTen, postalCheckDigit } from './check-digit.ts';
import { hasCommodityCodeForm, subheadingOf } from './commodity-code.ts';
import { isCountry } from './country.ts';
import { isCurrency } from './currency-code.ts';
import { tradeItemFault } from './gtin.ts';
import { hasImportSchemeForm } from './ioss.ts';
import { postalItemFault, tidyReference } from './s10.ts';

const SHARED =
  process.env['LUXOR_SHARED'] ?? path.resolve(import.meta.dirname, '../../../../../shared');
const VECTORS = path.join(SHARED, 'samples/upu/s10-vectors.csv');

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...DIGITS), minLength: length, maxLength: length });

/** The text with another digit at one place. */
const mistyped = (text: string, place: number, by: number): string =>
  text.slice(0, place) + String((Number(text[place]) + by) % 10) + text.slice(place + 1);

const slip = (places: number) => ({
  place: fc.nat({ max: places - 1 }),
  by: fc.integer({ min: 1, max: 9 }),
});

suite('The number of a postal item', () => {
  const serials = digits(8);

  test('passes with its own check digit', () =>
    fc.assert(
      fc.property(serials, (serial) => {
        assert.equal(postalItemFault(`RA${serial}${postalCheckDigit(serial)}US`), null);
      }),
    ));

  test('betrays any single mistyped digit of the serial number, save where two check digits coincide', () =>
    fc.assert(
      fc.property(serials, slip(8).place, slip(8).by, (serial, place, by) => {
        const other = mistyped(serial, place, by);
        // Remainders 0 and 6 both give the digit 5: the standard itself is blind there.
        const blind = postalCheckDigit(serial) === postalCheckDigit(other);
        if (blind) assert.equal(postalCheckDigit(serial), 5);
        else
          assert.equal(postalItemFault(`RA${other}${postalCheckDigit(serial)}US`), 'check-digit');
      }),
    ));

  test('betrays any mistyped check digit', () =>
    fc.assert(
      fc.property(serials, slip(1).by, (serial, by) => {
        const wrong = (postalCheckDigit(serial) + by) % 10;
        assert.equal(postalItemFault(`RA${serial}${wrong}US`), 'check-digit');
      }),
    ));

  test('is told apart by what is wrong with it', () => {
    assert.equal(postalItemFault('RA473124829US'), null);
    assert.equal(postalItemFault('RA47312482US'), 'form');
    assert.equal(postalItemFault('ra473124829us'), 'form');
    assert.equal(postalItemFault('RA473124828US'), 'check-digit');
    assert.equal(postalItemFault('RA473124829XX'), 'country');
    assert.equal(postalItemFault('RA473124829XM'), null);
    assert.equal(postalItemFault('JA473124829US'), 'service-reserved');
  });

  test('is the same number in small letters or with spaces', () => {
    assert.equal(tidyReference('rb 1234 5678 5 gb'), 'RB123456785GB');
    assert.equal(tidyReference('RB123456785GB'), 'RB123456785GB');
    assert.equal(tidyReference('HAWB-12/3.4_5'), 'HAWB-12/3.4_5');
  });

  test('is judged as the vectors of the field say', (context) => {
    if (!existsSync(VECTORS)) {
      context.skip('the shared samples are not beside this repository');
      return;
    }
    const rows = readFileSync(VECTORS, 'utf8').trim().split('\n').slice(1);
    assert.ok(rows.length >= 18);
    for (const row of rows) {
      const [number = '', expected = '', why = ''] = row.split(',');
      const fault = postalItemFault(number);
      const judged =
        fault === null
          ? 'valid'
          : fault === 'service-reserved'
            ? 'flag'
            : postalItemFault(tidyReference(number)) === null
              ? 'normalise'
              : 'invalid';
      assert.equal(judged, expected, `${number} (${why})`);
    }
  });
});

suite('The number of an air waybill', () => {
  test('betrays any single mistyped digit of its serial number', () =>
    fc.assert(
      fc.property(digits(7), slip(7).place, slip(7).by, (serial, place, by) => {
        const other = mistyped(serial, place, by);
        // Sevens: a digit mistyped by exactly seven leaves the same remainder; modulo seven cannot see it.
        if (Math.abs(Number(serial[place]) - Number(other[place])) === 7) return;
        assert.ok(isMistypedAirWaybill(`020-${other}${Number(serial) % 7}`));
      }),
    ));

  test('passes with its own check digit, with or without hyphen', () =>
    fc.assert(
      fc.property(digits(7), (serial) => {
        assert.equal(isMistypedAirWaybill(`020${serial}${Number(serial) % 7}`), false);
        assert.equal(isMistypedAirWaybill(`020-${serial}${Number(serial) % 7}`), false);
      }),
    ));

  test('is not looked for in numbers of another kind', () => {
    for (const other of ['', '020-1234567', 'MAEU123456789', '020-123456789', '1234567890123']) {
      assert.equal(isMistypedAirWaybill(other), false);
    }
    assert.equal(fitsModuloSeven('12345675'), true);
    assert.equal(fitsModuloSeven('12345676'), false);
  });
});

suite('The number of a trade item', () => {
  const completed = (body: string): string => {
    const last = DIGITS.find((digit) => fitsModuloTen(body + digit));
    return body + (last ?? '');
  };

  for (const length of [8, 12, 13, 14]) {
    test(`betrays any single mistyped digit of ${length}`, () =>
      fc.assert(
        fc.property(digits(length - 1), slip(length).place, slip(length).by, (body, place, by) => {
          const number = completed(body);
          assert.equal(tradeItemFault(number), null);
          assert.equal(tradeItemFault(mistyped(number, place, by)), 'check-digit');
        }),
      ));
  }

  test('has 8, 12, 13 or 14 digits and no others', () => {
    assert.equal(tradeItemFault('4006381333931'), null);
    assert.equal(tradeItemFault('400638133393'), 'check-digit');
    for (const other of [
      '',
      '4006381',
      '400638133',
      '40063813339',
      '400638133393100',
      '40063813339A1',
    ]) {
      assert.equal(tradeItemFault(other), 'form');
    }
  });
});

suite('Codes without check digit', () => {
  test('an import scheme number is IM and ten digits', () => {
    assert.ok(hasImportSchemeForm('IM0000000000'));
    for (const other of [
      'IM000000000',
      'IM00000000000',
      'EU0000000000',
      'im0000000000',
      'IM000000000A',
    ]) {
      assert.ok(!hasImportSchemeForm(other), other);
    }
  });

  test('a commodity code is 6 to 14 digits', () => {
    for (const code of ['620442', '6204420000', '62044200001234'])
      assert.ok(hasCommodityCodeForm(code));
    for (const code of ['', '62044', '620442000012345', '6204.42', 'AB0442']) {
      assert.ok(!hasCommodityCodeForm(code), code);
    }
    assert.equal(subheadingOf('6204420000'), '620442');
  });

  test('countries are those of ISO 3166-1 and the fictional ones', () => {
    for (const code of ['DE', 'NZ', 'CN', 'XM', 'XA', 'XZ']) assert.ok(isCountry(code), code);
    for (const code of ['', 'de', 'DEU', 'UK', 'XX', 'ZZ', 'AA', '__', 'EU'])
      assert.ok(!isCountry(code), code);
  });

  test('currencies are those that money is stated in', () => {
    for (const code of ['EUR', 'KRW', 'XOF', 'XPF']) assert.ok(isCurrency(code), code);
    for (const code of ['', 'eur', 'XXX', 'XAU', 'XTS', 'DEM', 'XMC'])
      assert.ok(!isCurrency(code), code);
  });

  test('digits are nothing but digits', () => {
    assert.ok(areDigits('0123456789'));
    assert.ok(!areDigits(''));
    assert.ok(!areDigits('1 2'));
    assert.ok(!areDigits('١٢'));
    assert.ok(!areDigits('12', 1, 3));
  });
});
