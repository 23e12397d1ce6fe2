/** How many words about a parcel may stand at a time: the limit itself, one below, and what makes room again. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { statementOf } from '../../../test/support/statements.ts';
import { limits } from '../kernel/limits.ts';
import { isFull } from './in-force.ts';
import type { Statement, StatementKind } from './statement.ts';

const many = (count: number, kind: StatementKind): readonly Statement[] =>
  Array.from({ length: count }, (_, index) => ({ ...statementOf(kind, {}), owner: `P${String(index)}` })); // prettier-ignore

suite('Statements in force', () => {
  test('are full at their limit, not one below it', () => {
    assert.equal(isFull(many(limits.statementsPerParcel - 1, 'order'), 'order'), false);
    assert.equal(isFull(many(limits.statementsPerParcel, 'order'), 'payment'), true);
  });

  test('make room when one is taken back', () => {
    const full = many(limits.statementsPerParcel, 'order');
    const cancel = { ...statementOf('order', {}), owner: 'P3', function: 'cancel' } as const;
    assert.equal(isFull([...full, cancel], 'order'), false);
  });

  test('of data and of scans do not crowd each other out', () => {
    const full = many(limits.statementsPerParcel, 'order');
    assert.equal(isFull(full, 'arrival'), false);
    const scans = many(limits.scansPerParcel, 'arrival');
    assert.equal(isFull([...full, ...scans], 'arrival'), true);
    assert.equal(isFull(scans, 'order'), false);
  });
});
