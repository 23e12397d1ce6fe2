/** What the journal keeps of a computation of charges: every figure with its rule and rate, as text. */
import { writeAmount } from '../kernel/money.ts';
import type { ChargeAssessment, ChargeKind, ChargeLine, ChargePlace } from './charge.ts';
import type { QuoteOutcome } from './quoted.ts';
import { rateText } from './step-text.ts';

export type ChargeLineRecord = {
  readonly charge: ChargeKind;
  readonly amount: string;
  readonly item: number | null;
  readonly rule: string;
  readonly source: string;
  readonly place: ChargePlace;
  /** '0.15'; null where the charge is an amount. */
  readonly rate: string | null;
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
  /** Whether the quote that the parcel names was honoured; left out where it names none. */
  readonly quote?: QuoteOutcome;
};

/** The steps stay out: whoever decides again from the input record is shown them, and the figures they end in are these. */
const lineRecord = (line: ChargeLine): ChargeLineRecord => ({
  charge: line.charge,
  amount: writeAmount(line.amount),
  item: line.item,
  rule: line.rule,
  source: line.source,
  place: line.place,
  rate: line.rate === null ? null : rateText(line.rate),
});

export const chargesAssessed = (
  charges: ChargeAssessment,
  quote: QuoteOutcome | null = null,
): ChargesAssessed => ({
  type: 'charges-assessed',
  pack: charges.pack,
  packVersion: charges.packVersion,
  on: charges.on,
  currency: charges.currency,
  intrinsicValue: writeAmount(charges.intrinsicValue),
  customsValue: writeAmount(charges.customsValue),
  lines: charges.lines.map(lineRecord),
  total: writeAmount(charges.total),
  payable: writeAmount(charges.payable),
  reliefs: charges.reliefs,
  incomplete: charges.incomplete,
  ...(quote === null ? {} : { quote }),
});
