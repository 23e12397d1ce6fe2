/** Shows how a charge came about, step by step: what was done, to which base, with what, giving what. */
import { times } from '../kernel/fraction.ts';
import { ONE, type Rate } from '../kernel/rate.ts';
import type { ChargeStep } from './charge.ts';
import type { ChargeLaw } from './charge-law.ts';
import { partOf, shareOf, type AdValorem, type Charge, type Specific } from './draft.ts';
import { showDuty } from './show-duty.ts';
import { amountText, exactText, plainText, rateText, roundedText } from './step-text.ts';

/** In minor units: before and after the rounding. */
export type Outcome = { readonly exact: Rate; readonly minor: bigint };

export function showWork(charge: Charge, outcome: Outcome, law: ChargeLaw): readonly ChargeStep[] {
  const { row, adValorem, specific } = charge;
  const showing = { row, currency: law.law.currency };
  const steps = [...charge.valueSteps()];
  if (charge.expressed !== null) {
    if (adValorem !== null) steps.push(...showBase(adValorem, showing.currency));
    steps.push(...showDuty(charge.expressed, { rule: row.id, law }));
    return [...steps, ...showRounding(outcome, charge, law)];
  }
  if (adValorem !== null && row.rate !== null)
    steps.push(...showShare(adValorem, row.rate, showing));
  if (specific !== null) {
    steps.push(showAmount(specific, showing));
    if (adValorem !== null)
      steps.push({ what: 'both parts', result: exactText(outcome.exact, showing.currency), rule: row.id }); // prettier-ignore
  }
  return [...steps, ...showRounding(outcome, charge, law)];
}

type Showing = { readonly row: Charge['row']; readonly currency: string };

/** What the base is made of, how it was rounded, and what a relief leaves of it. */
function showBase(
  { base, components, rule, relief, rounding }: AdValorem,
  currency: string,
): readonly ChargeStep[] {
  const text = amountText(base, currency);
  const before = amountText(rounding?.before ?? base, currency);
  const steps: ChargeStep[] = [];
  if (components.length > 1 || components[0] !== 'goods')
    steps.push({ what: components.join(' + '), result: before, rule });
  if (rounding !== null && rounding.before !== base) {
    const { named } = rounding;
    steps.push({ what: `base ${roundedText(named.rounding, currency)}`, base: before, result: text, rule: named.rule }); // prettier-ignore
  }
  if (relief !== null && relief.beyond !== null) {
    steps.push({
      what: 'share of the value beyond the relief',
      rate: plainText(relief.beyond),
      result: text,
      rule: relief.rule,
    });
  }
  return steps;
}

function showShare(
  adValorem: AdValorem,
  rate: Rate,
  { row, currency }: Showing,
): readonly ChargeStep[] {
  const baseText = amountText(adValorem.base, currency);
  const steps = [...showBase(adValorem, currency)];
  const { grossedUpBy, shareOwed } = row;
  const taxed = grossedUpBy === null ? ONE : reciprocalOfRest(grossedUpBy);
  if (grossedUpBy !== null) {
    steps.push({
      what: 'price with the tax in it, divided by one less its share',
      base: baseText,
      rate: rateText(grossedUpBy),
      result: exactText(shareOf({ ...adValorem, relief: null }, taxed), currency),
      rule: row.id,
    });
  }
  const whole = shareOf(adValorem, times(rate, taxed));
  steps.push({
    what: 'share of the value',
    base: grossedUpBy === null ? baseText : exactText(shareOf(adValorem, taxed), currency),
    rate: rateText(rate),
    result: exactText(whole, currency),
    rule: row.id,
  });
  if (shareOwed !== null) {
    steps.push({
      what: 'share of the charge that is owed',
      base: exactText(whole, currency),
      rate: rateText(shareOwed),
      result: exactText(times(whole, shareOwed), currency),
      rule: row.id,
    });
  }
  return steps;
}

const reciprocalOfRest = ({ numerator, denominator }: Rate): Rate => ({
  numerator: denominator,
  denominator: denominator - numerator,
});

const showAmount = (specific: Specific, { row, currency }: Showing): ChargeStep => ({
  what: `amount per ${specific.per}`,
  base: plainText(specific.times),
  rate: `${amountText(specific.minor, currency)} per ${specific.per}`,
  result: exactText(partOf(specific), currency),
  rule: row.id,
});

/** A figure that rounding does not change shows no step of it. */
function showRounding(
  { exact, minor }: Outcome,
  { row }: Charge,
  { law: { currency }, roundings }: ChargeLaw,
): readonly ChargeStep[] {
  if (minor * exact.denominator === exact.numerator) return [];
  const { rounding, rule } = roundings[row.tax];
  return [
    {
      what: roundedText(rounding, currency),
      base: exactText(exact, currency),
      result: amountText(minor, currency),
      rule,
    },
  ];
}
