/** The units that tariffs charge by, with their exact factors: UN/ECE Recommendation 20 codes. */
import { over, times } from '../kernel/fraction.ts';
import type { Rate } from '../kernel/rate.ts';

export type Dimension =
  | 'mass'
  | 'volume'
  | 'alcohol'
  | 'number'
  | 'pairs'
  | 'area'
  | 'length'
  | 'energy'
  | 'radioactivity'
  | 'power'
  | 'jewels'
  | 'packs'
  | 'doses'
  | 'polarisation'
  | 'capacity';

export type Unit = { readonly dimension: Dimension; readonly name: string; readonly factor: Rate };

type Row = readonly [code: string, name: string, factor: bigint, divisor?: bigint];

const rows = (dimension: Dimension, list: readonly Row[]): readonly (readonly [string, Unit])[] =>
  list.map(([code, name, numerator, denominator = 1n]) => [
    code,
    { dimension, name, factor: { numerator, denominator } },
  ]);

/**
 * Factors turn a quantity into the first unit of its dimension. Those of Recommendation 20 that it rounds (gallon, barrel,
 * ounce) stand as their definitions have them. A proof litre has half a litre of pure alcohol; a degree of alcohol in a
 * hectolitre (ASX of the European Union's tariff) is exactly one litre of it.
 * @source unece-rec-20
 */
const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...rows('mass', [
    ['KGM', 'kg', 1n],
    ['GRM', 'g', 1n, 1_000n],
    ['MGM', 'mg', 1n, 1_000_000n],
    ['TNE', 't', 1_000n],
    ['DTN', '100 kg', 100n],
    ['CTM', 'carat', 1n, 5_000n],
    ['LBR', 'lb', 45_359_237n, 100_000_000n],
    ['ONZ', 'oz', 28_349_523_125n, 1_000_000_000_000n],
    ['APZ', 'troy oz', 311_034_768n, 10_000_000_000n],
  ]),
  ...rows('volume', [
    ['LTR', 'l', 1n],
    ['MLT', 'ml', 1n, 1_000n],
    ['CLT', 'cl', 1n, 100n],
    ['HLT', 'hl', 100n],
    ['K6', 'kl', 1_000n],
    ['MTQ', 'm3', 1_000n],
    ['DMQ', 'dm3', 1n],
    ['CMQ', 'cm3', 1n, 1_000n],
    ['GLL', 'gallon', 3_785_411_784n, 1_000_000_000n],
    ['GLI', 'imperial gallon', 454_609n, 100_000n],
    ['BLL', 'bbl', 158_987_294_928n, 1_000_000_000n],
  ]),
  ...rows('alcohol', [
    ['LPA', 'litre of pure alcohol', 1n],
    ['PFL', 'pf.liter', 1n, 2n],
    ['ASX', '% vol/hl', 1n],
  ]),
  ...rows('number', [
    ['NAR', 'each', 1n],
    ['C62', 'unit', 1n],
    ['H87', 'piece', 1n],
    ['EA', 'item', 1n],
    ['HEA', 'head', 1n],
    ['DZN', 'doz.', 12n],
    ['DPC', 'dozen pieces', 12n],
    ['CEN', 'hundred', 100n],
    ['GRO', 'gross', 144n],
    ['MIL', 'thousand', 1_000n],
    ['T3', 'thousand pieces', 1_000n],
    ['NCL', 'cell', 1n],
  ]),
  ...rows('pairs', [
    ['NPR', 'pair', 1n],
    ['PR', 'prs.', 1n],
    ['DPR', 'doz. prs.', 12n],
  ]),
  ...rows('area', [
    ['MTK', 'm2', 1n],
    ['DMK', 'dm2', 1n, 100n],
    ['CMK', 'cm2', 1n, 10_000n],
    ['FTK', 'sq. ft.', 9_290_304n, 100_000_000n],
    ['SQR', 'square', 9_290_304n, 1_000_000n],
  ]),
  ...rows('length', [
    ['MTR', 'm', 1n],
    ['CMT', 'cm', 1n, 100n],
    ['MMT', 'mm', 1n, 1_000n],
    ['HMT', 'hm', 100n],
    ['KMT', 'km', 1_000n],
    ['FOT', 'ft', 3_048n, 10_000n],
  ]),
  ...rows('energy', [
    ['KWH', 'kWh', 1n],
    ['MWH', 'MWh', 1_000n],
    ['GWH', 'GWh', 1_000_000n],
    ['JOU', 'J', 1n, 3_600_000n],
    ['GV', 'GJ', 2_500n, 9n],
    ['D30', 'TJ', 2_500_000n, 9n],
  ]),
  ...rows('radioactivity', [
    ['GBQ', 'GBq', 1n],
    ['4N', 'MBq', 1n, 1_000n],
  ]),
  ...rows('power', [
    ['WTT', 'W', 1n],
    ['KWT', 'kW', 1_000n],
  ]),
  ...rows('jewels', [['JWL', 'jewel', 1n]]),
  ...rows('packs', [['NMP', 'pack', 1n]]),
  ...rows('doses', [['E27', 'dose', 1n]]),
  ...rows('polarisation', [['DD', 'degree', 1n]]),
  ...rows('capacity', [['CCT', 't of carrying capacity', 1n]]),
]);

export const unitOf = (code: string): Unit | undefined => UNITS.get(code);
export const UNIT_CODES: readonly string[] = [...UNITS.keys()];

/** The quantity in the other unit, exactly; null when the two do not measure the same. */
export function converted(quantity: Rate, from: string, to: string): Rate | null {
  if (from === to) return quantity;
  const stated = UNITS.get(from);
  const asked = UNITS.get(to);
  if (stated === undefined || asked?.dimension !== stated.dimension) return null;
  return over(times(quantity, stated.factor), asked.factor);
}
