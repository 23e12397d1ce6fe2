/** Makes of one scan the events it adds to what is known of the parcel; a scan that says nothing new adds none. */
import type { ParcelFacts } from '../advance-data/parcel-facts.ts';
import type { Arrival } from '../advance-data/statement.ts';
import type { Asked, Held } from '../decision/events.ts';
import type { Stage } from '../decision/stage.ts';
import type { Moment } from '../kernel/instant.ts';
import type { Presentation } from './arrival.ts';
import type { ArrivalEvent, Arrived, Irregular, Irregularity, Presented } from './events.ts';
import { present, WHOLE_PARCEL } from './present.ts';

/** What is known of the parcel before the scan: a `CustodyState` is one. */
export type Scannable = {
  readonly stage: Stage;
  readonly departedAt: Moment | null;
  readonly arrivedAt: Moment | null;
  readonly presentedAt: Moment | null;
  readonly officeAt: Moment | null;
  readonly scanned: readonly string[];
  readonly presentation: Presentation | null;
  readonly irregularities: readonly Irregularity[];
};

export type ScanEvent = ArrivalEvent | Held | Asked;

export type ScanSubject = {
  readonly parcel: Scannable;
  readonly facts: Pick<ParcelFacts, 'reference' | 'pieces' | 'packages' | 'streams'>;
  /** When the answer about a parcel without data is due; null where the law sets no time. Asked only for such a parcel. */
  readonly answerDueAt: () => Moment | null;
};

/** A parcel that nobody announced is held for its identity, and its data is asked for. */
export function receiveScan(subject: ScanSubject, scan: Arrival): readonly ScanEvent[] {
  const { parcel } = subject;
  switch (scan.event) {
    case 'departed':
      return isNews(parcel.departedAt, scan.at)
        ? [...irregularMove(parcel), { type: 'departed', at: scan.at, office: scan.office ?? null }]
        : [];
    case 'arrived':
    case 'presented':
      return receiveHere(subject, scan, scan.event);
    case 'delivered':
      return receiveDelivery(parcel);
  }
}

const isNews = (known: Moment | null, at: Moment): boolean => known === null || at < known;

function receiveHere(
  { parcel, facts, answerDueAt }: ScanSubject,
  scan: Arrival,
  type: 'arrived' | 'presented',
): readonly ScanEvent[] {
  const added = scan.pieces.length === 0 ? [WHOLE_PARCEL] : scan.pieces;
  const scanned = [...new Set([...parcel.scanned, ...added])].sort();
  const known = type === 'arrived' ? parcel.arrivedAt : parcel.presentedAt;
  const tells =
    isNews(known, scan.at) ||
    (scan.office !== undefined && isNews(parcel.officeAt, scan.at)) ||
    scanned.length > parcel.scanned.length;
  if (!tells) return [];
  const presentation = present(facts, scanned);
  const here: Arrived | Presented = {
    type,
    at: scan.at,
    office: scan.office ?? null,
    scanned,
    ...presentation,
  };
  const events: ScanEvent[] = [...irregularMove(parcel), here];
  if (parcel.arrivedAt !== null) return events;
  if (isLoadingBarred(parcel.stage)) {
    events.push(held('risk', 'moved-despite-do-not-load'));
  }
  if (!isAnnounced(facts.streams)) {
    events.push(
      ...irregular(parcel, 'arrived-without-data'),
      held('identity', 'arrived-without-data'),
      askForDeclaration(answerDueAt()),
    );
  }
  return events;
}

const isAnnounced = (streams: ParcelFacts['streams']): boolean =>
  streams.order || streams.payment || streams.logistics || streams.declaration;

const held = (reason: Held['reason'], because: Irregularity): Held => ({
  type: 'held',
  by: null,
  reason,
  because: [because],
});

/** Element that the question about a parcel without data is about. */
export const DECLARATION_ASKED = 'declaration';

const askForDeclaration = (dueAt: Moment | null): Asked => ({
  type: 'asked',
  by: null,
  question: {
    kind: 'information',
    about: DECLARATION_ASKED,
    text: 'This parcel came without any data. Send its declaration with sender, addressee, contents and value.',
    dueAt,
  },
});

function irregularMove(parcel: Scannable): readonly Irregular[] {
  const { stage } = parcel;
  if (stage === 'asked' || stage === 'screening') return irregular(parcel, 'moved-before-answer');
  return isLoadingBarred(stage) ? irregular(parcel, 'moved-despite-do-not-load') : [];
}

const isLoadingBarred = (stage: Stage): boolean =>
  stage === 'do-not-load' || stage === 'do-not-load-proposed';

const irregular = (parcel: Scannable, code: Irregularity): readonly Irregular[] =>
  parcel.irregularities.includes(code) ? [] : [{ type: 'irregular', code }];

function receiveDelivery(parcel: Scannable): readonly ScanEvent[] {
  if (parcel.stage === 'released') return [{ type: 'delivered' }];
  return AFTER_DELIVERY.has(parcel.stage) ? [] : irregular(parcel, 'delivered-before-release');
}

const AFTER_DELIVERY: ReadonlySet<Stage> = new Set([
  'delivered',
  'return-requested',
  'return-exported',
  'refunded',
]);
