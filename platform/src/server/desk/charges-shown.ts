/** Charges as the page shows them: each line with its label, its steps and the title of its law. */
import type { ChargesAssessed, ChargeLineRecord } from '../../domain/charges/events.ts';
import type { Pack } from '../../domain/jurisdiction/pack.ts';
import type { RevenueStanding } from '../../domain/release/standing.ts';
import { percentText } from '../percent-text.ts';
import { CHARGE_WORDS } from './words.ts';
import type { Working } from './working.ts';

/** Title and article of a source of the pack; its id where the pack has lost it. */
export function sourceTitle(
  { sources }: Pick<Pack, 'sources'>,
  id: string,
): { readonly id: string; readonly title: string } {
  const source = sources.find((each) => each.id === id);
  return { id, title: source === undefined ? id : `${source.title}, ${source.article}` };
}

type Shown = {
  readonly charges: ChargesAssessed;
  /** Null when the steps can no longer be shown. */
  readonly working: Working | null;
};

export function showCharges(
  { charges, working }: Shown,
  standing: RevenueStanding,
  pack: Pick<Pack, 'sources'>,
): object {
  const { lines, total, payable, currency, customsValue, incomplete, reliefs, quote } = charges;
  return {
    lines: lines.map((line, index) => ({
      ...line,
      steps: working?.[index] ?? [],
      label: chargeLabel(line),
      source: sourceTitle(pack, line.source),
    })),
    customsValue: { amount: customsValue, currency },
    total,
    payable,
    currency,
    standing,
    incomplete,
    reliefs,
    ...(quote === undefined ? {} : { quote }),
  };
}

/** 'Duty 4 %' where one rate made the line, 'Fee' where none did. */
export function chargeLabel({ charge, rate }: Pick<ChargeLineRecord, 'charge' | 'rate'>): string {
  const percent = rate === null ? null : percentText(rate);
  const name = CHARGE_WORDS[charge];
  return percent === null ? name : `${name} ${percent}`;
}
