/** Codes of the contract as words people use; an unknown code is shown with its dashes as spaces, never hidden. */

const STAGES: Readonly<Record<string, string>> = {
  announced: 'announced',
  assessed: 'on its way',
  asked: 'waiting for an answer',
  screening: 'waiting for screening',
  'do-not-load-proposed': 'do not load proposed',
  'do-not-load': 'do not load',
  departed: 'departed',
  arrived: 'arrived',
  presented: 'presented',
  held: 'held',
  scanning: 'at the scanner',
  examining: 'on the bench',
  'release-proposed': 'release proposed',
  released: 'released',
  seized: 'seized',
  refused: 'refused',
  destroyed: 'destroyed',
  're-exported': 're-exported',
  delivered: 'delivered',
  'return-requested': 'return asked for',
  'return-exported': 'return exported',
  refunded: 'refunded',
  cancelled: 'cancelled',
};

const STANDINGS: Readonly<Record<string, string>> = {
  'nothing-owed': 'Nothing is owed',
  'collected-at-sale': 'Paid at checkout',
  owed: 'Owed at the border',
  secured: 'Secured by a guarantee',
  paid: 'Paid',
};

const COLUMNS: Readonly<Record<string, string>> = {
  order: 'Order',
  payment: 'Payment',
  logistics: 'Carrier',
  declaration: 'Declaration',
  arrival: 'Arrival',
  scan: 'Scan',
};

const OUTSIDE: Readonly<Record<string, string>> = {
  accepted: 'accepted',
  refused: 'refused',
  question: 'a question is open',
  'do-not-load': 'do not load',
  cleared: 'cleared',
  waiting: 'with Customs',
};

const HOLDS: Readonly<Record<string, string>> = {
  'data-quality': 'data quality',
  risk: 'risk',
  agency: 'another agency',
  revenue: 'revenue',
  identity: 'identity',
  random: 'selection',
};

/** The order in which a parcel passes its stages; a stage nobody told us of comes last. */
export const stageOrder = (stage: string): number => {
  const at = Object.keys(STAGES).indexOf(stage);
  return at === -1 ? Infinity : at;
};

const words = (code: string): string => code.replaceAll('-', ' ');

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const stageWords = (stage: string): string => STAGES[stage] ?? words(stage);
export const standingWords = (standing: string): string =>
  STANDINGS[standing] ?? capital(words(standing));
export const columnWords = (kind: string): string => COLUMNS[kind] ?? capital(words(kind));
export const outsideWords = (outside: string): string => OUTSIDE[outside] ?? words(outside);
export const holdWords = (hold: string): string => HOLDS[hold] ?? words(hold);
export const roleWords = (roles: readonly string[]): string => capital(roles.map(words).join(', '));

/** A flight by its mode, or by the look of its number where no mode is told: 'XM 214'. */
export const isFlight = (means: string, mode: string | null | undefined): boolean =>
  mode === null || mode === undefined ? /^[A-Z0-9]{2} ?\d{1,4}$/u.test(means) : mode === 'air';
