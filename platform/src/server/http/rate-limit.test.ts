/** Shows that a client gets its rate and no more whatever it does, that others never pay for it, and that memory is bounded. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { networkOf } from './client-address.ts';
import { createTokenBuckets } from './token-buckets.ts';

const size = { burst: 5, perSecond: 2, keysMax: 100 };

test('whatever the times of its requests, a client is served at most its burst and its rate', () => {
  const waits = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3_000 })), { minLength: 1, maxLength: 200 }); // prettier-ignore
  fc.assert(
    fc.property(waits, (gaps) => {
      const buckets = createTokenBuckets(size);
      const served: number[] = [];
      let now = 0;
      for (const gap of gaps) {
        now += gap;
        const wait = buckets.take('client', now);
        assert.ok(Number.isInteger(wait) && wait >= 0 && wait <= 1);
        if (wait === 0) served.push(now);
      }
      for (const [index, from] of served.entries())
        for (const [offset, to] of served.slice(index).entries())
          assert.ok(offset + 1 <= size.burst + ((to - from) / 1_000) * size.perSecond + 1e-9);
    }),
  );
});

test('who waits as long as it was told is served', () => {
  const buckets = createTokenBuckets({ burst: 1, perSecond: 0.25, keysMax: 10 });
  assert.equal(buckets.take('a', 0), 0);
  const wait = buckets.take('a', 500);
  assert.equal(wait, 4);
  assert.equal(buckets.take('a', 500 + wait * 1_000), 0);
});

test('one client that floods costs the others nothing, and a clock that goes back gives nothing away', () => {
  const buckets = createTokenBuckets(size);
  for (let count = 0; count < 1_000; count++) buckets.take('flood', 1_000);
  assert.notEqual(buckets.take('flood', 1_000), 0);
  assert.equal(buckets.take('other', 1_000), 0);
  assert.notEqual(buckets.take('flood', 0), 0);
});

test('a million addresses are remembered as the hundred last ones', () => {
  const buckets = createTokenBuckets(size);
  for (let count = 0; count < 5; count++) buckets.take('first', 0);
  assert.notEqual(buckets.take('first', 0), 0);
  for (let count = 0; count < 1_000_000; count++) buckets.take(count.toString(), 0);
  assert.equal(buckets.take('first', 0), 0, 'the first was forgotten');
});

test('the addresses of one household are one client, however they are spelt', () => {
  const same = [
    ['2001:db8:0:1::1', '2001:0db8:0000:0001:ffff:ffff:ffff:ffff', '2001:DB8:0:1:2:3:4:5%eth0'],
    ['::1', '0:0:0:0:0:0:0:1', '::'],
    ['192.0.2.7', '::ffff:192.0.2.7'],
  ];
  for (const spellings of same)
    assert.equal(new Set(spellings.map(networkOf)).size, 1, spellings.join());
  const others = ['2001:db8:0:1::1', '2001:db8:0:2::1', '2001:db8::1', '192.0.2.7', '192.0.2.8'];
  assert.equal(new Set(others.map(networkOf)).size, others.length);
  assert.doesNotThrow(() => networkOf(':'.repeat(10_000)));
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => networkOf(text).length <= 80));
});
