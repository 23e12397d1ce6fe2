/** Shows how a rate as tariffs write it was worked out: each term with what it fell on, the bounds, and preferences left aside. */
import { reduced } from '../kernel/fraction.ts';
import type { DutyWork, Referred, SumWork, TermWork } from '../tariff/duty-work.ts';
import { printNumber, unitName } from '../tariff/print-duty.ts';
import type { ChargeStep } from './charge.ts';
import type { ChargeLaw } from './charge-law.ts';
import { exactText, plainText, rateText } from './step-text.ts';

/** `rule` is the row or the rate of the tariff whose text is shown. */
type Showing = { readonly rule: string; readonly law: ChargeLaw };

export function showDuty(work: DutyWork, showing: Showing): readonly ChargeStep[] {
  const { sum, least, most, held, minor } = work;
  const steps = [...showSum(sum, showing)];
  if (least !== null)
    steps.push(...showSum(least, showing).map((step) => noting('at least', step)));
  if (most !== null) steps.push(...showSum(most, showing).map((step) => noting('at most', step)));
  if (least !== null || most !== null || held !== null)
    steps.push({ what: HELD[held ?? 'within'], ...resulting(minor, showing) });
  return steps;
}

const HELD = {
  within: 'neither too little nor too much',
  least: 'held at the least',
  most: 'held at the most',
  nothing: 'never less than nothing',
} as const;

const noting = (bound: string, step: ChargeStep): ChargeStep => ({ ...step, what: `${bound}: ${step.what}` }); // prettier-ignore

const resulting = (minor: TermWork['minor'], { rule, law }: Showing): Pick<ChargeStep, 'result' | 'rule'> => ({
  result: exactText(reduced(minor), law.law.currency),
  rule,
}); // prettier-ignore

function showSum({ terms, minor }: SumWork, showing: Showing): readonly ChargeStep[] {
  const steps = terms.flatMap((term) => showTerm(term, showing));
  return terms.length === 1
    ? steps
    : [...steps, { what: 'all parts', ...resulting(minor, showing) }];
}

function showTerm(work: TermWork, showing: Showing): readonly ChargeStep[] {
  const result = resulting(work.minor, showing);
  switch (work.kind) {
    case 'free':
      return [{ what: 'free', ...result }];
    case 'share':
      return [
        {
          what: work.term.part === null ? 'share of the value' : `share of the value of ${work.term.part}`,
          base: exactText(work.base, showing.law.law.currency),
          rate: rateText(work.term.rate),
          ...result,
        },
      ]; // prettier-ignore
    case 'specific':
      return [{ ...showSpecific(work, showing.law), ...result }];
    case 'reference':
      return [
        ...showUnproven(work.referred),
        ...showDuty(work.work, { ...showing, rule: work.referred.rule }),
      ];
  }
}

function showSpecific(
  { term, quantity, amount, degrees }: Extract<TermWork, { kind: 'specific' }>,
  law: ChargeLaw,
): Pick<ChargeStep, 'what' | 'base' | 'rate'> {
  const { per, measure, currency } = term;
  const unit = unitName(measure.unit);
  const count = per.numerator === per.denominator ? '' : `${printNumber(per)} `;
  const exchange = currency === law.law.currency ? null : law.conversionFrom(currency);
  const at = exchange === null ? '' : `, one ${currency} at ${plainText(exchange.rate)} ${law.law.currency}`; // prettier-ignore
  return {
    what: [
      `amount per ${count}${unit}`,
      ...(measure.of === null ? [] : [`of ${measure.of}`]),
      ...(degrees === null ? [] : [`at ${plainText(degrees)} degrees`]),
    ].join(' '),
    base: `${plainText(reduced(quantity))} ${unit}`,
    rate: `${printNumber(reduced(amount))} ${currency} per ${count}${unit}${at}`,
  };
}

/** A lower rate was open to the origin, and nobody proved that the goods have it. */
const showUnproven = ({ unproven }: Referred): readonly ChargeStep[] =>
  unproven.map(({ rule, text, proofs }) => ({
    what: `preference not applied: it asks for ${proofs.join(' or ')}`,
    result: text,
    rule,
  }));
