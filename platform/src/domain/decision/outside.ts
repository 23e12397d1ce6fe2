/** What the outside may know of a parcel: nothing that tells one reason of waiting from another. */
import type { OutsideState } from '../kernel/outside-state.ts';
import type { Stage } from './stage.ts';

/** Stages that say it by themselves; people have put the parcel there. A cancellation is accepted. */
const OUTSIDE: Partial<Record<Stage, OutsideState>> = {
  released: 'cleared',
  delivered: 'cleared',
  'return-requested': 'cleared',
  'return-exported': 'cleared',
  refunded: 'cleared',
  seized: 'refused',
  refused: 'refused',
  destroyed: 'refused',
  're-exported': 'refused',
  'do-not-load': 'do-not-load',
  cancelled: 'accepted',
};

/** `isWaiting`: the parcel is here and not released, or loading it is in doubt. */
export function outsideOfStage(known: {
  readonly stage: Stage;
  readonly hasQuestions: boolean;
  readonly isWaiting: boolean;
}): OutsideState {
  const word = OUTSIDE[known.stage];
  if (word !== undefined) return word;
  if (known.hasQuestions) return 'question';
  return known.isWaiting ? 'waiting' : 'accepted';
}
