/** Carries out what an officer asks: the act of the law, then what the engine does by itself, recorded as one entry. */
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import { act } from '../../domain/decision/officer-act.ts';
import type { ActContext } from '../../domain/decision/officer-command.ts';
import type { Pack } from '../../domain/jurisdiction/pack.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import type { Refusal } from '../../domain/kernel/refusal.ts';
import { success, type Result } from '../../domain/kernel/result.ts';
import { withSettlement } from '../../domain/journey-settlement.ts';
import type { ParcelEvent, ParcelState } from '../../domain/parcel-state.ts';
import { carryOut } from '../intake/command.ts';
import { readAct, type ActRequest, type ActScene } from './act-request.ts';
import { ACT_WORDS, actsFor } from './desk-acts.ts';
import { lawOf, type Desk } from './desk.ts';

/** The sentence that every notice carries. */
export const appealSentence = ({ messages }: Pick<Pack, 'messages'>): string =>
  messages['en']?.['appeal'] ?? 'You may ask any office of Customs for this decision to be reconsidered.'; // prettier-ignore

/**
 * Rules are written by the pack's authors, who are no persons of this register, and no lot is drawn: any eligible second
 * person may confirm.
 */
export const contextOf = ({ sources }: Pick<Pack, 'sources'>): ActContext => ({
  grounds: new Set(sources.map(({ id }) => id)),
  targeters: [],
  drawnSecond: null,
  agency: null,
});

const sceneOf = (desk: Desk, state: ParcelState, at: Moment): ActScene => ({
  state,
  at,
  law: lawOf(desk, state).law,
  appeal: appealSentence(desk.platform.pack),
});

function decide(
  desk: Desk,
  request: ActRequest,
  scene: ActScene,
): Result<readonly ParcelEvent[], Refusal> {
  const command = readAct(request, scene);
  if (!command.ok) return command;
  const { officer, platform } = desk;
  const context = contextOf(platform.pack);
  const outcome = act({ parcel: scene.state.custody, officer, context }, command.value);
  return outcome.ok ? success(withSettlement(scene.state, outcome.value, scene.at)) : outcome;
}

/** Carries the act out under the officer's name; free words go beside it, encrypted. */
export function carryOutAct(
  desk: Desk,
  reference: HouseReference,
  request: ActRequest,
): Promise<Result<ParcelState, Refusal>> {
  return carryOut(desk.platform.tools, {
    reference,
    actor: desk.officer.person,
    command: request.act,
    expectedVersion: request.expectedVersion ?? null,
    note: request.note ?? request.reason ?? null,
    decide: (state, at) => decide(desk, request, sceneOf(desk, state, at)),
  });
}

export type OfferedAct = {
  readonly act: string;
  readonly label: string;
  readonly key?: string;
  readonly enabled: boolean;
  readonly because?: string;
  readonly hurts?: true;
};

/** The choices of a person do not decide whether an act is open: any will do for the trial. */
const TRIAL = { result: 'clear', found: [], minutes: 1 } as const;

/** Each act that makes sense now, tried without being carried out: the refusal it would get is the reason shown. */
export function offerActs(desk: Desk, state: ParcelState): readonly OfferedAct[] {
  const { platform, officer } = desk;
  const [ground] = platform.pack.sources;
  const scene = sceneOf(desk, state, platform.now());
  return actsFor(state.custody, officer.person).map((name) => {
    const outcome = decide(desk, { ...TRIAL, ...CHOICES[name], act: name, legalGround: ground?.id ?? '' }, scene); // prettier-ignore
    const refused = outcome.ok ? null : outcome.error;
    return {
      act: name,
      ...ACT_WORDS[name],
      enabled: refused === null,
      ...(refused === null ? {} : { because: refused.sentence }),
    };
  });
}

const CHOICES: Partial<Readonly<Record<ActRequest['act'], Partial<ActRequest>>>> = {
  'record-examination': { result: 'conforms' },
  ask: { reasonCode: 'items.description' },
  hold: { reasonCode: 'risk' },
  release: { reasonCode: 'false-alarm' },
  'propose-release': { reasonCode: 'false-alarm' },
  'confirm-release': { reasonCode: 'false-alarm' },
  'reject-do-not-load': { reasonCode: 'false-alarm' },
  'lift-do-not-load': { reasonCode: 'false-alarm' },
  'decline-release': { reasonCode: 'officer-judgement' },
  'confirm-do-not-load': { reasonCode: 'prohibited-goods' },
  refuse: { reasonCode: 'prohibited-goods' },
  seize: { reasonCode: 'prohibited-goods' },
  destroy: { reasonCode: 'prohibited-goods' },
  're-export': { reasonCode: 'prohibited-goods' },
};
