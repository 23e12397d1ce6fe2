/** The current state of a parcel: the fold of its journal, and of nothing else. */
import type { FactsChosen, StatementMade } from './advance-data/events.ts';
import type { HouseReference } from './advance-data/statement.ts';
import type { ChargesAssessed } from './charges/events.ts';
import type { Moment } from './kernel/instant.ts';
import { present } from './kernel/invariant.ts';
import { parseOwn } from './kernel/parse-own.ts';
import { NO_CUSTODY, type CustodyEvent, type CustodyState } from './release/custody.ts';
import { foldCustody } from './release/fold-custody.ts';
import {
  foldDebt,
  isRevenueEvent,
  NO_DEBT,
  type DebtState,
  type RevenueEvent,
} from './revenue/events.ts';

/** A statement that was there before its parcel (it named only an order) now speaks about this parcel too. */
export type StatementLinked = {
  readonly type: 'statement-linked';
  readonly statement: string;
  readonly shard: number;
};

/** The parcel got its identity. */
export type ParcelOpened = {
  readonly type: 'parcel-opened';
  readonly reference: HouseReference;
  /** Counts re-uses of the number: an S10 may come again after twelve months. */
  readonly period: number;
};

/** Events of the record and of money; all others are custody's. */
type RecordEvent =
  ParcelOpened | StatementMade | StatementLinked | FactsChosen | ChargesAssessed | RevenueEvent;

export type ParcelEvent = RecordEvent | CustodyEvent;

const RECORD_EVENTS: ReadonlySet<string> = new Set<Exclude<RecordEvent, RevenueEvent>['type']>([
  'parcel-opened',
  'statement-made',
  'statement-linked',
  'facts-chosen',
  'charges-assessed',
]);

const isRecordEvent = (event: ParcelEvent): event is RecordEvent =>
  RECORD_EVENTS.has(event.type) || isRevenueEvent(event);

/** A statement's address: its id as decimal text and the shard it is kept in. */
export type StatementAddress = readonly [statement: string, shard: number];

/** What lists need of the charges; the lines with their steps stay in the journal. */
export type ChargesSummary = Pick<
  ChargesAssessed,
  | 'currency'
  | 'intrinsicValue'
  | 'customsValue'
  | 'total'
  | 'payable'
  | 'incomplete'
  | 'pack'
  | 'on'
  | 'quote'
>;

/** JSON-safe, so that the state table keeps it as it is. */
export type ParcelState = {
  readonly reference: HouseReference;
  readonly period: number;
  /** Journal entries folded so far. */
  readonly version: number;
  readonly statements: readonly StatementAddress[];
  /** Party code of the latest declaration's sender. */
  readonly declarant: string | null;
  /** The lowest quality among its statements, 0 to 100. */
  readonly quality: number;
  readonly facts: Omit<FactsChosen, 'type'> | null;
  readonly charges: ChargesSummary | null;
  readonly debt: DebtState;
  readonly custody: CustodyState;
};

/** Custody as written: members that are as at the beginning are left out. */
type WrittenState = Omit<ParcelState, 'custody'> & { readonly custody: Partial<CustodyState> };

/** The state as the table keeps it. */
export function writeState(state: ParcelState): string {
  const custody: Partial<Record<keyof CustodyState, unknown>> = {};
  for (const name of CUSTODY_MEMBERS) {
    const value = state.custody[name];
    if (!isAtBeginning(name, value)) custody[name] = value;
  }
  return JSON.stringify({ ...state, custody });
}

const isMember = (name: string): name is keyof CustodyState => name in NO_CUSTODY;
const CUSTODY_MEMBERS = Object.keys(NO_CUSTODY).filter(isMember);

const isAtBeginning = (name: keyof CustodyState, value: unknown): boolean =>
  value === NO_CUSTODY[name] || (Array.isArray(value) && value.length === 0);

export function readState(text: string): ParcelState {
  const written = parseOwn<WrittenState>(text);
  return { ...written, custody: { ...NO_CUSTODY, ...written.custody } };
}

/** A parcel at its very beginning. */
export const openedAs = (event: ParcelOpened): ParcelState => ({
  reference: event.reference,
  period: event.period,
  version: 0,
  statements: [],
  declarant: null,
  quality: 100,
  facts: null,
  charges: null,
  debt: NO_DEBT,
  custody: NO_CUSTODY,
});

/** Folds the events of one journal entry, which happened `at`; the first event of a parcel opens it. */
export function foldEntry(
  before: ParcelState | null,
  events: readonly ParcelEvent[],
  at: Moment,
): ParcelState {
  const [first, ...rest] = events;
  const state =
    before === null && first?.type === 'parcel-opened'
      ? foldEvents(openedAs(first), rest, at)
      : foldEvents(present(before, 'the first event of a parcel opens it'), events, at);
  return { ...state, version: state.version + 1 };
}

/** Folds events without counting an entry. */
export const foldEvents = (
  before: ParcelState,
  events: readonly ParcelEvent[],
  at: Moment,
): ParcelState =>
  events.reduce(
    (state, event) =>
      isRecordEvent(event)
        ? foldRecord(state, event)
        : { ...state, custody: foldCustody(state.custody, event, at) },
    before,
  );

function foldRecord(state: ParcelState, event: RecordEvent): ParcelState {
  if (isRevenueEvent(event)) return { ...state, debt: foldDebt(state.debt, event) };
  switch (event.type) {
    case 'parcel-opened':
      return openedAs(event);
    case 'statement-made':
      return {
        ...state,
        statements: [...state.statements, [event.statement, event.shard]],
        quality: Math.min(state.quality, event.quality),
        declarant: event.kind === 'declaration' ? event.owner : state.declarant,
      };
    case 'statement-linked':
      return { ...state, statements: [...state.statements, [event.statement, event.shard]] };
    case 'facts-chosen': {
      const { type: _type, ...facts } = event;
      return { ...state, facts };
    }
    case 'charges-assessed': {
      const { currency, intrinsicValue, customsValue, total, payable, incomplete, pack, on } =
        event;
      const { quote } = event;
      const charges = { currency, intrinsicValue, customsValue, total, payable, incomplete, pack, on }; // prettier-ignore
      return { ...state, charges: quote === undefined ? charges : { ...charges, quote } };
    }
  }
}
