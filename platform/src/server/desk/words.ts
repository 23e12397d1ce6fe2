/** The words of the desk: acts, keys, reasons, conditions and stages, in one place so that screens and notices agree. */
import type { StatementKind } from '../../domain/advance-data/statement.ts';
import type { ChargeKind } from '../../domain/charges/charge.ts';
import type { HoldReason } from '../../domain/decision/decision.ts';
import type { AgencyReason, ControlReason, FoundCode, HarmReason, ReleaseReason } from '../../domain/decision/reasons.ts'; // prettier-ignore
import type { Lane } from '../../domain/kernel/lane.ts';
import type { ReleaseCondition } from '../../domain/release/conditions.ts';
import type { OverdueStep } from '../../domain/release/events.ts';

export const LANE_WORDS: Readonly<Record<Lane, string>> = {
  release: 'release on arrival',
  documents: 'document check',
  scan: 'scan',
  examine: 'examine',
  hold: 'hold',
  refer: 'refer to an officer',
  'do-not-load': 'do not load',
};

export const KIND_WORDS: Readonly<Record<StatementKind, string>> = {
  order: 'Order told by',
  payment: 'Payment told by',
  logistics: 'Carriage told by',
  declaration: 'Declared by',
  arrival: 'Scanned by',
};

export const HOLD_WORDS: Readonly<Record<HoldReason, string>> = {
  'data-quality': 'what was stated is not sufficient',
  risk: 'an officer has to look at it',
  agency: 'another agency has to agree',
  revenue: 'charges are owed and not secured',
  identity: 'nobody has told who it is for',
};

/** What each state of another agency's word says. */
export const AGENCY_SENTENCES = {
  waiting: (agency: string) => `${agency} has to agree.`,
  agreed: (agency: string) => `${agency} agreed.`,
  refused: (agency: string) => `${agency} did not agree.`,
} as const;

export const OVERDUE_WORDS: Readonly<Record<OverdueStep, string>> = {
  answer: 'No answer came in time',
  'second-notice': 'Still no answer: a second notice is due',
  silence: 'Silence has lasted as long as the law allows',
  payment: 'The charges were not paid in time',
};

export const CHARGE_WORDS: Readonly<Record<ChargeKind, string>> = {
  duty: 'Duty',
  vat: 'VAT',
  gst: 'GST',
  excise: 'Excise',
  fee: 'Fee',
};

/** What each release condition says when it is met, and when it is not. */
export const CONDITION_WORDS: Readonly<Record<ReleaseCondition, readonly [string, string]>> = {
  decision: ['Nobody wants to see it, or officers let it go', 'Decision of an officer'],
  questions: ['No question is open', 'Answer to the open question'],
  here: ['It has arrived', 'Arrival'],
  pieces: ['All pieces were scanned', 'Scan of all pieces'],
  revenue: ['Nothing is owed unsecured', 'Payment or security of the charges'],
  agencies: ['Other agencies agree', 'Agreement of another agency'],
  holds: ['No hold is in force', 'End of the hold'],
};

/** What `revenue` says where an account would secure the charges and has no room for them. */
export const BEYOND_GUARANTEE = 'Room in the guarantee of the account, or payment of the charges';

export const RELEASE_REASON_WORDS: Readonly<Record<ReleaseReason, string>> = {
  'examined-conforms': 'Examined, as declared',
  'scanned-clear': 'Scanned, nothing suspicious',
  'documents-sufficient': 'Documents are in order',
  'question-answered': 'The question is answered',
  'false-alarm': 'The reason does not hold',
  'licence-supplied': 'The licence was supplied',
  'pieces-explained': 'The pieces are explained',
};

export const CONTROL_REASON_WORDS: Readonly<Record<ControlReason, string>> = {
  lane: 'The lane asks for it',
  'officer-judgement': 'My own judgement',
  'scan-suspicious': 'The scan is suspicious',
  'scan-inconclusive': 'The scan says too little',
  'agency-request': 'Another agency asks for it',
  intelligence: 'A report of another service',
};

export const HARM_REASON_WORDS: Readonly<Record<HarmReason, string>> = {
  'prohibited-goods': 'The goods are prohibited',
  'licence-missing': 'The licence is missing',
  'false-declaration': 'The declaration is false',
  counterfeit: 'The goods are counterfeit',
  'dangerous-goods': 'Dangerous goods not declared',
  'security-threat': 'A threat to security',
  'unsafe-product': 'The product is unsafe',
  'question-unanswered': 'The question was not answered in time',
  'nobody-claims': 'Nobody claims the goods',
};

export const AGENCY_REASON_WORDS: Readonly<Record<AgencyReason, string>> = {
  'permit-valid': 'The permit is valid',
  'goods-permitted': 'The goods need no permit',
  'not-our-goods': 'The goods are not what the law asks about',
  'permit-missing': 'The permit is missing',
  'goods-prohibited': 'The goods are prohibited',
  'goods-unsafe': 'The goods are unsafe',
};

export const FOUND_WORDS: Readonly<Record<FoundCode, string>> = {
  'undeclared-goods': 'Goods that were not declared',
  'description-wrong': 'Other goods than described',
  'value-too-low': 'Value too low',
  'quantity-wrong': 'Another quantity',
  'origin-wrong': 'Another origin',
  counterfeit: 'Counterfeit',
  'prohibited-goods': 'Prohibited goods',
  'unsafe-product': 'Unsafe product',
  'dangerous-goods': 'Dangerous goods',
};

/** What an officer may ask a sender for: fixed words, so that no question tells what is targeted. */
export const QUESTION_WORDS = {
  'items.description': ['What the goods are', 'Describe each article in plain words, with material and use.'],
  'items.value': ['What was paid', 'Send the invoice or the order, and proof of payment.'],
  'items.commodityCode': ['Which code', 'State the commodity code of each article with six digits or more.'],
  'items.licences': ['Licence', 'Send the licence or permit that the goods need.'],
  'items.unNumber': ['Dangerous goods', 'State the UN number of dangerous goods, or that there are none.'],
  'parties.consignee': ['Who receives it', 'State the full name and address of the receiver.'],
  'security.screeningMethods': ['Screening', 'Screen the parcel by a method of the security programme before it is loaded.'],
} as const; // prettier-ignore
export type QuestionAbout = keyof typeof QUESTION_WORDS;

export const plainWords = (code: string): string => code.replaceAll('-', ' ');
