/** What an agency may do with a parcel that it is asked about, by which key, and with which reasons. */
import type { AgencyAnswer, AgencyParcel, AgencyQuestion } from '../../api/contract.ts';

export type AgencyChoice = AgencyAnswer['answer'] | 'ask';

export type Answering = { readonly asked: AgencyParcel; readonly choice: AgencyChoice };

export const CHOICES = ['agreed', 'refused', 'ask'] as const satisfies readonly AgencyChoice[];

export const KEYS = {
  agreed: 'a',
  refused: 'f',
  ask: 'q',
} as const satisfies Record<AgencyChoice, string>;

/** The reasons that belong to each answer, and what may be asked; the server refuses any other. */
export const CODES = {
  agreed: ['permit-valid', 'goods-permitted', 'not-our-goods'],
  refused: ['permit-missing', 'goods-prohibited', 'goods-unsafe'],
  ask: ['items.licences', 'items.description', 'items.commodityCode'],
} as const satisfies Record<AgencyAnswer['answer'], readonly AgencyAnswer['reasonCode'][]> & {
  readonly ask: readonly AgencyQuestion['about'][];
};

/** `waiting` for the agency's word, `asked` while its sender has a question of the agency, `refused` while Customs has it. */
export type AgencyStanding = 'waiting' | 'asked' | 'refused';

export function standingOf({ rows, asked }: AgencyParcel): AgencyStanding {
  if (rows.every(({ answer }) => answer !== 'waiting')) return 'refused';
  return asked.length > 0 ? 'asked' : 'waiting';
}

/** What was refused is not refused again; all else may be done in any standing. */
export const mayChoose = (parcel: AgencyParcel, choice: AgencyChoice): boolean =>
  choice !== 'refused' || standingOf(parcel) !== 'refused';
