/** Each rule of data quality just inside, on and outside its line, and what it must not catch. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  codesOf,
  deadlineOf,
  euros,
  itemOf,
  kilograms,
  lawForTests,
  partyOf,
  qualityRow,
  QUALITY_ROWS,
  RECEIVED_AT,
  statedOf,
  validated,
  type Under,
} from '../../../test/support/statements.ts';
import type { Item, StatedConsignment } from '../advance-data/statement.ts';

const codes = (spoilt: Partial<StatedConsignment>, under: Under = {}): readonly string[] =>
  codesOf(validated(statedOf(spoilt), under).findings);

const ofItem = (spoilt: Partial<Item>): readonly string[] =>
  codes({ items: [itemOf(spoilt)], totalValue: spoilt.value ?? euros(1_230n) });

const described = (description: string): readonly string[] => ofItem({ description });

suite('A statement with nothing wrong', () => {
  test('has no findings and the full score', () => {
    const { findings, quality } = validated(statedOf());
    assert.deepEqual(findings, []);
    assert.equal(quality.total, 100);
  });

  test('stays without findings as order, payment, logistics and arrival', () => {
    for (const kind of ['order', 'payment', 'logistics', 'arrival'] as const) {
      assert.deepEqual(codes({}, { kind }), [], kind);
    }
  });

  test('is judged by nothing but international rules where the law has no rows', () => {
    const law = lawForTests({ dataQuality: [] });
    assert.deepEqual(codes({ items: [itemOf({ description: 'Parts', value: euros(100n) })], totalValue: euros(100n) }, { law }), []); // prettier-ignore
  });
});

suite('All that is wrong', () => {
  test('is said at once, each at its place', () => {
    const { findings } = validated(
      statedOf({
        houseReference: { scheme: 's10', number: 'RA473124828US' },
        countryOfDestination: 'ZZ',
        items: [
          itemOf({ description: 'Parts', commodityCode: '999999' }),
          itemOf({ origin: 'QQ' }),
        ],
        totalValue: euros(2_460n),
        parties: [partyOf('consignor', { name: 'N/A' }), partyOf('consignee', { phone: '555' })],
      }),
    );
    assert.deepEqual(
      findings.map(({ code, pointer }) => `${code} ${pointer}`),
      [
        's10-check-digit /consignments/0/houseReference/number',
        'country-unknown /consignments/0/countryOfDestination',
        'description-stop-word /consignments/0/items/0/description',
        'commodity-code-unknown /consignments/0/items/0/commodityCode',
        'country-unknown /consignments/0/items/1/origin',
        'party-name-placeholder /consignments/0/parties/0/name',
        'phone-form /consignments/0/parties/1/phone',
      ],
    );
  });

  test('stops being noted where a message would grow without bound', () => {
    const items = Array.from({ length: 999 }, () => itemOf({ description: 'Parts', origin: 'QQ' }));
    assert.equal(validated(statedOf({ items })).findings.length, 500);
  });

  test('names no personal content in its parameters', () => {
    const { findings } = validated(
      statedOf({
        parties: [partyOf('consignee', { name: 'Unknown', phone: '12 secret', email: 'secret' })],
      }),
    );
    assert.equal(findings.length, 3);
    assert.doesNotMatch(JSON.stringify(findings), /secret/);
  });
});

suite('A description', () => {
  test('of a stop word alone is an error, however it is written', () => {
    for (const text of [
      'Parts',
      'PARTS',
      'parts.',
      ' Auto  parts ',
      'auto-parts',
      'Parts 12',
      'Parts, gift',
      'n/a',
      'Pârts',
    ]) {
      assert.deepEqual(described(text), ['error description-stop-word'], text);
    }
  });

  test('of a stop word among few others is a warning, among more it is none', () => {
    assert.deepEqual(described('Bags, leather'), ['warning description-vague-word']);
    assert.deepEqual(described('Parts of bicycles'), ['warning description-vague-word']);
    assert.deepEqual(described('Parts of bicycles, steel'), []);
    assert.deepEqual(described('Auto parts: brake discs for passenger cars'), []);
  });

  test('is not caught for a stop word inside a longer word', () => {
    assert.deepEqual(described('Partsanstalt brass baggage tags'), []);
  });

  test('needs a word that names goods', () => {
    for (const text of [
      '12',
      '---',
      'AB12 77X',
      'https://example.org/some-nice-dress',
      'ada@example.org',
      'x y',
    ]) {
      assert.deepEqual(described(text), ['error description-without-words'], text);
    }
    assert.deepEqual(described('4 tyres'), []);
    assert.deepEqual(described('Cup @ saucer'), []);
  });

  test('of colour, size and number alone names no goods', () => {
    for (const text of ['Black, large', 'size 38', 'Set of 2, black']) {
      assert.deepEqual(described(text), ['error description-only-qualities'], text);
    }
    assert.deepEqual(described('Black trousers, size 38'), []);
    assert.deepEqual(described('Blackberries'), []);
  });

  test('needs three letters', () => {
    assert.deepEqual(described('ab'), ['warning description-too-short']);
    assert.deepEqual(described('pen'), []);
    assert.deepEqual(described('茶'), []);
  });

  test('of one word is a finding only where the law asks for more', () => {
    const law = lawForTests({
      dataQuality: [qualityRow('description-too-few-words', ['2'], 'notice')],
    });
    const one = { items: [itemOf({ description: 'Umbrella' })], totalValue: euros(1_230n) };
    const two = { items: [itemOf({ description: 'Umbrella, nylon' })], totalValue: euros(1_230n) };
    assert.deepEqual(codes(one, { law }), ['notice description-too-few-words']);
    assert.deepEqual(codes(two, { law }), []);
    assert.deepEqual(described('Umbrella'), []);
  });
});

suite('A commodity code', () => {
  test('has 6 to 14 digits and exists on the day', () => {
    assert.deepEqual(ofItem({ commodityCode: '62044' }), ['error commodity-code-form']);
    assert.deepEqual(ofItem({ commodityCode: '620442' }), []);
    assert.deepEqual(ofItem({ commodityCode: '62044200001234' }), []);
    assert.deepEqual(ofItem({ commodityCode: '620443' }), ['error commodity-code-unknown']);
  });
});

suite('Identifiers', () => {
  const referred = (scheme: 's10' | 'courier' | 'house-waybill' | 'ucr', number: string) =>
    codes({ houseReference: { scheme, number } });

  test('a postal item number is checked, numbers of other schemes are free', () => {
    assert.deepEqual(referred('s10', 'RA473124829'), ['error s10-form']);
    assert.deepEqual(referred('s10', 'RA473124828US'), ['error s10-check-digit']);
    assert.deepEqual(referred('s10', 'RA473124829XX'), ['error s10-country']);
    assert.deepEqual(referred('s10', 'KA473124829US'), ['warning s10-service-reserved']);
    assert.deepEqual(referred('courier', 'RA473124828US'), []);
    assert.deepEqual(referred('house-waybill', 'H-1'), []);
  });

  test('a parcel needs a house reference or an order number, also in a record of the past', () => {
    const { houseReference: _house, ...nameless } = statedOf({ orderNumbers: [] });
    assert.deepEqual(codesOf(validated(nameless).findings), ['error house-reference-missing']);
    assert.deepEqual(codesOf(validated(nameless, { profile: 'historic-declaration' }).findings), ['error house-reference-missing']); // prettier-ignore
    assert.deepEqual(codesOf(validated({ ...nameless, orderNumbers: ['O-1'] }).findings), []);
  });

  test('a mistyped master air waybill is a warning, a bill of lading is not looked at', () => {
    assert.deepEqual(codes({ masterReference: '020-12345675' }), []);
    assert.deepEqual(codes({ masterReference: '020-12345676' }), ['warning waybill-check-digit']);
    assert.deepEqual(codes({ masterReference: '02012345676', mode: 'sea' }), []);
  });

  test('a trade item number is checked', () => {
    assert.deepEqual(ofItem({ gtin: '4006381333932' }), ['warning gtin-check-digit']);
    assert.deepEqual(ofItem({ gtin: '400638133' }), ['warning gtin-form']);
  });

  test('a UN number has four digits', () => {
    assert.deepEqual(ofItem({ unNumber: '3481' }), []);
    assert.deepEqual(ofItem({ unNumber: 'UN3481' }), ['error un-number-form']);
  });

  test('a collector number has the form of its scheme', () => {
    const collector = (scheme: string, number: string, law = lawForTests()) =>
      codes({ fiscal: { collector: { scheme, number } } }, { law });
    assert.deepEqual(collector('ioss', 'IM0000000000'), []);
    assert.deepEqual(collector('ioss', 'IM000000000'), ['error ioss-form']);
    assert.deepEqual(collector('anything', '1'), []);
    const [row] = MERIDIA_COLLECTOR;
    const law = lawForTests({ collectors: [row] });
    assert.deepEqual(collector('meridia-vat', 'XP1234', law), []);
    assert.deepEqual(collector('meridia-vat', 'XP123', law), ['error collector-number-form']);
    assert.deepEqual(collector('meridia-vat', 'XP12345', law), ['error collector-number-form']);
    assert.deepEqual(collector('meridia-vat', 'XPabcd', law), ['error collector-number-form']);
    assert.deepEqual(collector('other', '1', law), ['warning collector-scheme-unknown']);
  });

  test('countries and currencies are those of the lists, of the jurisdiction, and of its rates', () => {
    assert.deepEqual(ofItem({ origin: 'UK' }), ['error country-unknown']);
    assert.deepEqual(ofItem({ origin: 'GB' }), []);
    const paid = (currency: string) => codes({ payment: { amount: { minor: 100n, currency } } });
    assert.deepEqual(paid('DEM'), ['error currency-unknown']);
    for (const currency of ['EUR', 'XMC', 'XAC']) assert.deepEqual(paid(currency), [], currency);
  });
});

const MERIDIA_COLLECTOR = [
  {
    ...qualityRow('', []),
    model: 'vendor',
    scheme: 'meridia-vat',
    taxes: ['vat'],
    period: 'month',
    fallback: 1,
    goodsNotIn: [],
    valueAtMost: null,
    valueScope: 'item',
    numberForm: 'XP####',
  },
] as const;

suite('The value of an item', () => {
  const valued = (minor: bigint, currency = 'EUR') => ofItem({ value: { minor, currency } });

  test('of zero or less is an error', () => {
    assert.deepEqual(valued(0n), ['error value-zero']);
    assert.deepEqual(valued(-1n), ['error value-negative', 'error value-negative']);
    assert.deepEqual(valued(2n), []);
  });

  test('of zero is right for documents', () => {
    const documents = { nature: 'documents', items: [itemOf({ value: euros(0n) })], totalValue: euros(0n) } as const; // prettier-ignore
    assert.deepEqual(codes(documents), []);
  });

  test('that stands for an unknown price is a warning, in each currency by its own digits', () => {
    assert.deepEqual(valued(100n), ['warning value-token']);
    assert.deepEqual(valued(1n), ['warning value-token']);
    assert.deepEqual(valued(999n), ['warning value-token']);
    assert.deepEqual(valued(101n), []);
    assert.deepEqual(valued(1n, 'JPY'), ['warning value-token']);
    assert.deepEqual(valued(100n, 'JPY'), []);
    assert.deepEqual(valued(1000n, 'KWD'), ['warning value-token']);
  });

  test('that is remarkably round is a notice', () => {
    assert.deepEqual(valued(100_000n), ['notice value-round']);
    assert.deepEqual(valued(300_000n), ['notice value-round']);
    assert.deepEqual(valued(99_900n), []);
    assert.deepEqual(valued(100_001n), []);
  });
});

suite('The total value', () => {
  const total = (minor: bigint, more: Partial<StatedConsignment> = {}) =>
    codes({ items: [itemOf({ value: euros(40_000n) })], totalValue: euros(minor), ...more });

  test('is the sum of the items within what the law allows', () => {
    assert.deepEqual(total(40_000n), []);
    // One per cent of the larger figure.
    assert.deepEqual(total(40_404n), []);
    assert.deepEqual(total(40_405n), ['error items-sum-differs']);
    assert.deepEqual(total(39_600n), []);
    assert.deepEqual(total(39_599n), ['error items-sum-differs']);
  });

  test('may include freight, insurance, or both', () => {
    const more = { freight: euros(5_000n), insurance: euros(1_000n) };
    for (const minor of [40_000n, 45_000n, 46_000n, 41_000n])
      assert.deepEqual(total(minor, more), []);
    assert.deepEqual(total(52_000n, more), ['error items-sum-differs']);
  });

  test('is not compared across currencies, and the mixture is said', () => {
    assert.deepEqual(codes({ totalValue: { minor: 60n, currency: 'USD' } }), [
      'warning currencies-mixed',
    ]);
  });

  test('is not compared while an item has no value', () => {
    const { value: _value, ...valueless } = itemOf();
    assert.deepEqual(codes({ items: [itemOf(), valueless], totalValue: euros(9_999n) }), []);
  });
});

suite('Masses and pieces', () => {
  test('net is at most gross', () => {
    assert.deepEqual(ofItem({ massNet: kilograms(450n), massGross: kilograms(450n) }), []);
    assert.deepEqual(ofItem({ massNet: kilograms(451n), massGross: kilograms(450n) }), [
      'error mass-net-above-gross',
    ]);
    assert.deepEqual(
      ofItem({ massNet: { micro: 450_000_000n, unit: 'GRM' }, massGross: kilograms(450n) }),
      [],
    );
    assert.deepEqual(
      ofItem({ massNet: { micro: 450_000_001n, unit: 'GRM' }, massGross: kilograms(450n) }),
      ['error mass-net-above-gross'],
    );
  });

  test('items weigh at most what the parcel weighs', () => {
    assert.deepEqual(codes({ massGross: kilograms(900n) }), []);
    assert.deepEqual(codes({ massGross: kilograms(899n) }), ['error mass-items-above-parcel']);
  });

  test('items may weigh more by what the law allows for weighing in steps', () => {
    const law = lawForTests({
      dataQuality: [
        ...QUALITY_ROWS,
        qualityRow('mass-items-above-parcel', ['units=10'], 'warning'),
      ],
    });
    assert.deepEqual(codes({ massGross: kilograms(890n) }, { law }), []);
    assert.deepEqual(codes({ massGross: kilograms(889n) }, { law }), [
      'warning mass-items-above-parcel',
    ]);
  });

  test('zero and unknown units are errors', () => {
    assert.deepEqual(codes({ massGross: kilograms(0n) }), ['error mass-zero']);
    assert.deepEqual(codes({ massGross: { micro: 1n, unit: 'LBR' } }), ['error mass-unit-unknown']);
    assert.deepEqual(ofItem({ quantity: { micro: 0n, unit: 'NAR' } }), ['error quantity-zero']);
    assert.deepEqual(ofItem({ quantity: { micro: 1n, unit: 'NAR' } }), []);
  });

  test('pieces are as many as packages, each with its own number, not heavier than the parcel', () => {
    const pieces = (...references: string[]) => references.map((reference) => ({ reference }));
    assert.deepEqual(codes({ packages: 2, pieces: pieces('P1', 'P2') }), []);
    assert.deepEqual(codes({ packages: 3, pieces: pieces('P1', 'P2') }), [
      'warning pieces-differ-from-packages',
    ]);
    assert.deepEqual(codes({ packages: 2, pieces: pieces('P1', 'P1') }), ['error piece-repeated']);
    const heavy = [{ reference: 'P1', massGross: kilograms(951n) }];
    assert.deepEqual(codes({ pieces: heavy }), ['warning mass-pieces-above-parcel']);
  });
});

suite('A deadline', () => {
  const law = lawForTests({ deadlines: [deadlineOf('arrival', 'air', 240), { ...deadlineOf('loading', 'air', 0), event: 'pre-loading' }, { ...deadlineOf('arrival', 'any', 30), event: 'amendment' }] }); // prettier-ignore
  const HOUR = 3_600_000;
  const filed = (arrivesIn: number, under: Under = {}) =>
    codes({ transport: { arrivalAt: RECEIVED_AT + arrivesIn } }, { law, ...under });

  test('is kept on its minute and missed after it', () => {
    assert.deepEqual(filed(4 * HOUR + 1), []);
    assert.deepEqual(filed(4 * HOUR), []);
    assert.deepEqual(filed(4 * HOUR - 1), ['warning filed-late']);
  });

  test('binds only its own mode, and declarations', () => {
    assert.deepEqual(codes({ mode: 'road', transport: { arrivalAt: RECEIVED_AT } }, { law }), []);
    assert.deepEqual(filed(0, { kind: 'logistics' }), []);
    assert.deepEqual(filed(0, { profile: 'historic-declaration' }), []);
  });

  test('before loading binds statements before loading', () => {
    const loaded = (loadingAt: number) =>
      codes({ transport: { loadingAt, arrivalAt: RECEIVED_AT } }, { law, profile: 'pre-loading' });
    assert.deepEqual(loaded(RECEIVED_AT), []);
    assert.deepEqual(loaded(RECEIVED_AT - 1), ['warning filed-late']);
  });

  test('leaves corrections more time', () => {
    assert.deepEqual(filed(HOUR / 2, { function: 'replace' }), []);
    assert.deepEqual(filed(HOUR / 2 - 1, { function: 'replace' }), ['warning filed-late']);
  });

  test('costs the points of timeliness the later the more', () => {
    const score = (arrivesIn: number) =>
      validated(statedOf({ transport: { arrivalAt: RECEIVED_AT + arrivesIn } }), { law }).quality
        .timeliness;
    assert.deepEqual(
      [score(5 * HOUR), score(3 * HOUR), score(-8 * HOUR), score(-30 * HOUR)],
      [100, 48, 25, 0],
    );
  });
});

suite('A cancellation', () => {
  test('is only asked which parcel it means, and brings no parties', () => {
    const { findings, facts } = validated(
      statedOf({
        items: [itemOf({ description: 'Parts' })],
        parties: [partyOf('consignee', { name: 'N/A' })],
      }),
      { function: 'cancel' },
    );
    assert.deepEqual(findings, []);
    assert.deepEqual(facts.parties, []);
  });
});
