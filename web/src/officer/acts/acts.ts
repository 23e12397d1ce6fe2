/** Which act a key or a lane calls for, what must be asked before it, and how it is told once recorded. */
import type { ActReasons, Lane, OfferedAct, Recorded } from '../../api/contract.ts';
import { countText } from '../../format/amount.ts';
import { clockOf } from '../../format/moment.ts';
import { words } from '../../words/current.ts';

/** Acts that hurt people: a named officer, a reason, the legal ground and the appeal sentence, always. */
const HURTFUL = new Set(['refuse', 'seize', 'destroy', 're-export', 'confirm-do-not-load']);
const RELEASING = new Set(['release', 'propose-release', 'confirm-release']);
const CLAIMING = new Set(['claim', 'unclaim']);

export const hurts = (offered: OfferedAct): boolean => offered.hurts ?? HURTFUL.has(offered.act);

const DEFAULT_KEYS: Readonly<Record<string, string>> = {
  claim: 'a',
  unclaim: 'a',
  ask: 'q',
  scan: 's',
  examine: 'e',
  'record-scan': 'x',
  'record-examination': 'x',
  hold: 'h',
  release: 'r',
  'propose-release': 'r',
  'confirm-release': 'r',
};

export const keyFor = (offered: OfferedAct): string | null =>
  offered.key ?? DEFAULT_KEYS[offered.act] ?? null;

/** The act a key stands for: an enabled one before a disabled one, which then says why it is not possible. */
export function actForKey(key: string, actions: readonly OfferedAct[]): OfferedAct | null {
  const candidates = actions.filter((offered) => keyFor(offered) === key);
  return candidates.find((offered) => offered.enabled) ?? candidates[0] ?? null;
}

/** What each lane is there for, the likeliest first. */
const LANE_ACTS: Readonly<Record<Lane, readonly string[]>> = {
  release: ['release'],
  documents: ['ask', 'release'],
  scan: ['record-scan', 'scan', 'examine'],
  examine: ['record-examination', 'examine'],
  hold: ['ask', 'examine', 'scan'],
  refer: ['ask', 'examine'],
  'do-not-load': ['confirm-do-not-load', 'reject-do-not-load', 'lift-do-not-load'],
};

export type Arranged = {
  /** The one button that is filled, when there is a likeliest act. */
  readonly first: OfferedAct | null;
  readonly usual: readonly OfferedAct[];
  readonly hurtful: readonly OfferedAct[];
};

/** The buttons in the order an officer needs them: the likeliest, the usual ones, and apart those that hurt. */
export function arrange(lane: Lane, actions: readonly OfferedAct[]): Arranged {
  const confirming = actions.find(({ act, enabled }) => act === 'confirm-release' && enabled);
  const likeliest = LANE_ACTS[lane]
    .map((act) => actions.find((offered) => offered.act === act && offered.enabled))
    .find((offered) => offered !== undefined);
  const taking = actions.find(({ act, enabled }) => act === 'claim' && enabled);
  const first = confirming ?? likeliest ?? taking ?? null;
  const rest = actions.filter((offered) => offered !== first && !CLAIMING.has(offered.act));
  return {
    first,
    usual: rest.filter((offered) => !hurts(offered)),
    hurtful: rest.filter(hurts),
  };
}

/** The reason that most of the refused acts share, to be said once above them; null when no two share one. */
export function sharedRefusal(actions: readonly OfferedAct[]): string | null {
  const counts = new Map<string, number>();
  for (const { enabled, because } of actions) {
    if (enabled || because === undefined) continue;
    counts.set(because, (counts.get(because) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, left], [, right]) => right - left);
  return most !== undefined && most[1] > 1 ? most[0] : null;
}

/** The few acts offered beside a row of the queue: the lane's own, hold, and the way out. */
export function previewActs(lane: Lane, actions: readonly OfferedAct[]): readonly OfferedAct[] {
  const { first } = arrange(lane, actions);
  const own =
    (first !== null && !CLAIMING.has(first.act) ? first : null) ??
    actions.find(({ act }) => LANE_ACTS[lane].includes(act)) ??
    null;
  const hold = actions.find(({ act }) => act === 'hold') ?? null;
  const release = actForKey(
    'r',
    actions.filter(({ act }) => RELEASING.has(act)),
  );
  return [...new Set([own, hold, release])].filter((offered) => offered !== null);
}

export const claimAct = (actions: readonly OfferedAct[]): OfferedAct | null =>
  actForKey(
    'a',
    actions.filter(({ act }) => CLAIMING.has(act)),
  );

/** Whether an act asks something first; claiming and sending on do not, unless the law wants a reason. */
export function asksFirst(offered: OfferedAct, reasons: ActReasons | undefined): boolean {
  if (hurts(offered) || offered.act === 'confirm-release') return true;
  return (
    reasons !== undefined &&
    reasons.reasonCodes.length + reasons.legalGrounds.length + (reasons.results?.length ?? 0) > 0
  );
}

/** 'Held at 14:06 by Amina Haddad, journal entry 48,211.' */
export function recordedSentence({ act, at, by, entry }: Recorded): string {
  const { recorded, entry: entryText } = words().acting;
  return `${recorded(doneWord(act), clockOf(at), by)}${entryText(countText(entry.sequence))}`;
}

export const doneWord = (act: string): string => {
  const done: Readonly<Record<string, string>> = words().acting.done;
  return done[act] ?? act;
};
