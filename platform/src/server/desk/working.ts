/** Shows how the charges of a parcel came about: decided again from the input record, under the law as it was. */
import type { ChargeStep } from '../../domain/charges/charge.ts';
import type { ChargesAssessed } from '../../domain/charges/events.ts';
import { chargeAgain } from '../../domain/journey-record.ts';
import { writeAmount } from '../../domain/kernel/money.ts';
import { openInputRecord } from '../journal/input-record.ts';
import { lawAsItWas } from '../law-as-it-was.ts';
import type { Platform } from '../world.ts';
import type { Entry } from './story.ts';

/** The steps of each line, in the order of the journal's lines. */
export type Working = readonly (readonly ChargeStep[])[];

/** Null when the input record was erased, its law is not kept, or they do not lead to the figures of the journal: then no steps are shown. */
export async function readWorking(
  platform: Platform,
  entries: readonly Entry[],
): Promise<Working | null> {
  const entry = entries.findLast(({ events }) => events.some(isChargesAssessed));
  const charges = entry?.events.findLast(isChargesAssessed);
  if (entry === undefined || charges === undefined || entry.input === null) return null;
  const { input, versions } = entry;
  const reading = openInputRecord(await platform.segments.segment(BigInt(input.segment)), input);
  if (reading.kind !== 'open' || versions.law === undefined) return null;
  const law = await lawAsItWas(platform, versions.law);
  if (law === null) return null;
  const lines = chargeAgain(reading.record, () => law);
  const isSame =
    lines.length === charges.lines.length &&
    lines.every((line, index) => writeAmount(line.amount) === charges.lines[index]?.amount);
  return isSame ? lines.map((line) => line.steps()) : null;
}

export const isChargesAssessed = (event: Entry['events'][number]): event is ChargesAssessed =>
  event.type === 'charges-assessed';
