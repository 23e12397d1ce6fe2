/** Shows that rates of duty are read as tariffs write them, print back to themselves, and are never half understood. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { anyDuty } from '../../../test/support/duties.ts';
import { parseColumn } from './parse-column.ts';
import { parseDuty } from './parse-duty.ts';
import { printDuty } from './print-duty.ts';

const printed = (text: string, currency = 'USD'): string => {
  const read = parseDuty(text, currency);
  return read.ok ? printDuty(read.value) : `${read.error.code} at ${read.error.at}`;
};

suite('The text of a rate', () => {
  test('reads back from its printed form as the same rate', () => {
    fc.assert(
      fc.property(anyDuty, (duty) => {
        const read = parseDuty(printDuty(duty), 'XMC');
        assert.deepEqual(read, { ok: true, value: structuredClone(duty) });
      }),
    );
  });

  test('is read in the forms of the tariffs of the United States', () => {
    const forms: Readonly<Record<string, string>> = {
      Free: 'Free',
      '6.5%': '6.5%',
      '33 1/3%': '33 1/3%',
      '4.4¢/kg + .9%': '0.044 USD / kg + 0.9%',
      '$1.34/1000': '1.34 USD / 1000 each',
      '51¢ each + 6.25% on the case and strap, band or bracelet + 5.3% on the battery':
        '0.51 USD / each + 6.25% on case and strap, band or bracelet + 5.3% on battery',
      '3.6606¢/kg less 0.020668¢/kg for each degree under 100 degrees (and fractions of a degree in proportion) but not less than 3.143854¢/kg':
        '0.036606 USD / kg less 0.00020668 USD / kg for each degree under 100 MIN 0.03143854 USD / kg',
      '3.1¢/liter + 22.1¢/pf. liter on ethyl alcohol content':
        '0.031 USD / l + 0.221 USD / pf.liter on ethyl alcohol content',
      '0.3¢/line/ gross + 4.6%': '0.003 USD / gross on lines + 4.6%',
      'The duty provided in the applicable subheading + a duty of 50% upon the value of the steel content.':
        'the applicable rate + 50% on steel content',
      'The duty rate provided in such subheading minus 0.5%': 'the applicable rate - 0.5%',
      'The rate applicable to the article of which it is a part or accessory':
        'the rate of article of which it is a part or accessory',
      'No change.': 'no change',
    };
    for (const [text, form] of Object.entries(forms)) assert.equal(printed(text), form, text);
  });

  test('is read in the forms of the tariffs of Europe and of Asia', () => {
    const forms: Readonly<Record<string, string>> = {
      '10.00 % + 93.10 EUR / 100 kg': '10% + 93.1 EUR / 100 kg',
      '12.80% + 176.80 € / 100 kg': '12.8% + 176.8 EUR / 100 kg',
      '0.60 € / % vol / hl + 3.20 € / hl': '0.6 EUR / % vol/hl + 3.2 EUR / hl',
      '11.00% MIN 4.60 € / 100 kg': '11% MIN 4.6 EUR / 100 kg',
      '18.40 % MIN 22.00 EUR / 100 kg MAX 24.00 EUR / 100 kg':
        '18.4% MIN 22 EUR / 100 kg MAX 24 EUR / 100 kg',
      '9.00 % + EA MAX 24.20 % + ADSZ': '9% + EA MAX 24.2% + ADSZ',
      '19.00 EUR DTN E': '19 EUR / DTN on drained weight',
      '30% or ¥12/kg, whichever is the greater': '30% MIN 12 JPY / kg',
      '5 per cent but not more than $2.50 each': '5% MAX 2.5 JPY / each',
    };
    for (const [text, form] of Object.entries(forms))
      assert.equal(printed(text, 'JPY'), form, text);
  });

  test('that is not understood to its end is a finding, with the place where it stops', () => {
    assert.equal(printed(''), 'rate-empty at 0');
    assert.equal(printed('6.5% + ask'), 'rate-not-understood at 7');
    assert.equal(printed('4¢/furlong'), 'unit-unknown at 2');
    assert.equal(printed('6.5% of the full moon (perhaps)'), 'rate-not-understood at 22');
    assert.equal(printed('5% or 6%'), 'rate-not-understood at 8');
    assert.equal(
      printed('4.3% + 0.2¢ for each other piece, but the total shall not exceed'),
      'rate-in-words at 11',
    );
  });
});

test('a column of preferences is read as its rates, each with its programmes, and a bad one spoils no other', () => {
  const rates = parseColumn(
    'Free (A+,AU, KR ,S)2.5% (JP) See 9908.04.05 (IL) 3 smiles (P) Free (CO',
    'USD',
  );
  assert.deepEqual(
    rates.map(({ programmes, duty }) => [
      programmes.join(' '),
      duty.ok ? printDuty(duty.value) : `${duty.error.code} at ${duty.error.at}`,
    ]),
    [
      ['A+ AU KR S', 'Free'],
      ['JP', '2.5%'],
      ['IL', 'see 9908.04.05'],
      ['P', 'rate-not-understood at 49'],
      ['', 'programmes-not-closed at 67'],
    ],
  );
});
