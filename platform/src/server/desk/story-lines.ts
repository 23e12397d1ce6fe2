/** Puts each kind of journal event into a title and a detail; null where it tells nothing new to a person. */
import type { ParcelEvent } from '../../domain/parcel-state.ts';
import type { Spoken } from './spoken.ts';
import {
  AGENCY_REASON_WORDS,
  HOLD_WORDS,
  KIND_WORDS,
  LANE_WORDS,
  OVERDUE_WORDS,
  plainWords,
} from './words.ts';

export type Told = {
  readonly name: (person: string) => string;
  readonly office: (code: string) => string;
  readonly sender: (code: string) => string;
  readonly clock: (at: number) => string;
  /** The statement that the event is about. */
  readonly statement: Spoken | undefined;
};

type Line = { readonly title: string; readonly detail?: string };
type Events = { readonly [E in ParcelEvent as E['type']]: E };
type Lines = { readonly [T in keyof Events]: (event: Events[T], told: Told) => Line | null };

export const titleOf = (event: ParcelEvent, told: Told): Line | null =>
  lineOf(event.type)(event, told);

/** The type of the event chooses its line; the two belong together by construction of `Lines`. */
const lineOf = <T extends keyof Events>(type: T): ((event: Events[T], told: Told) => Line | null) =>
  LINES[type];

const silent = (): null => null;
const titled =
  (title: string): (() => Line) =>
  () => ({ title });
const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

const harmed =
  (title: string) =>
  ({ reason, ground }: { readonly reason: string; readonly ground: string }): Line => ({
    title,
    detail: `${plainWords(reason)}, under ${ground}`,
  });

function amounts(
  currency: string,
  lines: readonly { readonly charge: string; readonly amount: string }[],
): string {
  return lines.map(({ charge, amount }) => `${charge} ${amount}`).join(', ').concat(` ${currency}`); // prettier-ignore
}

/** The journal keeps a reason as text, and a retired one for ever. */
const agencyReasons: Readonly<Record<string, string>> = AGENCY_REASON_WORDS;

/** Whether the parcel was charged as quoted; where not, in which facts it is another. */
function quoteLine(outcome: NonNullable<Events['charges-assessed']['quote']>): Line {
  if (outcome.honoured) return { title: 'Charged as quoted', detail: outcome.quote };
  const facts = outcome.differences.map(({ fact, quoted, shipped }) => `${fact} ${quoted ?? 'not stated'} → ${shipped ?? 'not stated'}`); // prettier-ignore
  const figure = outcome.quoted === null ? [] : [`quoted ${outcome.quoted.total} ${outcome.quoted.currency}`]; // prettier-ignore
  return {
    title: 'Quote not honoured',
    detail: [outcome.quote, plainWords(outcome.because), ...figure, ...facts].join(' · '),
  };
}

const LINES: Lines = {
  'parcel-opened': silent,
  'facts-chosen': silent,
  'charges-assessed': ({ quote }) => (quote === undefined ? null : quoteLine(quote)),
  'risk-assessed': silent,
  'statement-made': ({ kind, owner, function: purpose, quality, findings }, { sender }) => ({
    title: `${purpose === 'cancel' ? 'Taken back by' : KIND_WORDS[kind]} ${sender(owner)}`,
    detail: [
      ...(purpose === 'replace' ? ['corrected'] : []),
      `quality ${quality}`,
      ...(findings.length === 0 ? [] : [count(findings.length, 'finding')]),
    ].join(' · '),
  }),
  'statement-linked': (_event, { statement }) => ({
    title: statement === undefined ? 'Linked by its order' : `${KIND_WORDS[statement.kind]} ${statement.sender}`, // prettier-ignore
    detail: 'known before the parcel, linked by its order number',
  }),
  decided: ({ lane, category, questions }) => ({
    title: `Decided: ${LANE_WORDS[lane]}`,
    detail: [`category ${category}`, ...questions.map(({ text }) => `we asked: ${text}`)].join(
      ' · ',
    ),
  }),
  'debt-assessed': ({ currency, lines, standing }) => ({
    title: 'Charges assessed',
    detail: `${amounts(currency, lines)}, ${plainWords(standing)}`,
  }),
  'debt-secured': ({ currency, lines, account }) => ({
    title: 'Charges secured',
    detail: `${amounts(currency, lines)}, on ${account.slice(account.indexOf(':') + 1)}`,
  }),
  'debt-reversed': titled('Charges taken back'),
  'debt-refunded': ({ currency, lines }) => ({ title: 'Charges refunded', detail: amounts(currency, lines) }), // prettier-ignore
  'debt-repaid': ({ currency, lines }) => ({ title: 'Refund paid out', detail: amounts(currency, lines) }), // prettier-ignore
  'debt-paid': ({ currency, lines }) => ({ title: 'Charges paid', detail: amounts(currency, lines) }), // prettier-ignore

  departed: ({ office }, told) => ({
    title: office === null ? 'Departed' : `Departed from ${told.office(office)}`,
  }),
  arrived: ({ office, complete, short, excess }, told) => ({
    title: office === null ? 'Arrived' : `Arrived at ${told.office(office)}`,
    ...(complete ? {} : { detail: `${short.length} short, ${excess.length} in excess` }),
  }),
  presented: ({ office, complete, short, excess }, told) => ({
    title: office === null ? 'Presented' : `Presented at ${told.office(office)}`,
    ...(complete ? {} : { detail: `${short.length} short, ${excess.length} in excess` }),
  }),
  delivered: titled('Delivered'),
  irregular: ({ code }) => ({ title: 'Out of order', detail: plainWords(code) }),

  claimed: titled('Taken'),
  unclaimed: titled('Let go by its officer'),
  asked: ({ question }, { clock }) => ({
    title: `${question.agency ?? 'We'} asked: ${question.text}`,
    ...(question.dueAt === null ? {} : { detail: `until ${clock(question.dueAt)}` }),
  }),
  answered: ({ about }) => ({ title: 'Answered', detail: about }),
  held: ({ reason }) => ({ title: 'Held', detail: HOLD_WORDS[reason] }),
  'hold-lifted': ({ reason }) => ({ title: 'Hold ended', detail: HOLD_WORDS[reason] }),
  'agency-answered': ({ agency, answer, reason }) => ({
    title: `${agency} ${answer === 'agreed' ? 'agreed' : 'did not agree'}`,
    detail: agencyReasons[reason] ?? plainWords(reason),
  }),
  'scan-ordered': ({ reason }) => ({ title: 'Sent to scan', detail: plainWords(reason) }),
  scanned: ({ result }) => ({ title: `Scanned: ${result}` }),
  'examination-ordered': ({ reason }) => ({ title: 'Sent to examination', detail: plainWords(reason) }), // prettier-ignore
  examined: ({ result, found, minutes }) => ({
    title: `Examined: ${result}`,
    detail: [...found.map(plainWords), count(minutes, 'minute')].join(', '),
  }),
  'release-proposed': ({ reason, undone }) => ({
    title: 'Release proposed',
    detail: undone === null ? plainWords(reason) : `${plainWords(reason)}, without the ${undone} that is due`, // prettier-ignore
  }),
  'release-declined': ({ reason }) => ({ title: 'Release declined', detail: plainWords(reason) }),
  'release-confirmed': ({ reason, proposedBy }, { name }) => ({
    title: 'Release confirmed',
    detail: proposedBy === null ? plainWords(reason) : `${plainWords(reason)}, proposed by ${name(proposedBy.person)}`, // prettier-ignore
  }),
  'do-not-load-confirmed': harmed('Do not load, confirmed'),
  'do-not-load-rejected': ({ reason }) => ({ title: 'Do not load rejected', detail: plainWords(reason) }), // prettier-ignore
  'do-not-load-lift-proposed': ({ reason }) => ({ title: 'Lifting of do not load proposed', detail: plainWords(reason) }), // prettier-ignore
  'do-not-load-lifted': ({ reason, proposedBy }, { name }) => ({
    title: 'Do not load lifted',
    detail: `${plainWords(reason)}, proposed by ${name(proposedBy.person)}`,
  }),
  refused: harmed('Refused'),
  seized: harmed('Seized'),
  destroyed: harmed('Destroyed'),
  're-exported': harmed('Re-export ordered'),
  cancelled: titled('Cancelled by its declarant'),
  overdue: ({ step, proposes }) => ({
    title: OVERDUE_WORDS[step],
    detail: `to be considered: ${plainWords(proposes)}`,
  }),
  released: ({ basis }) => ({ title: 'Released', detail: plainWords(basis) }),
  'return-requested': ({ ground, applicant }) => ({ title: 'Return asked for', detail: `${plainWords(ground)}, by the ${plainWords(applicant)}` }), // prettier-ignore
  'return-withdrawn': titled('Return withdrawn'),
  'return-exported': ({ reference }) => ({ title: 'Returned abroad', detail: reference }),
  refunded: ({ amount, currency }) => ({ title: 'Refunded', detail: `${amount} ${currency}` }),
};
