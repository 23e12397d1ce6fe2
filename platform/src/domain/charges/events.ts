/** What the journal keeps of a computation of charges: every figure with its steps, as text. */
import { writeAmount } from '../kernel/money.ts';
import type { ChargeAssessment, ChargeKind, ChargePlace, ChargeStep } from './charge.ts';

export type ChargeLineRecord = {
  readonly charge: ChargeKind;
  readonly amount: string;
  readonly item: number | null;
  readonly rule: string;
  readonly source: string;
  readonly place: ChargePlace;
  readonly steps: readonly ChargeStep[];
};

export type ChargesAssessed = {
  readonly type: 'charges-assessed';
  readonly pack: string;
  readonly packVersion: string;
  readonly on: string;
  readonly currency: string;
  readonly intrinsicValue: string;
  readonly customsValue: string;
  readonly lines: readonly ChargeLineRecord[];
  readonly total: string;
  readonly payable: string;
  readonly reliefs: readonly string[];
  readonly incomplete: boolean;
};

export const chargesAssessed = (charges: ChargeAssessment): ChargesAssessed => ({
  type: 'charges-assessed',
  pack: charges.pack,
  packVersion: charges.packVersion,
  on: charges.on,
  currency: charges.currency,
  intrinsicValue: writeAmount(charges.intrinsicValue),
  customsValue: writeAmount(charges.customsValue),
  lines: charges.lines.map((line) => ({ ...line, amount: writeAmount(line.amount) })),
  total: writeAmount(charges.total),
  payable: writeAmount(charges.payable),
  reliefs: charges.reliefs,
  incomplete: charges.incomplete,
});
