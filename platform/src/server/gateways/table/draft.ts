/** Gathers the rows of one message into the contract's shape, remembering the cell of every value. */
import type { Finding } from '../../../domain/kernel/finding.ts';
import type { PartyRole } from '../../../domain/parties/party.ts';
import type { Place } from '../door.ts';
import { finding } from '../../../domain/validation/catalogue.ts';
import { placeParameters } from '../finding-place.ts';
import { readCell, writeCell, type CellValue } from './cells.ts';
import type { Column } from './columns.ts';

/** A cell of the file. */
type Spot = Required<Place>;

type Member = CellValue | Shaped | Shaped[];
type Shaped = { [name: string]: Member };

/** What tells one consignment of a message from another; an empty one says nothing. */
type Keys = { readonly mark: string; readonly house: string; readonly order: string };

/** Parties in the order of their columns. */
type DraftConsignment = {
  readonly keys: Keys;
  readonly wire: Shaped;
  readonly parties: Map<string, Shaped>;
};

export type Draft = {
  readonly messageId: string;
  readonly line: number;
  readonly wire: Shaped;
  readonly consignments: DraftConsignment[];
  readonly places: Map<object, Map<string, Spot>>;
  readonly findings: Finding[];
  characters: number;
};

export const newDraft = (messageId: string, line: number): Draft => ({
  messageId,
  line,
  wire: {},
  consignments: [],
  places: new Map(),
  findings: [],
  characters: 0,
});

/** A cell that says something, with its column and place. */
export type Cell = { readonly column: Column; readonly text: string; readonly place: Spot };

/** Adds a row: what it says of message and consignment must agree with earlier rows; pieces and items are one more each. */
export function addRow(draft: Draft, cells: readonly Cell[]): void {
  const at = (level: Column['level']) => cells.filter(({ column }) => column.level === level);
  for (const cell of at('message')) setAgreed(draft, draft.wire, cell);
  const consignment = consignmentOf(draft, cells);
  for (const cell of at('consignment')) setAgreed(draft, consignment.wire, cell);
  for (const cell of at('party')) setAgreed(draft, partyOf(consignment, cell.column), cell);
  addEntry(draft, consignment.wire, { list: 'pieces', cells: at('piece') });
  addEntry(draft, consignment.wire, { list: 'items', cells: at('item') });
}

function addEntry(
  draft: Draft,
  wire: Shaped,
  entry: { readonly list: 'pieces' | 'items'; readonly cells: readonly Cell[] },
): void {
  const [first] = entry.cells;
  if (first === undefined) return;
  const list = (wire[entry.list] ??= []);
  if (!Array.isArray(list)) return;
  const made: Shaped = {};
  (list as Shaped[]).push(made);
  note(draft, list, { name: String(list.length - 1), place: first.place });
  for (const cell of entry.cells) setAgreed(draft, made, cell);
}

/** The consignment a row is about: by its mark, else by its references, else the one before. */
function consignmentOf(draft: Draft, cells: readonly Cell[]): DraftConsignment {
  const keys = keysOf(cells);
  const standing = draft.consignments.findLast((one) => isSame(one.keys, keys));
  if (standing !== undefined) return standing;
  const made: DraftConsignment = { keys, wire: {}, parties: new Map() };
  draft.consignments.push(made);
  return made;
}

function isSame(standing: Keys, row: Keys): boolean {
  if (row.mark !== '') return standing.mark === row.mark;
  if (row.house !== '') return standing.house === row.house;
  return row.order === '' || standing.order === row.order;
}

function keysOf(cells: readonly Cell[]): Keys {
  const textOf = (name: string): string =>
    cells.find(({ column }) => column.name === name)?.text.trim() ?? '';
  return {
    mark: textOf('consignment'),
    house: textOf('houseReference.number'),
    order: textOf('orderNumbers'),
  };
}

function partyOf(consignment: DraftConsignment, column: Column): Shaped {
  const role: PartyRole = column.party?.role ?? 'notify';
  const key = `${role} ${String(column.party?.ordinal)}`;
  const standing = consignment.parties.get(key);
  if (standing !== undefined) return standing;
  const made: Shaped = { role };
  consignment.parties.set(key, made);
  return made;
}

/** Sets a value, or compares it with the one an earlier row of the same message gave. */
function setAgreed(draft: Draft, within: Shaped, { column, text, place }: Cell): void {
  const last = column.path.at(-1);
  if (last === undefined) return;
  let target = within;
  for (const step of column.path.slice(0, -1)) {
    const inner = (target[step] ??= {});
    note(draft, target, { name: step, place });
    if (typeof inner !== 'object' || Array.isArray(inner)) return;
    target = inner;
  }
  const value = readCell(text, column.form);
  const standing = target[last];
  if (standing === undefined) {
    target[last] = value;
    note(draft, target, { name: last, place });
  } else if (writeCell(standing as CellValue) !== writeCell(value))
    draft.findings.push(
      finding('rows-disagree', '', { name: column.name, ...placeParameters(place) }),
    );
}

function note(
  draft: Draft,
  container: object,
  entry: { readonly name: string; readonly place: Spot },
): void {
  const standing = draft.places.get(container) ?? new Map<string, Spot>();
  if (!standing.has(entry.name)) standing.set(entry.name, entry.place);
  draft.places.set(container, standing);
}

/** The message as its rows give it; whether it has the shape of one is the schema's to say. */
export function finishedWire(draft: Draft): Shaped {
  const consignments = draft.consignments.map(({ wire, parties }) =>
    parties.size === 0 ? wire : Object.assign(wire, { parties: [...parties.values()] }),
  );
  return Object.assign(draft.wire, { consignments });
}

/** The cell that a pointer into the finished message was read from, or the nearest one around it. */
export function placeOfPointer(draft: Draft, pointer: string): Spot {
  let place: Spot = { line: draft.line, column: 1 };
  let at: unknown = draft.wire;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof at !== 'object' || at === null) break;
    place = draft.places.get(at)?.get(step) ?? firstPlace(draft, Reflect.get(at, step)) ?? place;
    at = Reflect.get(at, step);
  }
  return place;
}

/** Where a consignment or party begins: at the first cell noted within it. */
function firstPlace(draft: Draft, value: unknown): Spot | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return draft.places.get(value)?.values().next().value;
}
