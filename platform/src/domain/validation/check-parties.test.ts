/** Parties are somebody, decisions learn nothing personal of them, and a business gives no gifts. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  codesOf,
  partyOf,
  statedOf,
  validated,
  type Under,
} from '../../../test/support/statements.ts';
import type { StatedConsignment } from '../advance-data/statement.ts';
import type { Party } from '../parties/party.ts';

const codes = (spoilt: Partial<StatedConsignment>, under: Under = {}): readonly string[] =>
  codesOf(validated(statedOf(spoilt), under).findings);

const ofConsignee = (spoilt: Partial<Party>): readonly string[] =>
  codes({ parties: [partyOf('consignor'), partyOf('consignee', spoilt)] });

const ofConsignor = (spoilt: Partial<Party>): readonly string[] =>
  codes({ parties: [partyOf('consignor', spoilt), partyOf('consignee')] });

suite('Parties', () => {
  test('a placeholder for a name is an error, a name that contains one is not', () => {
    for (const name of ['Unknown', 'UNKNOWN.', 'n/a', 'N / A', 'as above', 'Private']) {
      assert.deepEqual(ofConsignee({ name }), ['error party-name-placeholder'], name);
    }
    for (const name of ['Private Jones', 'Nadia A', 'Unknown Pleasures Records']) {
      assert.deepEqual(ofConsignee({ name }), [], name);
    }
  });

  test('a name needs two letters of any script', () => {
    assert.deepEqual(ofConsignee({ name: 'X' }), ['error party-name-without-letters']);
    assert.deepEqual(ofConsignee({ name: '12345' }), ['error party-name-without-letters']);
    for (const name of ['Al', '王伟', 'Ли']) assert.deepEqual(ofConsignee({ name }), [], name);
  });

  test('a consignor that is only a function is a warning', () => {
    assert.deepEqual(ofConsignor({ name: 'Fulfilment Centre 4' }), ['warning consignor-generic']);
    assert.deepEqual(ofConsignor({ name: 'Seller Brothers' }), []);
    assert.deepEqual(ofConsignee({ name: 'Warehouse' }), []);
  });

  test('a placeholder for an address is an error', () => {
    const at = (lines: string[], city = 'Sampleton') =>
      ofConsignee({ address: { lines, city, postcode: '10115', country: 'XM' } });
    assert.deepEqual(at(['Unknown']), ['error address-placeholder']);
    assert.deepEqual(at(['1 Example Street'], 'n/a'), ['error address-placeholder']);
    assert.deepEqual(at(['Unknown Road 5']), []);
  });

  test('a postal code is asked for where the country has them and somebody must find the address', () => {
    const address = { lines: ['1 Example Street'], country: 'XM' };
    assert.deepEqual(ofConsignee({ address }), ['warning postcode-missing']);
    assert.deepEqual(ofConsignee({ address: { ...address, country: 'HK' } }), []);
    assert.deepEqual(codes({ parties: [partyOf('seller', { address })] }), []);
  });

  test('telephone and e-mail have a form that can be used', () => {
    for (const phone of ['+22 607 123 4567', '+1 (555) 010-0199', '+2260712'])
      assert.deepEqual(ofConsignee({ phone }), [], phone);
    for (const phone of ['0607 123', '+226071', '+1234567890123456', '+1 555 CALL NOW', ''])
      assert.deepEqual(ofConsignee({ phone }), ['warning phone-form'], phone);
    for (const email of ['a@b.example', 'ada.example+x@mail.example.org'])
      assert.deepEqual(ofConsignee({ email }), [], email);
    for (const email of [
      'ada',
      'ada@example',
      '@example.org',
      'a@b@c.org',
      'a b@c.org',
      'a@.org',
      'a@b.',
    ])
      assert.deepEqual(ofConsignee({ email }), ['warning email-form'], email);
  });

  test('each role is given to one party', () => {
    assert.deepEqual(
      codes({ parties: [partyOf('seller'), partyOf('seller', { name: 'Other' })] }),
      ['warning party-repeated'],
    );
  });

  test('nobody sends to himself, unless the goods come back', () => {
    const self = partyOf('consignee');
    const parties = [self, { ...self, role: 'consignor' }] as const;
    assert.deepEqual(codes({ parties }), ['warning consignee-is-consignor']);
    assert.deepEqual(codes({ parties, direction: 'return' }), []);
  });
});

suite('Party facts', () => {
  const factsOf = (party: Party) => validated(statedOf({ parties: [party] })).facts.parties[0];

  test('hold nothing personal', () => {
    const facts = factsOf(
      partyOf('consignee', { identifiers: [{ scheme: 'passport', value: 'P1' }] }),
    );
    assert.deepEqual(facts, {
      role: 'consignee',
      country: 'XM',
      personType: 'natural',
      identifiers: [],
      key: 'fingerprint of ada example |10115|XM',
    });
  });

  test('give one key to spellings that differ in case, accents, punctuation and the blank of the postcode', () => {
    const address = { lines: [], postcode: 'SW1A 1AA', country: 'GB' };
    const key = factsOf(partyOf('consignee', { name: 'Zoë O’Neill', address }))?.key;
    const other = { ...address, postcode: 'sw1a1aa' };
    assert.equal(factsOf(partyOf('consignee', { name: 'ZOE ONEILL', address: other }))?.key, key);
    assert.notEqual(factsOf(partyOf('consignee', { name: 'Zoe Neill', address }))?.key, key);
  });

  test('give a party without a name the key of its first number, and none to a party without both', () => {
    const { name: _name, ...nameless } = partyOf('importer', {
      identifiers: [{ scheme: 'party-code', value: 'QLRUBN9' }],
    });
    assert.equal(factsOf(nameless)?.key, 'fingerprint of party-code:QLRUBN9');
    assert.equal(factsOf({ ...nameless, identifiers: [] })?.key, undefined);
  });

  test('keep the registrations of businesses', () => {
    const identifiers = [{ scheme: 'eori', value: 'XM1' }, { scheme: 'shop-number', value: '7' }, { scheme: 'passport', value: 'P1' }]; // prettier-ignore
    assert.deepEqual(
      factsOf(partyOf('seller', { identifiers }))?.identifiers,
      identifiers.slice(0, 2),
    );
    assert.deepEqual(
      factsOf(partyOf('seller', { identifiers, personType: 'natural' }))?.identifiers,
      identifiers.slice(0, 1),
    );
  });
});

suite('A gift', () => {
  const gift = (parties: readonly Party[], more: Partial<StatedConsignment> = {}) =>
    codes({ nature: 'gift', parties, ...more });
  const private_ = { name: 'Bob Sample', personType: 'natural' } as const;

  test('from a private person to another is a gift', () => {
    assert.deepEqual(gift([partyOf('consignor', private_), partyOf('consignee')]), []);
    assert.deepEqual(
      gift([partyOf('consignor', { ...private_, name: 'Colin Example' }), partyOf('consignee')]),
      [],
    );
  });

  test('from a business is a warning', () => {
    const { personType: _type, ...untyped } = partyOf('consignor', { name: 'Sample Co Ltd' });
    const expected = ['warning gift-from-business'];
    assert.deepEqual(gift([partyOf('consignor'), partyOf('consignee')]), expected);
    assert.deepEqual(gift([untyped, partyOf('consignee')]), expected);
    assert.deepEqual(gift([partyOf('consignor', private_), partyOf('seller')]), expected);
    assert.deepEqual(gift([partyOf('consignor', private_)], { fiscal: { collector: { scheme: 'ioss', number: 'IM0000000000' } } }), expected); // prettier-ignore
  });
});
