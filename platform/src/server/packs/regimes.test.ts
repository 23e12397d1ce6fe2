/** Shows changes of regime that no charge tells: which elements a profile asks for on either side of a day. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { lawInForce } from '../../domain/jurisdiction/in-force.ts';
import { readDay } from '../../domain/kernel/day.ts';
import { present } from '../../domain/kernel/invariant.ts';
import { loadPack } from './load.ts';

const PACKS = path.resolve(import.meta.dirname, '../../../../packs');
const packOf = (id: string) => present(loadPack(path.join(PACKS, id)).pack, `${id} is well formed`);

/** The obligation of an element in the standard profile on a day. */
function obligationOf(id: string, element: string): (on: string) => string | undefined {
  const pack = packOf(id);
  return (on) =>
    lawInForce(pack, present(readDay(on), on))
      .datasets.find(({ profile }) => profile === 'standard')
      ?.elements.find((one) => one.element === element)?.obligation;
}

test('the European Union asks for the identifier of a product from 1 November 2026, and rewards it from July', () => {
  const on = obligationOf('eu', 'items.sku');
  assert.deepEqual(['2026-06-30', '2026-07-01', '2026-10-31', '2026-11-01'].map(on), ['O', 'V', 'V', 'C']); // prettier-ignore
});

test('the United States asks for the mass of goods in the mail from 24 July 2026', () => {
  const on = obligationOf('us', 'items.massNet');
  assert.deepEqual(['2026-07-23', '2026-07-24'].map(on), ['O', 'C']);
});
