/** Proves that grouping a number never changes it and that keys find their parcel again. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { groupsOf, keyOf, parcelOf } from './identifier.ts';

test('a postal number is read in fours with its country apart', () => {
  assert.deepEqual(groupsOf({ scheme: 's10', number: 'RB123456785XZ' }), [
    'RB12',
    '3456',
    '785',
    'XZ',
  ]);
});

test('a courier number is read in fours', () => {
  assert.deepEqual(groupsOf({ scheme: 'courier', number: 'LX55001127884' }), [
    'LX55',
    '0011',
    '2788',
    '4',
  ]);
});

test('groups joined are the number again, and none is longer than four', () =>
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z0-9-]{1,35}$/), (number) => {
      const groups = groupsOf({ scheme: 'any', number });
      assert.equal(groups.join(''), number);
      assert.ok(groups.every((group) => group.length > 0 && group.length <= 4));
    }),
  ));

test('a key names its parcel, whatever stands in the number', () =>
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z0-9-]{1,12}$/),
      fc.string({ minLength: 1 }),
      (scheme, number) => {
        assert.deepEqual(parcelOf(keyOf({ scheme, number })), { scheme, number });
      },
    ),
  ));

test('what is not a key names no parcel', () => {
  for (const text of ['', ':', 's10:', ':RB', 'RB123456785XZ']) assert.equal(parcelOf(text), null);
});
