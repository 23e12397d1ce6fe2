/** The fifteen fields of the security declaration hold together and speak of this parcel. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  codesOf,
  RECEIVED_AT,
  statedOf,
  validated,
  type Under,
} from '../../../test/support/statements.ts';
import type { SecurityDeclaration, StatedConsignment } from '../advance-data/statement.ts';

const codes = (spoilt: Partial<StatedConsignment>, under: Under = {}): readonly string[] =>
  codesOf(validated(statedOf(spoilt), under).findings);

suite('The security declaration', () => {
  const SECURE: SecurityDeclaration = {
    issuerCategory: 'RA',
    issuerIdentifier: 'XA/RA/00001',
    consignmentIdentifier: 'RA473124829US',
    contents: 'Dresses and boots',
    transferPoints: [],
    status: 'SPX',
    screeningMethods: ['XRY'],
    issuedBy: 'Agent 7',
    issuedAt: RECEIVED_AT - 60_000,
  };
  const declared = (spoilt: Partial<SecurityDeclaration>, more: Partial<StatedConsignment> = {}) =>
    codes({ ...more, security: { ...SECURE, ...spoilt } });

  test('holds together', () => {
    assert.deepEqual(declared({}), []);
  });

  test('knows its issuer and its status', () => {
    assert.deepEqual(declared({ issuerCategory: 'XX' }), [
      'error security-issuer-category-unknown',
    ]);
    assert.deepEqual(declared({ status: 'OK' }), ['error security-status-unknown']);
  });

  test('has a ground for being secure: screening, exemption or a known consignor', () => {
    assert.deepEqual(declared({ screeningMethods: [] }), ['error security-ground-missing']);
    assert.deepEqual(declared({ screeningMethods: [], exemptionGrounds: 'MAIL' }), []);
    assert.deepEqual(declared({ screeningMethods: [], otherScreeningMethods: 'Dogs' }), []);
    assert.deepEqual(declared({ screeningMethods: [], issuerCategory: 'KC' }), []);
  });

  test('speaks of this parcel, its master or its receptacle', () => {
    assert.deepEqual(declared({ consignmentIdentifier: 'RA 473 124 829 US' }), []);
    assert.deepEqual(
      declared({ consignmentIdentifier: '020-12345675' }, { masterReference: '02012345675' }),
      [],
    );
    assert.deepEqual(declared({ consignmentIdentifier: 'LX100000140CN' }), [
      'error security-other-consignment',
    ]);
  });

  test('is issued before loading and before it is sent', () => {
    const transport = { loadingAt: RECEIVED_AT };
    assert.deepEqual(declared({ issuedAt: RECEIVED_AT }, { transport }), []);
    assert.deepEqual(declared({ issuedAt: RECEIVED_AT + 1 }, { transport }), [
      'error security-issued-after-loading',
    ]);
    assert.deepEqual(declared({ issuedAt: RECEIVED_AT + 5 * 60_000 }), []);
    assert.deepEqual(declared({ issuedAt: RECEIVED_AT + 5 * 60_000 + 1 }), [
      'error security-issued-in-future',
    ]);
  });

  test('says who issued it, when, and what it covers', () => {
    const { issuedBy: _by, issuedAt: _at, contents: _contents, ...bare } = SECURE;
    assert.deepEqual(codes({ security: bare }), [
      'warning security-issuer-missing',
      'warning security-issuer-missing',
      'warning security-contents-missing',
    ]);
  });
});
