/** The rows of the facts matrix: what each kind of statement says of each datum, as short text. */
import type { ConsignmentFacts, Statement, StatementKind } from '../../domain/advance-data/statement.ts'; // prettier-ignore
import type { ParcelFacts } from '../../domain/advance-data/parcel-facts.ts';
import { writeAmount, type Money } from '../../domain/kernel/money.ts';
import { writeQuantity } from '../../domain/kernel/quantity.ts';
import type { PartyRole } from '../../domain/parties/party.ts';
import { goodsLine } from './goods-line.ts';
import type { Spoken } from './spoken.ts';

export type Wording = {
  readonly country: (code: string) => string;
  readonly office: (code: string) => string;
  readonly clock: (at: number) => string;
};

export type FactsRow = {
  readonly element: string;
  readonly label: string;
  /** What a statement says of the datum; null when it is silent. */
  readonly text: (statement: Spoken, wording: Wording) => string | null;
  /** The statement whose word is used. */
  readonly source: (facts: ParcelFacts, statements: readonly Spoken[]) => Statement['id'] | null;
  /** `plain`: two different texts disagree; `findings`: only the cross-check says who disagrees; `party`: names are compared. */
  readonly compares: 'plain' | 'findings' | 'party';
  readonly role?: PartyRole;
};

type Element = keyof ConsignmentFacts;

const sourceOf =
  (...elements: readonly Element[]): FactsRow['source'] =>
  ({ sources }) => {
    for (const element of elements) {
      const source = sources[element];
      if (source !== undefined) return source;
    }
    return null;
  };

const amount = (money: Money): string => `${writeAmount(money)} ${money.currency}`;

const distinct = (texts: readonly string[]): string | null =>
  texts.length === 0 ? null : [...new Set(texts)].join(', ');

/** The sum of the items, when all are in one currency. */
function goodsTotal({ items, totalValue }: ConsignmentFacts): Money | null {
  const currency = items[0]?.value?.currency;
  let minor = 0n;
  for (const { value } of items) {
    if (value === undefined || value.currency !== currency) return totalValue ?? null;
    minor += value.minor;
  }
  return currency === undefined ? (totalValue ?? null) : { minor, currency };
}

function valueText({ kind, facts }: Spoken): string | null {
  const stated: Readonly<Record<StatementKind, Money | null | undefined>> = {
    order: facts.order?.paid ?? facts.totalValue ?? goodsTotal(facts),
    payment: facts.payment?.amount ?? facts.totalValue,
    logistics: goodsTotal(facts),
    declaration: goodsTotal(facts),
    arrival: null,
  };
  const said = stated[kind];
  return said === null || said === undefined ? null : amount(said);
}

function partyText({ named, facts }: Spoken, role: PartyRole, wording: Wording): string | null {
  const party = named?.get(role);
  if (party !== undefined) {
    const place = party.address?.city ?? (party.address === undefined ? undefined : wording.country(party.address.country)); // prettier-ignore
    return [party.name ?? 'without a name', place].filter((part) => part !== undefined).join(', ');
  }
  const known = facts.parties.find((each) => each.role === role);
  if (known === undefined) return null;
  return known.country === undefined ? 'named' : `named, ${wording.country(known.country)}`;
}

const partyRow = (role: PartyRole, label: string): FactsRow => ({
  element: `parties.${role}`,
  label,
  compares: 'party',
  role,
  text: (statement, wording) => partyText(statement, role, wording),
  source: (facts, statements) => {
    const used = facts.parties.find((party) => party.role === role);
    return statements.find((statement) => used !== undefined && statement.facts.parties.includes(used))?.id ?? null; // prettier-ignore
  },
});

/** Who weighs and ships dangerous goods says so; silence of these two is a statement, of others it is none. */
function dangerText({ kind, facts }: Spoken): string | null {
  const numbers = facts.items.flatMap(({ unNumber }) => (unNumber === undefined ? [] : [`UN ${unNumber}`])); // prettier-ignore
  const isSilence = (kind === 'logistics' || kind === 'declaration') && facts.items.length > 0;
  return distinct(numbers) ?? (isSilence ? 'none declared' : null);
}

function arrivalText({ facts }: Spoken, { clock, office }: Wording): string | null {
  const { arrival } = facts;
  if (arrival === undefined) return null;
  const time = clock(arrival.at).slice(11, 16);
  return `${arrival.event} ${time}${arrival.office === undefined ? '' : `, ${office(arrival.office)}`}`; // prettier-ignore
}

const plain = (
  element: Element,
  label: string,
  text: (facts: ConsignmentFacts, wording: Wording) => string | undefined,
): FactsRow => ({
  element,
  label,
  compares: 'plain',
  source: sourceOf(element),
  text: ({ facts }, wording) => text(facts, wording) ?? null,
});

/** In the order in which an officer reads: goods and money first, then who, then what the law asks. */
export const FACTS_ROWS: readonly FactsRow[] = [
  {
    element: 'items',
    label: 'Goods',
    compares: 'findings',
    source: sourceOf('items'),
    text: ({ facts }) => (facts.items.length === 0 ? null : goodsLine(facts.items)),
  },
  {
    element: 'totalValue',
    label: 'Value',
    compares: 'findings',
    source: sourceOf('totalValue', 'items'),
    text: valueText,
  },
  {
    element: 'massGross',
    label: 'Weight',
    compares: 'findings',
    source: sourceOf('massGross'),
    text: ({ facts: { massGross } }) =>
      massGross === undefined ? null : `${writeQuantity(massGross)} ${massGross.unit === 'KGM' ? 'kg' : 'g'}`, // prettier-ignore
  },
  plain('packages', 'Packages', ({ packages, pieces }) =>
    packages === undefined && pieces.length === 0 ? undefined : String(packages ?? pieces.length),
  ),
  partyRow('seller', 'Seller'),
  partyRow('consignor', 'Sender'),
  partyRow('consignee', 'Receiver'),
  {
    element: 'items.commodityCode',
    label: 'Code',
    compares: 'findings',
    source: sourceOf('items'),
    text: ({ facts }) => distinct(facts.items.flatMap(({ commodityCode }) => commodityCode ?? [])),
  },
  {
    element: 'items.origin',
    label: 'Origin',
    compares: 'findings',
    source: sourceOf('items'),
    text: ({ facts }, { country }) =>
      distinct(
        facts.items.flatMap(({ origin }) => (origin === undefined ? [] : [country(origin)])),
      ),
  },
  {
    element: 'items.unNumber',
    label: 'Danger',
    compares: 'plain',
    source: sourceOf('items'),
    text: dangerText,
  },
  plain('countryOfDispatch', 'From', (facts, { country }) =>
    facts.countryOfDispatch === undefined ? undefined : country(facts.countryOfDispatch),
  ),
  {
    ...plain('countryOfDestination', 'To', (facts, { country }) =>
      facts.countryOfDestination === undefined ? undefined : country(facts.countryOfDestination),
    ),
    compares: 'findings',
  },
  { ...plain('nature', 'Nature', ({ nature }) => nature?.replaceAll('-', ' ')) },
  plain('transport', 'Flight', ({ transport }) => transport?.means),
  {
    ...plain(
      'fiscal',
      'Collector',
      ({ fiscal }) =>
      fiscal?.collector === undefined ? undefined : `${fiscal.collector.scheme} ${fiscal.collector.number}`, // prettier-ignore
    ),
    compares: 'findings',
  },
  {
    element: 'arrival',
    label: 'Seen here',
    compares: 'findings',
    source: () => null,
    text: arrivalText,
  },
];
