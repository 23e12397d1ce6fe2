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

/** A reader of values; `value-malformed` is the one finding it can make. */
export function createReader(): Reader {
  const findings: Finding[] = [];
  const malformed = (pointer: string, value: string): undefined => {
    findings.push({ code: 'value-malformed', severity: 'error', pointer, parameters: { value } });
    return undefined;
  };
  return {
    findings,
    amount: (wire, pointer) =>
      wire === undefined
        ? undefined
        : (readAmount(wire.amount, wire.currency) ?? malformed(`${pointer}/amount`, wire.amount)),
    quantity: (wire, pointer) =>
      wire === undefined
        ? undefined
        : (readQuantity(wire.value, wire.unit) ?? malformed(`${pointer}/value`, wire.value)),
    moment: (wire, pointer) =>
      wire === undefined ? undefined : (readMoment(wire) ?? malformed(pointer, wire)),
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
