/** What the law and the minimum set before loading ask for is asked for, and nothing else is. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  codesOf,
  datasetOf,
  euros,
  itemOf,
  lawForTests,
  partyOf,
  statedOf,
  validated,
  type Under,
} from '../../../test/support/statements.ts';
import type { StatedConsignment } from '../advance-data/statement.ts';

const codes = (spoilt: Partial<StatedConsignment>, under: Under = {}): readonly string[] =>
  codesOf(validated(statedOf(spoilt), under).findings);

suite('The minimum set before loading', () => {
  const missing = (
    spoilt: Partial<StatedConsignment>,
    without: readonly (keyof StatedConsignment)[] = [],
  ) => {
    const stated = { ...statedOf(spoilt) };
    for (const element of without) Reflect.deleteProperty(stated, element);
    return validated(stated, { profile: 'pre-loading' })
      .findings.filter(({ code }) => code === 'pre-loading-element-missing')
      .map(({ parameters }) => parameters?.['element']);
  };

  test('is complete with seven elements and the house reference', () => {
    assert.deepEqual(missing({}), []);
    assert.deepEqual(missing({ pieces: [{ reference: 'P1' }] }, ['packages']), []);
  });

  test('names each element that is missing', () => {
    assert.deepEqual(missing({}, ['houseReference']), ['houseReference']);
    assert.deepEqual(missing({}, ['packages']), ['packages']);
    assert.deepEqual(missing({}, ['massGross']), ['massGross']);
    assert.deepEqual(missing({ items: [] }, ['totalValue']), ['items']);
    const { description: _text, ...undescribed } = itemOf();
    assert.deepEqual(missing({ items: [undescribed] }), ['items.description']);
    assert.deepEqual(missing({ parties: [partyOf('consignee')] }), [
      'parties.consignor.name',
      'parties.consignor.address',
    ]);
    const { address: _address, ...homeless } = partyOf('consignee');
    assert.deepEqual(missing({ parties: [partyOf('consignor'), homeless] }), [
      'parties.consignee.address',
    ]);
  });

  test('is not asked of a standard declaration or a record of the past', () => {
    const bare = { orderNumbers: [], direction: 'import', pieces: [], items: [], parties: [], houseReference: { scheme: 'courier', number: 'C1' } } as const; // prettier-ignore
    for (const profile of ['standard', 'historic-declaration'] as const) {
      assert.deepEqual(validated(bare, { profile }).findings, []);
    }
  });
});

suite('A dataset of the law', () => {
  const law = lawForTests({
    datasets: [
      datasetOf('standard', [
        { element: 'freight', obligation: 'M', when: null },
        { element: 'insurance', obligation: 'O', when: null },
        { element: 'items.sku', obligation: 'C', when: { fact: 'item.code', startsWith: ['64'] } },
        {
          element: 'fiscal.collector',
          obligation: 'C',
          when: { fact: 'value.intrinsic', atMost: 1_000 },
        },
        { element: 'parties.seller.country', obligation: 'M', when: null },
      ]),
      datasetOf('historic-declaration', [{ element: 'items.origin', obligation: 'M', when: null }]),
      datasetOf('payment', [{ element: 'payment.amount', obligation: 'M', when: null }]),
    ],
  });

  test('asks for what is mandatory, and for what is conditional where the condition holds', () => {
    const { findings } = validated(statedOf(), { law });
    assert.deepEqual(
      findings.map(({ code, pointer }) => `${code} ${pointer}`),
      [
        'required-element-missing /consignments/0/freight',
        'required-element-missing /consignments/0/items/1/sku',
      ],
    );
  });

  test('compares values in the currency of the jurisdiction', () => {
    const valued = (minor: bigint) =>
      codes({ freight: { minor: 1n, currency: 'XAC' }, items: [itemOf({ value: { minor, currency: 'XAC' } })], totalValue: { minor, currency: 'XAC' } }, { law }); // prettier-ignore
    assert.deepEqual(valued(500n), ['error required-element-missing']);
    assert.deepEqual(valued(501n), []);
  });

  test('asks statements of other kinds for what stands under their kind', () => {
    assert.deepEqual(codes({}, { law, kind: 'payment' }), ['error required-element-missing']);
    assert.deepEqual(codes({ payment: { amount: euros(6_000n) } }, { law, kind: 'payment' }), []);
  });

  test('is a matter of warnings in a record of the past', () => {
    const { origin: _origin, ...unknown } = itemOf({ description: 'Parts' });
    assert.deepEqual(
      codes(
        { items: [unknown], totalValue: euros(1_230n) },
        { law, profile: 'historic-declaration' },
      ),
      ['warning required-element-missing', 'warning description-stop-word'],
    );
  });

  test('lowers completeness by the share that is missing', () => {
    // Asked: freight, sku of the boots, country of the seller. Stated: the last.
    assert.equal(validated(statedOf(), { law }).quality.completeness, 33);
  });
});
