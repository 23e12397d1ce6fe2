/** Rounds sums of charges as the law says: the largest line takes the difference, so that lines sum to what is paid. */
import { present } from '../kernel/invariant.ts';
import { money } from '../kernel/money.ts';
import { divideRounded, type Rounding } from '../kernel/rate.ts';
import type { ChargeLine, ChargeStep } from './charge.ts';
import type { NamedRounding } from './charge-law.ts';
import type { Draft } from './draft.ts';
import { amountText, roundedText } from './step-text.ts';

export const isPayable = (line: ChargeLine): boolean => line.place === 'at-border';

/**
 * Rounds what is payable at the border of one kind, where the law rounds its sum rather than its lines. Of equal lines
 * that of the item that comes first in `before` takes the difference, so that the order of declaration decides nothing.
 */
export function roundSum(
  drafts: Draft[],
  named: NamedRounding & { readonly what: string },
  before: (left: number, right: number) => number,
): void {
  const order = [...drafts.keys()].sort((one, other) =>
    before(drafts[one]?.items[0] ?? 0, drafts[other]?.items[0] ?? 0),
  );
  const lines = order.flatMap((index) => drafts[index]?.line ?? []);
  roundTogether(lines, named);
  for (const [place, index] of order.entries()) {
    const draft = present(drafts[index], 'a draft that was sorted is there');
    drafts[index] = { ...draft, line: lines[place] ?? draft.line };
  }
}

export const inSteps = (minor: bigint, { mode, step }: Rounding): bigint =>
  divideRounded(minor, step, mode) * step;

type Naming = NamedRounding & { readonly what: string };

/** Rounds what the lines owe at the border. What is taken away is taken from the largest line, then from the next: none falls below zero. */
export function roundTogether(lines: ChargeLine[], naming: Naming): void {
  const { rounding } = naming;
  if (rounding.step === 1n) return;
  let payable = 0n;
  for (const line of lines) if (isPayable(line)) payable += line.amount.minor;
  let difference = inSteps(payable, rounding) - payable;
  if (difference === 0n) return;
  for (const at of largestFirst(lines)) {
    const line = present(lines[at], 'a line that was sorted is there');
    const change = difference < -line.amount.minor ? -line.amount.minor : difference;
    lines[at] = changed(line, { change, payable, naming });
    difference -= change;
    if (difference === 0n) return;
  }
}

type Change = { readonly change: bigint; readonly payable: bigint; readonly naming: Naming };

function changed(line: ChargeLine, { change, payable, naming }: Change): ChargeLine {
  const { what, rounding, rule } = naming;
  const { currency } = line.amount;
  const minor = line.amount.minor + change;
  const step = (): ChargeStep => ({
    what: `${what} ${roundedText(rounding, currency)}`,
    base: amountText(payable, currency),
    result: amountText(minor, currency),
    rule,
  });
  return { ...line, amount: money(minor, currency), steps: () => [...line.steps(), step()] };
}

/** Of lines that are equal the first comes first. */
const largestFirst = (lines: readonly ChargeLine[]): readonly number[] =>
  [...lines.entries()]
    .filter(([, line]) => isPayable(line))
    .sort(([, one], [, other]) => Number(other.amount.minor > one.amount.minor) - Number(other.amount.minor < one.amount.minor))
    .map(([index]) => index); // prettier-ignore
