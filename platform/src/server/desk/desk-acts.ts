/** The acts a desk offers: their names on the wire, labels and keys, and when they are worth showing at all. */
import type { CustodyState } from '../../domain/release/custody.ts';
import { needsSecond } from '../../domain/decision/officer-act.ts';
import { isClosed } from '../../domain/decision/stage.ts';

export const DESK_ACTS = [
  'claim',
  'unclaim',
  'scan',
  'record-scan',
  'examine',
  'record-examination',
  'ask',
  'close-question',
  'hold',
  'release',
  'propose-release',
  'confirm-release',
  'decline-release',
  'confirm-do-not-load',
  'reject-do-not-load',
  'lift-do-not-load',
  'refuse',
  'seize',
  'destroy',
  're-export',
] as const;
export type DeskAct = (typeof DESK_ACTS)[number];

export type ActWords = { readonly label: string; readonly key?: string; readonly hurts?: true };

export const ACT_WORDS: Readonly<Record<DeskAct, ActWords>> = {
  claim: { label: 'Take it', key: 'a' },
  unclaim: { label: 'Let it go', key: 'a' },
  scan: { label: 'Send to scan', key: 's' },
  'record-scan': { label: 'Record the scan', key: 'x' },
  examine: { label: 'Examine', key: 'e' },
  'record-examination': { label: 'Record the examination', key: 'x' },
  ask: { label: 'Ask the sender', key: 'q' },
  'close-question': { label: 'Close the question' },
  hold: { label: 'Hold', key: 'h' },
  release: { label: 'Release', key: 'r' },
  'propose-release': { label: 'Propose release', key: 'r' },
  'confirm-release': { label: 'Confirm release', key: 'r' },
  'decline-release': { label: 'Decline release' },
  'confirm-do-not-load': { label: 'Confirm do not load', key: 'd', hurts: true },
  'reject-do-not-load': { label: 'Let it be loaded' },
  'lift-do-not-load': { label: 'Lift do not load', key: 'l' },
  refuse: { label: 'Refuse', key: 'f', hurts: true },
  seize: { label: 'Seize', key: 'z', hurts: true },
  destroy: { label: 'Destroy', key: 'y', hurts: true },
  're-export': { label: 'Order re-export', key: 'p', hurts: true },
};

/** Acts that make sense for the parcel as it stands; whether this officer may is for the refusals to say. */
export function actsFor(custody: CustodyState, person: string): readonly DeskAct[] {
  const { stage, claim, asked, proposal } = custody;
  if (stage === 'refused' || stage === 'seized') return ['destroy', 're-export'];
  if (isClosed(stage)) return [];
  const isMine = claim?.person === person;
  const acts: DeskAct[] = [isMine ? 'unclaim' : 'claim'];
  if (stage === 'do-not-load-proposed') acts.push('confirm-do-not-load', 'reject-do-not-load');
  if (stage === 'do-not-load') acts.push('lift-do-not-load');
  acts.push('scan', 'examine', ...controlsOf(custody), 'ask');
  if (asked.length > 0) acts.push('close-question');
  acts.push('hold', ...releaseActs(custody, proposal !== null), 'refuse', 'seize');
  return acts;
}

/** At the control, or held with the lane still to be worked off. */
function controlsOf({ stage, arrivedAt, decision }: CustodyState): readonly DeskAct[] {
  if (arrivedAt === null) return [];
  if (stage === 'scanning') return ['record-scan'];
  if (stage === 'examining') return ['record-examination'];
  if (stage !== 'held') return [];
  return decision?.targetedLane === 'scan' ? ['record-scan'] : ['record-examination'];
}

function releaseActs(custody: CustodyState, isProposed: boolean): readonly DeskAct[] {
  if (isProposed) return ['confirm-release', 'decline-release'];
  return needsSecond(custody) ? ['propose-release'] : ['release'];
}
