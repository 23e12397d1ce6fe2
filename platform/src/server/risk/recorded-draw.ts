/** Reads the random draws that a journal entry holds. */
import type { RandomDraw } from '../../domain/risk/assessment.ts';
import { parseOwn } from '../../domain/kernel/parse-own.ts';

type Events = {
  readonly events: readonly { readonly type: string; readonly draw?: RandomDraw | null }[];
};

/** In the order of the entry; those of another day are not among them. */
export function recordedDraws(body: string, day: string): readonly RandomDraw[] {
  const { events } = parseOwn<Events>(body);
  return events.flatMap(({ type, draw }) =>
    type === 'risk-assessed' && draw !== undefined && draw !== null && draw.day === day
      ? [draw]
      : [],
  );
}
