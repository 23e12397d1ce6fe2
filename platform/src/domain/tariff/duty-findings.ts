/** The catalogue of what can be wrong with a rate of duty: in its text, or with what is known of the goods it is asked about. */

export type DutyFindingCode = keyof typeof DUTY_FINDINGS;

/** Says where in the text of the rate, why, and what to do; a duty with a finding is not known, and never nothing. */
export type DutyFinding = {
  readonly code: DutyFindingCode;
  /** Characters of the text: where the part begins that could not be read or worked out, and its length. */
  readonly at: number;
  readonly length: number;
  /** That part of the text, or what was asked of the goods. */
  readonly about: string;
  /** Names the rate of the tariff in whose text it stands; absent where that is the text at hand. */
  readonly rate?: string;
};

type Entry = { readonly reason: string; readonly fix: string };

/** Codes are for ever. `{about}` is filled by the finding. @source luxor-contract */
export const DUTY_FINDINGS = {
  'rate-empty': {
    reason: 'no rate is stated',
    fix: 'state the rate, or leave the line without duty to the heading above it',
  },
  'rate-not-understood': {
    reason: '"{about}" is no form of rate that is known',
    fix: 'write a share, an amount per unit, Free, or a reference, joined by +, MIN or MAX',
  },
  'unit-unknown': {
    reason: '"{about}" is no unit that is known',
    fix: 'use a code of UN/ECE Recommendation 20',
  },
  'rate-in-words': {
    reason: 'the rate is a rule in words: "{about}"',
    fix: 'let an officer work it out, or write the rule as rows of the pack',
  },
  'programmes-not-closed': {
    reason: 'the list of programmes "{about}" has no end',
    fix: 'close the brackets after the last programme',
  },
  'quantity-missing': {
    reason: 'the quantity in {about} is not stated',
    fix: 'state the quantity in this unit, or in one that converts to it',
  },
  'part-value-missing': {
    reason: 'the value of {about} is not stated apart',
    fix: 'state what this part of the goods is worth',
  },
  'value-missing': {
    reason: 'the value of the goods is not known',
    fix: 'state the value and a currency that has a rate of exchange',
  },
  'exchange-rate-missing': {
    reason: 'there is no rate of exchange for {about} on the day',
    fix: 'add the rate of exchange of the day',
  },
  'reference-open': {
    reason: 'the rate of {about} is not known here',
    fix: 'state the code or the rate to which the text refers',
  },
  'reference-circular': {
    reason: 'the rate refers to {about}, which leads back to it',
    fix: 'mend the tariff: a chain of references has to end in a rate',
  },
  'condition-open': {
    reason: 'the rate holds {about}, which nobody has confirmed',
    fix: 'let an officer confirm the condition',
  },
  'code-missing': {
    reason: 'the goods have no commodity code, by which the tariff knows them',
    fix: 'state the commodity code',
  },
  'code-too-short': {
    reason: 'the tariff has several rates below {about}',
    fix: 'state the code with all the digits that the tariff has',
  },
  'code-not-in-tariff': {
    reason: 'the tariff has no rate for {about} on the day',
    fix: 'state a code of the tariff of the day, with all its digits',
  },
} as const satisfies Readonly<Record<string, Entry>>;

export const reasonOf = ({ code, about }: DutyFinding): string =>
  DUTY_FINDINGS[code].reason.replace('{about}', () => about);

export const fixOf = ({ code }: DutyFinding): string => DUTY_FINDINGS[code].fix;
