/** What the engine does by itself after the events of a command: the same conclusion that a statement's journey ends with. */
import { DIRECTIONS } from './advance-data/statement.ts';
import type { Moment } from './kernel/instant.ts';
import { foldEvents, type ParcelEvent, type ParcelState } from './parcel-state.ts';
import { settle } from './release/settle.ts';

/** The events of the command, followed by the holds that end, the hold that is placed, or the release. */
export function withSettlement(
  state: ParcelState,
  events: readonly ParcelEvent[],
  at: Moment,
): readonly ParcelEvent[] {
  const { custody, debt } = foldEvents(state, events, at);
  const direction = DIRECTIONS.find((each) => each === state.facts?.direction) ?? 'import';
  const { agencies } = custody;
  return [...events, ...settle({ direction, custody, standing: debt.standing, agencies })];
}
