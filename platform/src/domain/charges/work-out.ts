/** Works out a single charge: the exact amount, the one rounding, and on request the steps that show it. */
import { divideRounded, type Rate } from '../kernel/rate.ts';
import type { ChargeLine } from './charge.ts';
import type { ChargeLaw } from './charge-law.ts';
import { measuresOf } from '../tariff/duty-work.ts';
import { exactOf, type Charge } from './draft.ts';
import { soleShareOf } from './expressed.ts';
import { showWork } from './show-work.ts';

/** Exact until the one rounding that the law names for the kind of charge. */
export function workOut(charge: Charge, law: ChargeLaw): ChargeLine {
  const { row, item, place } = charge;
  const exact = exactOf(charge);
  const { mode, step } = law.roundings[row.tax].rounding;
  const minor = divideRounded(exact.numerator, exact.denominator * step, mode) * step;
  return {
    charge: row.tax,
    amount: { minor, currency: law.law.currency },
    item,
    rule: row.id,
    source: row.source,
    place,
    rate: charge.adValorem === null ? null : rateOfLine(charge),
    ...(charge.expressed === null ? {} : { measures: measuresOf(charge.expressed) }),
    steps: () => showWork(charge, { exact, minor }, law),
  };
}

const rateOfLine = ({ row, expressed }: Charge): Rate | null =>
  expressed === null ? row.rate : soleShareOf(expressed);
