/** Reads a worked example of a pack: what is given, on which day, and what the law makes of it. */
import { readSubmission } from '../../domain/advance-data/read-submission.ts';
import type { ParcelFacts } from '../../domain/advance-data/parcel-facts.ts';
import type { EarlierValues } from '../../domain/charges/case.ts';
import { readJsonText } from '../../domain/jurisdiction/json-text.ts';
import { readDay, type Day } from '../../domain/kernel/day.ts';
import { readAmount } from '../../domain/kernel/money.ts';
import type { Address, Party, PartyFacts } from '../../domain/parties/party.ts';
import { regionOf } from '../../domain/parties/region.ts';
import { findShape, isSubmission } from '../gateways/json/read-wire.ts';

/** A worked example. `parcels` is how many equal parcels the order came in. */
export type WorkedCase = {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly on: Day;
  readonly facts: ParcelFacts;
  readonly earlier: EarlierValues;
  readonly parcels: number;
  /** Values of the pack's parameters under which it is worked out; those in force where it names none. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly expect: Readonly<Record<string, unknown>>;
};

export type CaseReading = { readonly worked: WorkedCase | null; readonly problem: string };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const UNNUMBERED = { scheme: 'courier', number: 'CASE' };

const refused = (problem: string): CaseReading => ({ worked: null, problem });

/** Reads one file of cases/; `given` is a consignment of the published contract without its house reference. */
export function readCase(name: string, text: string, currency: string): CaseReading {
  const { value, broken } = readJsonText(text);
  if (broken !== null) return refused(`line ${broken.line}: ${broken.reason}`);
  const head = isObject(value) ? headOf(value) : null;
  if (!isObject(value) || head === null) return refused('title, source, on or expect is missing');
  const facts = isObject(value['given']) ? factsOf(value['given']) : 'given is missing';
  if (typeof facts === 'string') return refused(facts);
  const circumstances = circumstancesOf(value, currency);
  if (circumstances === null) return refused('parcels, earlier or settings is wrong');
  return { worked: { ...head, name, facts, ...circumstances }, problem: '' };
}

type Circumstances = Pick<WorkedCase, 'earlier' | 'parcels' | 'settings'>;

function circumstancesOf(
  { parcels = 1, earlier = {}, settings = {} }: Readonly<Record<string, unknown>>,
  currency: string,
): Circumstances | null {
  if (typeof parcels !== 'number' || !isObject(earlier) || !isObject(settings)) return null;
  return { parcels, settings, earlier: earlierOf(earlier, currency) };
}

type Head = Pick<WorkedCase, 'title' | 'source' | 'on' | 'expect'>;

function headOf({ title, source, on, expect }: Readonly<Record<string, unknown>>): Head | null {
  const day = typeof on === 'string' ? readDay(on) : null;
  if (typeof title !== 'string' || typeof source !== 'string') return null;
  return day === null || !isObject(expect) ? null : { title, source, on: day, expect };
}

/** The facts of the parcel, or what keeps them from being read. */
function factsOf(given: Readonly<Record<string, unknown>>): ParcelFacts | string {
  const message = {
    messageId: 'case',
    sender: 'case',
    kind: 'declaration',
    consignments: [{ houseReference: UNNUMBERED, ...given }],
  };
  if (!isSubmission(message)) {
    const [first] = findShape(message);
    return `given: ${first?.pointer ?? ''} ${first?.code ?? 'is not a consignment'}`;
  }
  const { submission, findings } = readSubmission(message);
  const [malformed] = findings;
  if (malformed !== undefined) return `given: ${malformed.pointer} ${malformed.code}`;
  const [stated] = submission.consignments;
  if (stated?.houseReference === undefined) return 'given: there is no consignment';
  return {
    ...stated,
    reference: stated.houseReference,
    profile: 'standard',
    parties: stated.parties.map(factsOfParty),
    streams: { order: false, payment: false, logistics: false, declaration: true, arrival: false },
    sources: {},
  };
}

const factsOfParty = ({ role, identifiers, personType, address }: Party): PartyFacts => ({
  role,
  identifiers,
  ...(personType === undefined ? {} : { personType }),
  ...(address === undefined ? {} : placeOf(address)),
});

function placeOf(address: Address): Pick<PartyFacts, 'country' | 'region'> {
  const region = regionOf(address);
  return { country: address.country, ...(region === undefined ? {} : { region }) };
}

function earlierOf(stated: Readonly<Record<string, unknown>>, currency: string): EarlierValues {
  const minor = (member: string): bigint => {
    const text = stated[member];
    return typeof text === 'string' ? (readAmount(text, currency)?.minor ?? 0n) : 0n;
  };
  return { order: minor('order'), personDay: minor('personDay'), personYear: minor('personYear') };
}
