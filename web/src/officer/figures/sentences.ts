/** The sentence over each chart: what it shows, said with its own figures. */
import type { Figures } from '../../api/contract.ts';
import { countText, counted, moneyText, shareOf } from '../../format/amount.ts';
import { durationText } from '../../format/moment.ts';

export const totalOf = (rows: readonly { readonly parcels: number }[]): number =>
  rows.reduce((sum, { parcels }) => sum + parcels, 0);

export function releaseSentence(release: Figures['release']): string {
  const busiest = [...release].sort((a, b) => b.parcels - a.parcels)[0];
  if (busiest === undefined || busiest.parcels === 0) return 'No parcel was released yet today';
  return `Half of the category ${busiest.category.toString()} parcels are released within ${durationText(busiest.p50)}, nine in ten within ${durationText(busiest.p90)}`;
}

export function lanesSentence(lanes: Figures['lanes']): string {
  const total = totalOf(lanes);
  const going = lanes.find(({ lane }) => lane === 'release')?.parcels ?? 0;
  if (total === 0) return 'No parcel has a lane yet today';
  return `${countText(going)} of ${counted(total, 'parcel')} go on arrival (${percent(going, total)}), ${countText(total - going)} need somebody`;
}

export function moneySentence(money: Figures['money']): string {
  const { currency, assessed, atSale } = money;
  const text = (amount: string): string => moneyText({ amount, currency });
  return `${text(assessed)} assessed today, ${text(atSale)} of it collected at sale`;
}

export function stagesSentence(stages: Figures['stages']): string {
  const most = [...stages].sort((a, b) => b.parcels - a.parcels)[0];
  if (most === undefined) return 'No parcel is known yet today';
  const released = stages.find(({ stage }) => stage === 'released')?.parcels ?? 0;
  return `${countText(released)} of ${counted(totalOf(stages), 'parcel')} are released`;
}

/** One decimal near none and near all, so that neither 1 of 8,000 is told as none nor 7,999 as all. */
export const percent = (part: number, total: number): string => {
  const share = shareOf(part, total);
  if (part > 0 && share < 0.05) return '< 0.1 %';
  if (part < total && share >= 99.95) return '> 99.9 %';
  const near = share < 10 || share > 90;
  return `${near && !Number.isInteger(share) ? share.toFixed(1) : Math.round(share).toString()} %`;
};
