/** Chooses among the rates that a tariff opens to goods: a preference where it is proven, else the general rate. */
import type { OpenRates, TariffRate } from './tariff-book.ts';

export type Choice = {
  readonly rate: TariffRate;
  /** Preferences that were open and that nobody proved. */
  readonly unproven: readonly TariffRate[];
};

/**
 * `documents` are those that the parcel names. Among proven preferences free comes first, then the order of the tariff;
 * a preference that cannot be read is passed over, as the general rate never asks too little.
 */
export function chooseRate(open: OpenRates, documents: readonly string[]): Choice {
  let chosen: TariffRate | null = null;
  const unproven: TariffRate[] = [];
  for (const rate of open.preferences) {
    if (!isProven(rate, documents)) unproven.push(rate);
    else if (rate.duty.ok && (chosen === null || (isFree(rate) && !isFree(chosen)))) chosen = rate;
  }
  return { rate: chosen ?? open.general, unproven };
}

const isProven = ({ proofs }: TariffRate, documents: readonly string[]): boolean =>
  proofs.length === 0 || proofs.some((proof) => documents.includes(proof));

const isFree = ({ duty }: TariffRate): boolean =>
  duty.ok && duty.value.terms.every(({ kind }) => kind === 'free');
