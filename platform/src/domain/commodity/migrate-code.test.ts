/** A code moves of itself only where the correlation is one to one; everything else asks, and says why. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { migrateCode, type CodeLink } from './migrate-code.ts';

const correlation = (...pairs: readonly (readonly [code: string, becomes: string])[]) => ({
  links: pairs.map(([code, becomes]): CodeLink => ({ code, becomes })),
  bestOf: (code: string) => (code === 'split' ? 'second' : undefined),
});

test('one to one moves; split and joined ask with their candidates, the best first', () => {
  const links = correlation(['one', 'other'], ['split', 'first'], ['split', 'second'], ['left', 'both'], ['right', 'both']); // prettier-ignore
  assert.deepEqual(migrateCode('one', links, false), { kind: 'moved', code: 'other' });
  assert.deepEqual(migrateCode('split', links, false), { kind: 'ask', reason: 'split', candidates: [{ code: 'second', isBest: true }, { code: 'first', isBest: false }] }); // prettier-ignore
  assert.deepEqual(migrateCode('left', links, false), { kind: 'ask', reason: 'joined', candidates: [{ code: 'both', isBest: false }] }); // prettier-ignore
});

test('without a correlation nothing moves, also where the code stands in both editions', () => {
  assert.deepEqual(migrateCode('610910', null, true), { kind: 'ask', reason: 'not-correlated', candidates: [{ code: '610910', isBest: false }] }); // prettier-ignore
  assert.deepEqual(migrateCode('610910', correlation(), false), { kind: 'ask', reason: 'unknown', candidates: [] }); // prettier-ignore
});

const someCode = fc.constantFrom('a', 'b', 'c', 'd');

test('what moves of itself moves back of itself', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(someCode, someCode)), someCode, (pairs, code) => {
      const there = migrateCode(code, correlation(...pairs), false);
      if (there.kind !== 'moved') return;
      const back = pairs.map(([from, to]) => [to, from] as const);
      assert.deepEqual(migrateCode(there.code, correlation(...back), false), {
        kind: 'moved',
        code,
      });
    }),
  );
});
