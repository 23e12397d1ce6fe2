/** Sources that tell one story are left alone; each way in which they can differ is found, and only that. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  codesOf,
  euros,
  itemOf,
  kilograms,
  lawForTests,
  qualityRow,
  QUALITY_ROWS,
  statementOf,
} from '../../../test/support/statements.ts';
import { factsInUse } from '../advance-data/facts-in-use.ts';
import type { ConsignmentFacts, Item, Statement } from '../advance-data/statement.ts';
import type { LawInForce } from '../jurisdiction/pack.ts';
import { crossCheck } from './cross-check.ts';

const LAW = lawForTests();

const checked = (statements: readonly Statement[], law: LawInForce = LAW) =>
  crossCheck(
    factsInUse({ scheme: 's10', number: 'RA473124829US' }, statements, []),
    statements,
    law,
  );

const crossed = (statements: readonly Statement[], law?: LawInForce): readonly string[] =>
  codesOf(checked(statements, law));

const DRESS = itemOf({ value: euros(40_000n) });
const order = (facts: Partial<ConsignmentFacts> = {}) =>
  statementOf('order', { items: [DRESS], ...facts });
const payment = (minor: bigint, currency = 'EUR') =>
  statementOf('payment', { payment: { amount: { minor, currency } } });
const logistics = (facts: Partial<ConsignmentFacts>) => statementOf('logistics', facts);
const declaration = (facts: Partial<ConsignmentFacts> = {}) =>
  statementOf('declaration', { items: [DRESS], ...facts });
const valued = (minor: bigint): Partial<ConsignmentFacts> => ({
  items: [{ ...DRESS, value: euros(minor) }],
});

suite('Sources that agree', () => {
  test('are left alone, in any company', () => {
    const all = [
      order(),
      payment(40_000n),
      logistics({ massGross: kilograms(950n) }),
      declaration({ massGross: kilograms(950n) }),
    ];
    assert.deepEqual(crossed(all), []);
    for (const statement of all) assert.deepEqual(crossed([statement]), []);
    assert.deepEqual(crossed([order(), declaration()]), []);
    assert.deepEqual(crossed([payment(40_000n), declaration()]), []);
  });

  test('may add up freight, insurance and tax, or leave them out', () => {
    const extras = {
      freight: euros(5_000n),
      insurance: euros(1_000n),
      fiscal: { collected: euros(9_000n) },
    };
    for (const paid of [40_000n, 45_000n, 46_000n, 55_000n]) {
      assert.deepEqual(crossed([order(extras), payment(paid), declaration()]), [], String(paid));
    }
    assert.deepEqual(
      crossed([order({ order: { paid: euros(36_000n) } }), payment(36_000n), declaration()]),
      [],
    );
  });

  test('may be silent about what others say', () => {
    const { value: _value, ...valueless } = DRESS;
    assert.deepEqual(
      crossed([
        order({ items: [] }),
        statementOf('payment', {}),
        declaration({ items: [valueless] }),
      ]),
      [],
    );
  });
});

suite('The three-way match', () => {
  test('lets order and declaration differ by what the law allows and no more', () => {
    assert.deepEqual(crossed([order(), declaration(valued(39_600n))]), []);
    assert.deepEqual(crossed([order(), declaration(valued(39_599n))]), [
      'warning order-total-differs',
    ]);
    assert.deepEqual(crossed([order(), declaration(valued(40_404n))]), []);
    assert.deepEqual(crossed([order(), declaration(valued(40_405n))]), [
      'warning order-total-differs',
    ]);
  });

  test('points at the declaration and shows both figures', () => {
    const found = checked([order(), declaration(valued(1_000n))])[0];
    assert.equal(found?.pointer, '/declaration/totalValue');
    assert.deepEqual(found.parameters, { declared: '10.00', ordered: '400.00', currency: 'EUR' });
  });

  test('compares the payment with the order, and with the declaration where there is no order', () => {
    assert.deepEqual(crossed([order(), payment(39_599n), declaration()]), [
      'warning payment-differs-from-order',
    ]);
    assert.deepEqual(crossed([payment(39_599n), declaration()]), [
      'warning payment-differs-from-declaration',
    ]);
    assert.deepEqual(crossed([order(), payment(39_599n)]), ['warning payment-differs-from-order']);
  });

  test('adds the orders and payments of one parcel up', () => {
    const two = [
      order(valued(15_000n)),
      order(valued(25_000n)),
      payment(15_000n),
      payment(25_000n),
    ];
    assert.deepEqual(crossed([...two, declaration()]), []);
    assert.deepEqual(crossed([...two, declaration(valued(15_000n))]), [
      'warning order-total-differs',
    ]);
  });

  test('compares two currencies in that of the jurisdiction, at its rate', () => {
    const foreign = (minor: bigint) =>
      declaration({ items: [{ ...DRESS, value: { minor, currency: 'XAC' } }] });
    const own = order({ items: [{ ...DRESS, value: { minor: 40_000n, currency: 'XMC' } }] });
    assert.deepEqual(crossed([own, foreign(20_000n)]), []);
    assert.deepEqual(crossed([own, foreign(40_000n)]), ['warning order-total-differs']);
  });

  test('says that it cannot compare currencies without a rate', () => {
    assert.deepEqual(crossed([order(), declaration({ items: [{ ...DRESS, value: { minor: 1n, currency: 'USD' } }] })]), ['notice currency-differs']); // prettier-ignore
  });

  test('is as weighty as the law says', () => {
    const law = lawForTests({
      dataQuality: [...QUALITY_ROWS, qualityRow('order-total-differs', [], 'error')],
    });
    assert.deepEqual(crossed([order(), declaration(valued(1n))], law), [
      'error order-total-differs',
    ]);
  });
});

suite('The goods', () => {
  const other = (spoilt: Partial<Item>) =>
    crossed([order({ items: [{ ...DRESS, ...spoilt }] }), declaration()]);

  test('are as many as were ordered, counted in one unit', () => {
    assert.deepEqual(other({ quantity: { micro: 2_000_000n, unit: 'NAR' } }), [
      'warning quantity-differs',
    ]);
    assert.deepEqual(other({ quantity: { micro: 2_000_000n, unit: 'PR' } }), []);
  });

  test('have a subheading, an origin and a word in common', () => {
    assert.deepEqual(other({ commodityCode: '640399' }), ['warning commodity-code-differs']);
    assert.deepEqual(other({ commodityCode: '6204429999' }), []);
    assert.deepEqual(other({ origin: 'XB' }), ['warning origin-differs']);
    assert.deepEqual(other({ description: 'Hiking boots' }), ['warning description-differs']);
    assert.deepEqual(other({ description: 'Summer DRESSES or dress' }), []);
    assert.deepEqual(other({ description: 'Tyre 205/55' }), ['warning description-differs']);
  });

  test('may be described in another script', () => {
    assert.deepEqual(other({ description: '女式短袖连衣裙' }), []);
  });

  test('go where the order and the carrier say', () => {
    const to = (countryOfDestination: string) => ({ countryOfDestination });
    assert.deepEqual(crossed([order(to('XM')), declaration(to('XM'))]), []);
    assert.deepEqual(crossed([order(to('XB')), declaration(to('XM'))]), [
      'warning destination-differs',
    ]);
    assert.deepEqual(crossed([logistics(to('XB')), declaration(to('XM'))]), [
      'warning destination-differs',
    ]);
  });

  test('weigh what the carrier weighed, within what the law allows', () => {
    const weighed = (grams: bigint) =>
      crossed([
        logistics({ massGross: kilograms(grams) }),
        declaration({ massGross: kilograms(1000n) }),
      ]);
    assert.deepEqual(weighed(1052n), []);
    assert.deepEqual(weighed(1053n), ['warning mass-differs']);
    assert.deepEqual(weighed(950n), []);
    assert.deepEqual(weighed(949n), ['warning mass-differs']);
  });

  test('of several orders are not compared item by item', () => {
    const boots = order({
      items: [itemOf({ description: 'Hiking boots', commodityCode: '640399', value: euros(1n) })],
    });
    assert.deepEqual(crossed([order(), boots, declaration()]), []);
  });
});

suite('A gift', () => {
  test('is neither paid for nor ordered', () => {
    const gift = declaration({ nature: 'gift' });
    assert.deepEqual(crossed([gift, logistics({})]), []);
    assert.deepEqual(crossed([gift, payment(40_000n)]), ['warning gift-with-payment']);
    assert.deepEqual(crossed([gift, order()]), ['warning gift-with-payment']);
    assert.deepEqual(crossed([declaration({ nature: 'sale' }), order()]), []);
  });
});

suite('The collector', () => {
  const by = (number: string, scheme = 'ioss') => ({ fiscal: { collector: { scheme, number } } });

  test('is one and the same in order and declaration', () => {
    assert.deepEqual(crossed([order(by('IM1')), declaration(by('IM1'))]), []);
    assert.deepEqual(crossed([order(by('IM1')), declaration(by('IM2'))]), [
      'warning collector-differs',
    ]);
    assert.deepEqual(crossed([order(by('IM1')), declaration(by('IM1', 'voec'))]), [
      'warning collector-differs',
    ]);
  });

  test('is not known to one source alone', () => {
    assert.deepEqual(crossed([order(by('IM1')), declaration()]), ['warning collector-only-in-one']);
    assert.deepEqual(crossed([order(), declaration(by('IM1'))]), ['warning collector-only-in-one']);
    assert.deepEqual(crossed([logistics({}), declaration(by('IM1'))]), []);
  });
});
