/** The life of a version of the law: which act leads from one state to the next, and that two persons agree before it binds anybody. */
import { refusal, type Refusal } from '../kernel/refusal.ts';
import { failure, success, type Result } from '../kernel/result.ts';

export const PACK_STATES = [
  'draft',
  'review',
  'shadow',
  'approved',
  'active',
  'superseded',
] as const;
export type PackState = (typeof PACK_STATES)[number];

/**
 * `submit`: the version is kept here; `set-up`: the first law of an installation, in force because somebody started it with it;
 * `shadow`: from now on it is rehearsed on live traffic; `approve`: one of two persons; `withdraw`: back to its author.
 */
export const PACK_ACTS = [
  'submit',
  'set-up',
  'review',
  'shadow',
  'approve',
  'activate',
  'withdraw',
] as const;
export type PackActKind = (typeof PACK_ACTS)[number];

export type PackStanding = {
  readonly state: PackState;
  /** Persons who have approved it since its shadow run began. */
  readonly approvals: readonly string[];
};

export type PackAct = {
  readonly version: string;
  readonly act: PackActKind;
  /** Code of the person; of the machine for `submit` and `set-up`. */
  readonly person: string;
};

/** Every version of one jurisdiction's law that is kept here, by version. */
export type PackRegister = ReadonlyMap<string, PackStanding>;

/** How many persons have to agree. */
const APPROVALS = 2;

/** Where each act may begin; null is a version that is not kept yet. A law that was replaced comes back only by the whole way. */
const BEGINNINGS: Readonly<Record<PackActKind, readonly (PackState | null)[]>> = {
  submit: [null],
  'set-up': ['draft'],
  review: ['draft', 'superseded'],
  shadow: ['review'],
  approve: ['shadow'],
  activate: ['approved'],
  withdraw: ['review', 'shadow', 'approved'],
};

/** The version in force; null before the set-up. */
export function activeVersion(register: PackRegister): string | null {
  for (const [version, { state }] of register) if (state === 'active') return version;
  return null;
}

/** The acts that a version admits next, whoever asks. */
export const actsOpenTo = (state: PackState | null): readonly PackActKind[] =>
  PACK_ACTS.filter((act) => BEGINNINGS[act].includes(state));

/**
 * The register after an act. Refuses `pack-act-out-of-order`, `pack-set-up-done` where a law is in force already,
 * `pack-not-rehearsed` where no shadow run is on record, and `pack-approved-by-you` where a person would be both of the two.
 * An activation supersedes the law in force, so that there is never a moment with two laws or with none.
 */
export function takePackAct(
  register: PackRegister,
  act: PackAct,
  known: { readonly isRehearsed: boolean },
): Result<PackRegister, Refusal> {
  const objection = objectionTo(register, act, known);
  if (objection !== null) return failure(objection);
  const { version, person } = act;
  const approvals = register.get(version)?.approvals ?? [];
  const into = (state: PackState, agreed: readonly string[] = []) =>
    success(new Map(register).set(version, { state, approvals: agreed }));
  switch (act.act) {
    case 'submit':
    case 'withdraw':
      return into('draft');
    case 'set-up':
      return into('active');
    case 'review':
      return into('review');
    case 'shadow':
      return into('shadow');
    case 'approve':
      return into(approvals.length + 1 < APPROVALS ? 'shadow' : 'approved', [...approvals, person]);
    case 'activate':
      return success(activated(register, version, approvals));
  }
}

function objectionTo(
  register: PackRegister,
  { version, act, person }: PackAct,
  { isRehearsed }: { readonly isRehearsed: boolean },
): Refusal | null {
  const standing = register.get(version);
  const from = standing?.state ?? null;
  if (!BEGINNINGS[act].includes(from))
    return refusal('pack-act-out-of-order', outOfOrder(act, from));
  if (act === 'set-up' && activeVersion(register) !== null)
    return refusal('pack-set-up-done', 'A law is in force already: two persons replace it.');
  if (act === 'approve' && !isRehearsed)
    return refusal('pack-not-rehearsed', 'No shadow run of this version is on record yet.');
  if (act === 'approve' && standing?.approvals.includes(person) === true)
    return refusal('pack-approved-by-you', 'You have approved it already: a second person has to agree.'); // prettier-ignore
  return null;
}

function activated(
  register: PackRegister,
  version: string,
  approvals: readonly string[],
): PackRegister {
  const after = new Map(register);
  const before = activeVersion(register);
  if (before !== null) after.set(before, { state: 'superseded', approvals: [] });
  return after.set(version, { state: 'active', approvals });
}

function outOfOrder(act: PackActKind, from: PackState | null): string {
  const now = from === null ? 'is not kept here' : `is ${from}`;
  const open = actsOpenTo(from).filter((each) => each !== 'set-up');
  const next = open.length === 0 ? 'nothing follows' : `what may follow is: ${open.join(', ')}`;
  return `The version ${now}, so that "${act}" is not possible; ${next}.`;
}
