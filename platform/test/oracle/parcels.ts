/** Random parcels near the lines that laws draw: values on thresholds, goods with rates of their own, days on which law changes. */
import fc from 'fast-check';
import type { ParcelFacts } from '../../src/domain/advance-data/parcel-facts.ts';
import type { Item } from '../../src/domain/advance-data/statement.ts';
import type { Condition } from '../../src/domain/jurisdiction/condition.ts';
import type { Pack } from '../../src/domain/jurisdiction/pack.ts';
import { minorDigits } from '../../src/domain/kernel/currency.ts';
import type { Money } from '../../src/domain/kernel/money.ts';
import type { Quantity } from '../../src/domain/kernel/quantity.ts';

const sometimes = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 4 });

function without<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== undefined),
  ) as T;
}

export type Given = {
  readonly facts: ParcelFacts;
  readonly day: number;
  readonly earlier: { order: bigint; personDay: bigint; personYear: bigint };
};

/** The texts with which conditions of charges compare a fact. */
function namedFor(fact: string, pack: Pack): readonly string[] {
  const texts = (condition: Condition): string[] => {
    if ('all' in condition) return condition.all.flatMap(texts);
    if ('any' in condition) return condition.any.flatMap(texts);
    if ('not' in condition) return texts(condition.not);
    if (condition.fact !== fact) return [];
    return ('is' in condition ? [condition.is] : 'in' in condition ? condition.in : []).map(String);
  };
  const rows = [...pack.rates, ...pack.thresholds, ...pack.quotas, ...pack.taxBases];
  return [...new Set(rows.flatMap(({ when }) => (when === null ? [] : texts(when))))].sort();
}

/** Nobody at all, or a consignee of any kind, beside a seller and a consignor of any kind. */
function partiesLike(pack: Pack): fc.Arbitrary<ParcelFacts['parties']> {
  const person = fc.constantFrom(undefined, 'natural' as const, 'legal' as const);
  const party = (role: 'seller' | 'consignor' | 'consignee') =>
    fc
      .record({
        personType: person,
        region:
          role === 'consignee'
            ? fc.constantFrom(undefined, 'XX-X', ...namedFor('destination.region', pack))
            : fc.constant(undefined),
        identifiers: fc.constantFrom(
          [],
          role === 'consignee' ? [{ scheme: 'vat', value: '1' }] : [],
        ),
      })
      .map((fields) => ({ role, ...without(fields) }));
  return fc
    .tuple(fc.option(party('consignee')), fc.option(party('seller')), fc.option(party('consignor')))
    .map((parties) => parties.filter((one) => one !== null) as ParcelFacts['parties']);
}

/** Everything a pack draws lines through, so that few random parcels are dull. */
export function parcelsOf(pack: Pack, codes: readonly string[] = []): fc.Arbitrary<Given> {
  const lines = [
    ...pack.thresholds.map((row) => row.amount.minor),
    ...pack.quotas.flatMap(({ perTransaction, perYear }) =>
      [perTransaction, perYear].flatMap((amount) => amount?.minor ?? []),
    ),
    ...pack.collectors.flatMap((row) => (row.valueAtMost === null ? [] : [row.valueAtMost.minor])),
  ];
  const prefixes = [
    ...new Set(
      pack.rates
        .flatMap((row) => row.commodityPrefixes)
        .concat(pack.thresholds.flatMap((row) => [...row.goodsIn, ...row.goodsNotIn])),
    ),
  ];
  const lined = fc
    .constantFrom(...prefixes, '610910')
    .map((prefix) => prefix.padEnd(6, '1').slice(0, Math.max(6, prefix.length)));
  const plain = fc.constantFrom('610910', '610990', '61091000', '850440', '950300', '392690');
  const code = codes.length > 0 ? fc.constantFrom(...codes) : fc.oneof(lined, plain);
  const onLine = fc
    .tuple(fc.constantFrom(...lines), fc.constantFrom(-1n, 0n, 0n, 1n))
    .map(([line, by]) => line + by);
  const minor = fc.oneof(
    { weight: 3, arbitrary: onLine },
    { weight: 2, arbitrary: fc.bigInt({ min: 0n, max: 50_000n }) },
    { weight: 1, arbitrary: fc.bigInt({ min: -9n, max: 10_000_000n }) },
    { weight: 1, arbitrary: fc.constantFrom(-1n, 0n, 10n ** 16n - 1n) },
  );
  const currencies = [...new Set(pack.exchangeRates.map((row) => row.currency))];
  const named = pack.thresholds.map((row) => row.amount.currency);
  const currency = fc.oneof(
    { weight: 12, arbitrary: fc.constant(pack.currency) },
    { weight: 3, arbitrary: fc.constantFrom(pack.currency, ...currencies, ...named) },
    { weight: 1, arbitrary: fc.constant('XXX') },
  );
  const money: fc.Arbitrary<Money> = fc
    .tuple(minor, currency)
    .map(([value, of]) => ({ minor: minorDigits(of) === 0 ? value / 100n : value, currency: of }));
  const mass: fc.Arbitrary<Quantity> = fc
    .tuple(fc.bigInt({ min: 1n, max: 30_000_000n }), fc.constantFrom('KGM', 'KGM', 'GRM', 'LTR'))
    .map(([micro, unit]) => ({ micro: unit === 'GRM' ? micro * 1000n : micro, unit }));
  const quantity: fc.Arbitrary<Quantity> = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('NAR', 'NAR', 'LTR', 'CLT', 'MLT', 'LPA'))
    .map(([units, unit]) => ({ micro: BigInt(units) * (unit === 'MLT' ? 10_000_000n : 1_000_000n), unit })); // prettier-ignore
  const origins = [...new Set(pack.rates.flatMap((row) => row.origins)), 'CN', 'US'];
  const item: fc.Arbitrary<Item> = fc
    .record({
      commodityCode: sometimes(code),
      origin: sometimes(fc.constantFrom(...origins)),
      value: fc.option(money, { nil: undefined, freq: 15 }),
      massNet: sometimes(mass),
      quantity: sometimes(quantity),
      description: sometimes(fc.constantFrom('sheet mask', 'shirt')),
      licences: fc.constant([]),
    })
    .map((fields) => without(fields) as Item);
  const days = [
    ...new Set(
      [
        ...pack.thresholds,
        ...pack.rates,
        ...pack.taxBases,
        ...pack.roundings,
        ...pack.collectors,
        ...pack.parameters,
        ...pack.quotas,
      ].flatMap((row) => (row.until === null ? [row.from] : [row.from, row.until])),
    ),
  ];
  const day = fc.oneof(
    fc.tuple(fc.constantFrom(...days), fc.integer({ min: -1, max: 1 })).map(([on, by]) => on + by),
    fc.integer({ min: pack.inForceFrom, max: pack.inForceFrom + 2900 }),
  );
  const schemes = pack.collectors.map((row) => row.scheme);
  const facts = fc
    .record({
      direction: fc.constantFrom('import' as const, 'import' as const, 'import' as const, 'import' as const, 'export' as const, 'return' as const),
      mode: sometimes(fc.constantFrom('air' as const, 'sea' as const, 'road' as const)),
      channel: sometimes(fc.constantFrom('post' as const, 'express' as const, 'freight' as const)),
      nature: sometimes(fc.constantFrom('sale' as const, 'sale' as const, 'gift' as const, 'sample' as const, 'personal-effects' as const, 'documents' as const)),
      massGross: sometimes(mass),
      packages: sometimes(fc.integer({ min: 0, max: 5 })),
      items: fc.oneof(
        { weight: 3, arbitrary: fc.tuple(item) },
        { weight: 2, arbitrary: fc.array(item, { maxLength: 4 }) },
      ),
      countryOfDispatch: sometimes(fc.constantFrom('US', 'HK', 'CN')),
      countryOfDestination: sometimes(fc.constantFrom(pack.country, ...namedFor('country.destination', pack))),
      parties: partiesLike(pack),
      totalValue: sometimes(money),
      freight: sometimes(money),
      insurance: sometimes(money),
      fiscal: sometimes(fc.constantFrom(...schemes, 'nobody').map((scheme) => ({ collector: { scheme, number: 'X' } }))),
      procedure: fc.oneof(
        { weight: 4, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constantFrom('9610', ...namedFor('procedure.additional', pack)).map((code) => ({ additional: [code] })) },
      ),
    })
    .map((fields) => ({
      ...without(fields),
      reference: { scheme: 's10', number: 'X' }, profile: 'standard', orderNumbers: [], pieces: [], sources: {},
      streams: { order: false, payment: false, logistics: false, declaration: true, arrival: false },
    }) as ParcelFacts); // prettier-ignore
  const before = fc.oneof(
    { weight: 3, arbitrary: fc.constant(0n) },
    { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: 1_200_000n }) },
  );
  return fc.record({
    facts,
    day,
    earlier: fc.record({ order: before, personDay: before, personYear: before }),
  });
}
