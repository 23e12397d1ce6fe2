/** Charges as the page shows them: each line with its label, its steps and the title of its law. */
import type { ChargeLineRecord, ChargesAssessed } from '../../domain/charges/events.ts';
import type { Pack } from '../../domain/jurisdiction/pack.ts';
import type { RevenueStanding } from '../../domain/release/standing.ts';
import { percentText } from '../percent-text.ts';
import { CHARGE_WORDS } from './words.ts';

/** Title and article of a source of the pack; its id where the pack has lost it. */
export function sourceTitle(
  { sources }: Pick<Pack, 'sources'>,
  id: string,
): { readonly id: string; readonly title: string } {
  const source = sources.find((each) => each.id === id);
  return { id, title: source === undefined ? id : `${source.title}, ${source.article}` };
}

export function showCharges(
  charges: ChargesAssessed,
  standing: RevenueStanding,
  pack: Pick<Pack, 'sources'>,
): object {
  const { lines, total, payable, currency, customsValue, incomplete, reliefs } = charges;
  return {
    lines: lines.map((line) => ({
      ...line,
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
  };
}

/** 'Duty 4 %' where one rate made the line, 'Fee' where none did. */
export function chargeLabel({ charge, steps }: Pick<ChargeLineRecord, 'charge' | 'steps'>): string {
  const rate = steps.find((step) => step.rate !== undefined)?.rate;
  const percent = rate === undefined ? null : percentText(rate);
  const name = CHARGE_WORDS[charge];
  return percent === null ? name : `${name} ${percent}`;
}
