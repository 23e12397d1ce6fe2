/** Reads the values of a wire message and keeps a finding for each that is not one. */
import type { Finding } from '../kernel/finding.ts';
import type { Moment } from '../kernel/instant.ts';
import { readAmount, type Money } from '../kernel/money.ts';
import { readQuantity, type Quantity } from '../kernel/quantity.ts';
import type { WireAmount, WireQuantity } from './wire.ts';

/** Reads values and collects what could not be read, under the pointer of the part being read. */
export type Reader = {
  readonly amount: (wire: WireAmount | undefined, pointer: string) => Money | undefined;
  readonly quantity: (wire: WireQuantity | undefined, pointer: string) => Quantity | undefined;
  readonly moment: (wire: string | undefined, pointer: string) => Moment | undefined;
  readonly findings: readonly Finding[];
};

/** What the text of `value-malformed` says; what was sent instead may be personal and is not repeated. */
const EXPECTED = {
  amount: 'a decimal number with at most the digits of its currency',
  quantity: 'a decimal number with at most six digits after the point',
  moment: 'a date and time that exist, with their offset from UTC (RFC 3339)',
} as const;

/** A reader of values; `value-malformed` is the one finding it can make. */
export function createReader(): Reader {
  const findings: Finding[] = [];
  const malformed = (pointer: string, expected: string): undefined => {
    findings.push({
      code: 'value-malformed',
      severity: 'error',
      pointer,
      parameters: { expected },
    });
    return undefined;
  };
  return {
    findings,
    amount: (wire, pointer) =>
      wire === undefined
        ? undefined
        : (readAmount(wire.amount, wire.currency) ??
          malformed(`${pointer}/amount`, EXPECTED.amount)),
    quantity: (wire, pointer) =>
      wire === undefined
        ? undefined
        : (readQuantity(wire.value, wire.unit) ?? malformed(`${pointer}/value`, EXPECTED.quantity)),
    moment: (wire, pointer) =>
      wire === undefined ? undefined : (readMoment(wire) ?? malformed(pointer, EXPECTED.moment)),
  };
}

/** RFC 3339 text to milliseconds; undefined when the date does not exist. */
export function readMoment(text: string): Moment | undefined {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return undefined;
  }
}
