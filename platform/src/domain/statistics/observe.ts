/** Makes the observations of a released parcel: one an item, in the currency of the law, and how long the release took. */
import { conversionFrom } from '../jurisdiction/exchange.ts';
import type { LawInForce } from '../jurisdiction/pack.ts';
import { subheadingOf } from '../kernel/commodity-code.ts';
import { writeDay, type Day } from '../kernel/day.ts';
import type { Moment } from '../kernel/instant.ts';
import { money, type Money } from '../kernel/money.ts';
import { EXACT_CENT, timesRate } from '../kernel/rate.ts';
import type { Observation } from './observation.ts';

/** One item as statistics need it: columns of the table `item`. */
export type ObservedItem = {
  readonly position: number;
  readonly commodityCode: string | null;
  readonly origin: string | null;
  readonly value: Money | null;
  readonly massGrams: bigint | null;
};

export type ReleasedParcel = {
  readonly releasedAt: Moment;
  readonly direction: string;
  readonly partner: string | null;
  readonly mode: string | null;
  readonly channel: string | null;
  readonly category: number;
  readonly items: readonly ObservedItem[];
};

const UNKNOWN = 'unknown';

/** `day` is that of release, by the clock of the jurisdiction. A value in a currency without a rate counts as zero, as one that was not stated. @source un-imts-2010 */
export function observationsOf(
  parcel: ReleasedParcel,
  day: Day,
  law: LawInForce,
): readonly (Observation & { readonly position: number })[] {
  const month = writeDay(day).slice(0, 7);
  return parcel.items.map((item) => ({
    position: item.position,
    month,
    direction: parcel.direction,
    commodity: item.commodityCode === null ? UNKNOWN : subheadingOf(item.commodityCode),
    origin: item.origin ?? UNKNOWN,
    partner: parcel.partner ?? UNKNOWN,
    mode: parcel.mode ?? UNKNOWN,
    channel: parcel.channel ?? UNKNOWN,
    category: parcel.category,
    value: valueIn(item.value, law),
    massGrams: item.massGrams ?? 0n,
  }));
}

function valueIn(value: Money | null, law: LawInForce): Money {
  if (value === null) return money(0n, law.currency);
  if (value.currency === law.currency) return value;
  const conversion = conversionFrom(value.currency, law);
  return conversion === null
    ? money(0n, law.currency)
    : money(timesRate(value, conversion.perMinor, EXACT_CENT).minor, law.currency);
}

/** Whole seconds from being here to being free; zero when the scan was reported after the release. */
export const releaseSeconds = (releasedAt: Moment, hereAt: Moment | null): number =>
  hereAt === null ? 0 : Math.max(0, Math.floor((releasedAt - hereAt) / 1000));
