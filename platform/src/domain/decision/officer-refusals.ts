/** Why an officer's act is not carried out: a code for ever and a plain sentence for each. */
import { refusal, type Refusal } from '../kernel/refusal.ts';
import { failure, type Result } from '../kernel/result.ts';

export const OFFICER_REFUSALS = {
  'role-missing': 'Your roles do not allow this act.',
  'parcel-closed': 'The parcel is out of Customs’ hands; nothing more can be done with it here.',
  'stage-forbids': 'The parcel is at a stage from which this cannot be done.',
  'claimed-by-another': 'Another officer has claimed this parcel.',
  'not-claimed': 'The parcel is not claimed.',
  'question-unknown': 'No such question of an officer is open.',
  'question-open': 'This is asked already, and the answer has not come.',
  'proposal-missing':
    'A targeted or held parcel is released in two steps: one officer proposes, another confirms.',
  'proposal-needless': 'The parcel is neither targeted nor held: release it directly.',
  'second-is-first': 'The second person must be another than the one who proposed.',
  'second-not-drawn': 'Another person was drawn by lot to confirm this release.',
  'targeter-never-releases': 'Who targets parcels neither proposes nor confirms their release.',
  'prohibited-found': 'The examination found prohibited goods: the parcel cannot be released.',
  'ground-unknown': 'The legal ground is not in the pack of this jurisdiction.',
  'appeal-missing': 'The person concerned must be told in a sentence how to appeal.',
  'agency-unknown': 'Your office speaks for no agency that the law names.',
  'agency-not-asked': 'The law does not ask your agency about this parcel.',
  'minutes-implausible': 'The minutes of an examination are a whole number from 0 to 1,440.',
} as const satisfies Readonly<Record<string, string>>;

export type OfficerRefusal = keyof typeof OFFICER_REFUSALS;

export const refuse = (code: OfficerRefusal): Result<never, Refusal> =>
  failure(refusal(code, OFFICER_REFUSALS[code]));
