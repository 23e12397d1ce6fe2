/** Random laws: a pack with all its rules in force at once, their scopes, modes, comparators and units drawn by chance. */
import fc from 'fast-check';
import type { LawRow, Pack, RateRow, Threshold } from '../../src/domain/jurisdiction/pack.ts';

/** The last row of each id, holding for ever: every rule can meet every other. */
function timeless<Row extends LawRow>(rows: readonly Row[], from: number): Row[] {
  const last = new Map(rows.map((row) => [row.id, row]));
  return [...last.values()].map((row) => ({ ...row, from, until: null }));
}

const scope = fc.constantFrom<Threshold['scope'][]>(
  'item',
  'line',
  'consignment',
  'parcel',
  'order',
  'person-day',
  'person-year',
);
const per = fc.constantFrom<NonNullable<RateRow['specific']>['per'][]>(
  'line',
  'item',
  'consignment',
  'parcel',
  'piece',
  'kilogram',
  'entry',
);

/** Codes of few headings, so that items share lines; goods and codes of the pack's own rules are cut to the same. */
const PREFIXES = ['6109', '610910', '610990', '2204', '220421', '61', '22'];

function otherwise(row: Threshold): fc.Arbitrary<Threshold> {
  const mode =
    row.mode === 'not-levied'
      ? fc.constant(row.mode)
      : fc.constantFrom<Threshold['mode'][]>('exempt', 'cliff', 'slice');
  const basis =
    row.mode === 'not-levied'
      ? fc.constant(row.basis)
      : fc.constantFrom<Threshold['basis'][]>('intrinsic', 'cif', 'fob', 'retail');
  return fc
    .record({
      scope, mode, basis, comparator: fc.constantFrom<Threshold['comparator'][]>('at-most', 'below'),
      goodsIn: fc.oneof({ weight: 2, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: fc.subarray(PREFIXES, { minLength: 1 }) }),
      goodsNotIn: fc.oneof({ weight: 2, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: fc.subarray(PREFIXES, { minLength: 1, maxLength: 2 }) }),
      isThere: fc.boolean(),
    })
    .map(({ isThere, ...drawn }) => ({ ...row, ...drawn, when: null, natures: [], ...(isThere ? {} : { natures: ['other'] }) })); // prettier-ignore
}

function otherRate(row: RateRow): fc.Arbitrary<RateRow> {
  return fc.record({ per, hasPrefix: fc.boolean(), prefix: fc.constantFrom(...PREFIXES) }).map(({ per: unit, hasPrefix, prefix }) => ({
    ...row,
    specific: row.specific === null ? null : { ...row.specific, per: unit },
    commodityPrefixes: row.commodityPrefixes.length > 0 && hasPrefix ? [prefix] : row.commodityPrefixes,
  })); // prettier-ignore
}

export function lawsLike(pack: Pack): fc.Arbitrary<Pack> {
  const from = pack.inForceFrom;
  const thresholds = fc.tuple(...timeless(pack.thresholds, from).map(otherwise));
  const rates = fc.tuple(...timeless(pack.rates, from).map(otherRate));
  return fc.record({ thresholds, rates }).map((drawn) => ({
    ...pack, ...drawn, taxBases: timeless(pack.taxBases, from), roundings: timeless(pack.roundings, from), collectors: timeless(pack.collectors, from),
  })); // prettier-ignore
}

/** What the codes of the parcels under such a law are. */
export const CODES = ['610910', '610990', '61091000', '220421', '220429', '950300'];
