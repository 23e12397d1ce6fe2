/** The sentence over each chart: what it shows, said with its own figures. */
import type { Figures } from '../../api/contract.ts';
import { moneyText, shareOf } from '../../format/amount.ts';
import { durationText } from '../../format/moment.ts';
import { words } from '../../words/current.ts';

export const totalOf = (rows: readonly { readonly parcels: number }[]): number =>
  rows.reduce((sum, { parcels }) => sum + parcels, 0);

/** A release in the second of arrival is told as what it is. */
const withinText = (seconds: number): string => {
  const { atOnce, within } = words().figures;
  return seconds === 0 ? atOnce : within(durationText(seconds));
};

export const releasedText = (seconds: number): string =>
  seconds === 0 ? words().figures.atOnce : durationText(seconds);

export function releaseSentence(release: Figures['release']): string {
  const said = words().figures;
  const busiest = [...release].sort((a, b) => b.parcels - a.parcels)[0];
  if (busiest === undefined || busiest.parcels === 0) return said.noRelease;
  return said.release(busiest.category, withinText(busiest.p50), withinText(busiest.p90));
}

export function lanesSentence(lanes: Figures['lanes']): string {
  const total = totalOf(lanes);
  const going = lanes.find(({ lane }) => lane === 'release')?.parcels ?? 0;
  if (total === 0) return words().figures.noLane;
  return words().figures.lanes(going, total, percent(going, total));
}

export function moneySentence(money: Figures['money']): string {
  const { currency, assessed, atSale } = money;
  const text = (amount: string): string => moneyText({ amount, currency });
  return words().figures.money(text(assessed), text(atSale));
}

export function stagesSentence(stages: Figures['stages']): string {
  const most = [...stages].sort((a, b) => b.parcels - a.parcels)[0];
  if (most === undefined) return words().figures.noStage;
  const released = stages.find(({ stage }) => stage === 'released')?.parcels ?? 0;
  return words().figures.stages(released, totalOf(stages));
}

/** One decimal near none and near all, so that neither 1 of 8,000 is told as none nor 7,999 as all. */
export const percent = (part: number, total: number): string => {
  const share = shareOf(part, total);
  if (part > 0 && share < 0.05) return '< 0.1 %';
  if (part < total && share >= 99.95) return '> 99.9 %';
  const near = share < 10 || share > 90;
  return `${near && !Number.isInteger(share) ? share.toFixed(1) : Math.round(share).toString()} %`;
};
