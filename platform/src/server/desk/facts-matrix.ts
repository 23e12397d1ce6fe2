/** The facts matrix of a parcel: rows are data, columns are sources, and every disagreement is named. */
import { factsInUse } from '../../domain/advance-data/facts-in-use.ts';
import type { ParcelFacts } from '../../domain/advance-data/parcel-facts.ts';
import { STATEMENT_KINDS, type HouseReference, type StatementKind } from '../../domain/advance-data/statement.ts'; // prettier-ignore
import type { LawInForce } from '../../domain/jurisdiction/pack.ts';
import type { Finding } from '../../domain/kernel/finding.ts';
import { wordsOf } from '../../domain/parties/normalise.ts';
import { crossCheck } from '../../domain/validation/cross-check.ts';
import { FACTS_ROWS, type FactsRow, type Wording } from './facts-rows.ts';
import type { Spoken } from './spoken.ts';

export type FactCell = {
  readonly text: string;
  readonly inUse: boolean;
  readonly disagrees?: true;
  readonly note?: string;
  readonly statement: {
    readonly id: string;
    readonly at: string;
    readonly sender: string;
    readonly receipt: string | null;
  };
};

export type FactsMatrix = {
  readonly columns: readonly StatementKind[];
  readonly rows: readonly {
    readonly element: string;
    readonly label: string;
    readonly cells: Readonly<Partial<Record<StatementKind, FactCell>>>;
  }[];
};

export type MatrixSubject = {
  readonly reference: HouseReference;
  /** In force, oldest first. */
  readonly standing: readonly Spoken[];
  readonly law: LawInForce;
  readonly wording: Wording;
};

export type Compared = {
  readonly matrix: FactsMatrix;
  /** In use; null when no statement is in force. */
  readonly facts: ParcelFacts | null;
  readonly disagreements: readonly Finding[];
};

/** What sources disagree in, and the matrix that shows it. */
export function factsMatrix(subject: MatrixSubject): Compared {
  const { reference, standing, law } = subject;
  if (standing.length === 0)
    return { matrix: { columns: STATEMENT_KINDS, rows: [] }, facts: null, disagreements: [] };
  const facts = factsInUse(reference, standing, law.precedences);
  const disagreements = crossCheck(facts, standing, law);
  const rows = FACTS_ROWS.map((row) => rowOf(row, subject, facts))
    .map(({ row, cells }) => ({ row, cells: marked(row, cells, disagreements) }))
    .filter(({ cells }) => Object.keys(cells).length > 0)
    .map(({ row: { element, label }, cells }) => ({ element, label, cells }));
  return { matrix: { columns: STATEMENT_KINDS, rows }, facts, disagreements };
}

type Cells = Partial<Record<StatementKind, FactCell>>;

/** One cell a kind: the latest statement of it that is not silent. */
function rowOf(
  row: FactsRow,
  { standing, wording }: MatrixSubject,
  facts: ParcelFacts,
): { readonly row: FactsRow; readonly cells: Cells } {
  const source = row.source(facts, standing);
  const cells: Cells = {};
  for (const statement of standing) {
    const text = row.text(statement, wording);
    if (text === null) continue;
    const { id, kind, receivedAt, sender, receipt } = statement;
    if (cells[kind]?.inUse === true) continue;
    cells[kind] = {
      text,
      inUse: id === source,
      statement: { id: id.toString(), at: wording.clock(receivedAt), sender, receipt },
    };
  }
  return { row, cells };
}

/** Rows of the matrix that each finding of the cross-check is about. */
const ABOUT: Readonly<Record<string, string>> = {
  'order-total-differs': 'totalValue',
  'payment-differs-from-order': 'totalValue',
  'payment-differs-from-declaration': 'totalValue',
  'currency-differs': 'totalValue',
  'quantity-differs': 'items',
  'description-differs': 'items',
  'commodity-code-differs': 'items.commodityCode',
  'origin-differs': 'items.origin',
  'mass-differs': 'massGross',
  'destination-differs': 'countryOfDestination',
  'gift-with-payment': 'nature',
  'collector-only-in-one': 'fiscal',
  'collector-differs': 'fiscal',
};

/** The other side of a finding that does not name it. */
const AGAINST: Readonly<Record<string, StatementKind>> = {
  'order-total-differs': 'order',
  'payment-differs-from-order': 'order',
  'payment-differs-from-declaration': 'payment',
  'collector-differs': 'order',
  'collector-only-in-one': 'order',
};

type Notes = Map<StatementKind, string | null>;

function marked(row: FactsRow, cells: Cells, findings: readonly Finding[]): Cells {
  const notes: Notes = new Map();
  for (const finding of findings)
    if (ABOUT[finding.code] === row.element) noteFinding(finding, cells, notes);
  if (row.compares !== 'findings') compareTexts(row, cells, notes);
  const result: Cells = {};
  for (const kind of STATEMENT_KINDS) {
    const cell = cells[kind];
    if (cell !== undefined) result[kind] = withNote(cell, notes.get(kind));
  }
  return result;
}

function withNote(cell: FactCell, note: string | null | undefined): FactCell {
  if (note === undefined) return cell;
  return { ...cell, disagrees: true, ...(note === null ? {} : { note }) };
}

/** Marks both sides of a finding; the one that is looked at first says what the other says. */
function noteFinding(finding: Finding, cells: Cells, notes: Notes): void {
  const speaker = kindOf(finding.pointer.split('/')[1]);
  const against = kindOf(finding.parameters?.['other']) ?? AGAINST[finding.code] ?? null;
  if (speaker !== null) notes.set(speaker, noteOf(finding, cells, against));
  if (against !== null && !notes.has(against)) notes.set(against, null);
}

const kindOf = (text: string | undefined): StatementKind | null =>
  STATEMENT_KINDS.find((kind) => kind === text) ?? null;

const SPEAKER: Readonly<Record<StatementKind, string>> = {
  order: 'the order',
  payment: 'the payment',
  logistics: 'the carrier',
  declaration: 'the declaration',
  arrival: 'the scan',
};

function noteOf(finding: Finding, cells: Cells, against: StatementKind | null): string | null {
  if (finding.code === 'gift-with-payment')
    return `but there is ${finding.parameters?.['evidence'] ?? 'a payment'}`;
  const other = against === null ? undefined : cells[against];
  if (against === null) return null;
  return other === undefined ? `${SPEAKER[against]} says otherwise` : `${SPEAKER[against]} says ${other.text}`; // prettier-ignore
}

/** Cells that differ from the one in use; the first cell stands for it where none is. */
function compareTexts({ compares }: FactsRow, cells: Cells, notes: Notes): void {
  const kinds = STATEMENT_KINDS.filter((kind) => cells[kind] !== undefined);
  const used = kinds.find((kind) => cells[kind]?.inUse === true) ?? kinds[0];
  const reference = used === undefined ? undefined : cells[used];
  if (used === undefined || reference === undefined) return;
  const isSame = compares === 'party' ? isSameParty : isSameText;
  for (const kind of kinds) {
    const cell = cells[kind];
    if (cell === undefined || isSame(cell.text, reference.text)) continue;
    notes.set(kind, `${SPEAKER[used]} says ${reference.text}`);
    if (!notes.has(used)) notes.set(used, null);
  }
}

const isSameText = (left: string, right: string): boolean => left === right;

/** Names that share a word of three letters are spellings of one; a sound without any name says nothing. */
function isSameParty(left: string, right: string): boolean {
  if (left.startsWith('named') || right.startsWith('named')) return true;
  const words = new Set(wordsOf(nameIn(left)).filter(isTelling));
  const others = wordsOf(nameIn(right)).filter(isTelling);
  return words.size === 0 || others.length === 0 || others.some((word) => words.has(word));
}

const NAME_LETTERS = 3;
const isTelling = (word: string): boolean => word.length >= NAME_LETTERS;
/** The place stands after the last comma. */
const nameIn = (text: string): string => text.slice(0, Math.max(0, text.lastIndexOf(','))) || text;
