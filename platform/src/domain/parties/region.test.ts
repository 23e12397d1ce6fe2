/** Shows which regions law may use, and whose. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { regionOf, regionOfDestination } from './region.ts';

test('a subdivision is a region when it is a code, with or without its country', () => {
  const of = (subdivision?: string): string | undefined =>
    regionOf({ lines: [], country: 'CA', ...(subdivision === undefined ? {} : { subdivision }) });
  assert.deepEqual([of('ON'), of('CA-ON'), of(' ca-qc ')], ['CA-ON', 'CA-ON', 'CA-QC']);
  assert.deepEqual([of(), of('Ontario'), of('US-NY'), of('')], Array(4).fill(undefined));
});

test('goods end where they are delivered, else with the consignee, and never with anybody else', () => {
  const consignee = { role: 'consignee', region: 'CA-ON' } as const;
  const delivery = { role: 'deliver-to', region: 'CA-NS' } as const;
  assert.equal(regionOfDestination([consignee, delivery]), 'CA-NS');
  assert.equal(regionOfDestination([consignee, { role: 'deliver-to' }]), 'CA-ON');
  assert.equal(regionOfDestination([{ role: 'buyer', region: 'CA-NS' }]), undefined);
});
