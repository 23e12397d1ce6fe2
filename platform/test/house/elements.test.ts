/** Proves that nothing is collected without a purpose, and that the register of elements says what the platform does. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ELEMENTS, WCO_OF_PART } from '../../src/domain/advance-data/elements.ts';
import { registerName } from '../../src/domain/advance-data/obligations.ts';
import { WCO_OF_ROLE } from '../../src/domain/advance-data/party-elements.ts';
import { readParty } from '../../src/domain/advance-data/read-party.ts';
import { readConsignment } from '../../src/domain/advance-data/read-submission.ts';
import { createReader } from '../../src/domain/advance-data/reader.ts';
import { writeFacts } from '../../src/domain/advance-data/statement-text.ts';
import type { WireConsignment } from '../../src/domain/advance-data/wire.ts';
import type { CatalogueEntry } from '../../src/domain/validation/catalogue-entry.ts';
import { catalogueSections } from '../../src/domain/validation/catalogue.ts';
import { SubmissionSchema } from '../../src/server/gateways/json/submission-schema.ts';
import { validated } from '../support/statements.ts';
import { ROOT, files } from './repository.ts';

/** What the walk reads of a schema. */
type Shape = {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly enum?: readonly string[];
  readonly type?: string;
};
type Leaf = { readonly path: string; readonly shape: Shape };

/** Every value that the contract takes, by its path; lists count as what they hold. */
function leavesOf(shape: Shape, at = ''): readonly Leaf[] {
  if (shape.items !== undefined) return leavesOf(shape.items, at);
  if (shape.properties === undefined) return [{ path: at, shape }];
  return Object.entries(shape.properties).flatMap(([name, inner]) =>
    leavesOf(inner, at === '' || at === 'consignments' ? name : `${at}.${name}`),
  );
}

const schema = SubmissionSchema as unknown as Shape;
const leaves = leavesOf(schema);

/** Rows that a value belongs to: its own, or that of the element it is a part of, such as an amount. */
const rowsOf = ({ path: leaf }: Leaf): readonly string[] =>
  [...ELEMENTS.keys()].filter((name) => leaf === name || leaf.startsWith(`${name}.`));

test('every value that the contract takes belongs to exactly one row of the register', () => {
  assert.ok(leaves.length >= 100, `only ${String(leaves.length)} values were found`);
  const wrong = leaves.filter((leaf) => rowsOf(leaf).length !== 1).map(({ path: leaf }) => leaf);
  assert.deepEqual(wrong, []);
});

test('no row of the register is about something the contract does not take', () => {
  const used = new Set(leaves.flatMap(rowsOf));
  assert.deepEqual([...ELEMENTS.keys()].filter((name) => !used.has(name)), []); // prettier-ignore
});

test('whoever holds an element may give it', () => {
  const mute = [...ELEMENTS].filter(([, row]) => !row.givenBy.includes(row.heldBy));
  assert.deepEqual(mute.map(([name]) => name), []); // prettier-ignore
});

type AskedElement = { readonly element: string; readonly obligation: string };

const asked = files()
  .filter((file) => /^packs\/[^/]+\/datasets\.json$/.test(file))
  .flatMap((file) => {
    const datasets: unknown = JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
    assert.ok(Array.isArray(datasets));
    return (datasets as { elements: readonly AskedElement[] }[]).flatMap(({ elements }) =>
      elements.map((row) => ({ ...row, file })),
    );
  });

test('a pack asks only for what the register has, and makes nobody say what is volunteered', () => {
  assert.ok(asked.length > 20);
  const wrong = asked.filter(({ element, obligation }) => {
    const name = registerName(element);
    const rows = [...ELEMENTS].filter(([each]) => each === name || each.startsWith(`${name}.`));
    const isForced = obligation === 'M' || obligation === 'C';
    return rows.length === 0 || (isForced && rows.every(([, row]) => row.ground === 'volunteered'));
  });
  assert.deepEqual(wrong, []);
});

/** A value of the contract that says by itself which element it stands in. */
function marked(shape: Shape, at: string): unknown {
  if (shape.items !== undefined) return [marked(shape.items, at)];
  if (shape.properties !== undefined)
    return Object.fromEntries(
      Object.entries(shape.properties).map(([name, inner]) => [
        name,
        marked(inner, at === '' ? name : `${at}.${name}`),
      ]),
    );
  if (shape.enum !== undefined) return shape.enum[0];
  return shape.type === 'integer' ? 987_654 : `<${at}>`;
}

test('what the register keeps in the message only is nowhere in the facts, and the rest is', () => {
  const consignment = schema.properties?.['consignments']?.items;
  assert.ok(consignment !== undefined);
  const wire = marked(consignment, '') as WireConsignment;
  const [party] = wire.parties ?? [];
  assert.equal(party?.personType, 'natural', 'the party is the one with most to hide');
  const stated = {
    ...readConsignment(createReader(), wire, ''),
    parties: (wire.parties ?? []).map(readParty),
  };
  const kept = writeFacts(wire, validated(stated).facts.parties);
  const ofConsignment = leaves.filter(({ path: leaf, shape }) => leaf.length > 0 && shape.enum === undefined && shape.type !== 'integer' && !Object.hasOwn(schema.properties ?? {}, leaf)); // prettier-ignore
  const wrong = ofConsignment.filter((leaf) => {
    const [row = ''] = rowsOf(leaf);
    return kept.includes(`"<${leaf.path}>"`) !== (ELEMENTS.get(row)?.retention === 'record');
  });
  assert.deepEqual(wrong.map(({ path: leaf }) => leaf), []); // prettier-ignore
  assert.ok(ofConsignment.length > 80);
});

/** `42A/67A/28A/D023` stands in the class `42A/67A/28A`. */
const classOf = (chain: string): string => chain.slice(0, chain.lastIndexOf('/'));

test('a finding names a place of the WCO Data Model that the register knows', () => {
  const chains = [
    ...[...ELEMENTS.values()].flatMap(({ wco }) => (wco === null ? [] : [wco])),
    ...Object.values(WCO_OF_PART).map((part) => `${part}/`),
    ...Object.values(WCO_OF_ROLE).flatMap(({ party, id, name }) => [`${party}/${id}`, `${party}/${name}`, `${party}/04A/239`, `${party}/25A/240`]),
  ]; // prettier-ignore
  const classes = new Set(chains.map(classOf));
  for (const known of [...classes]) for (let up = known; up !== ''; up = classOf(up)) classes.add(up); // prettier-ignore
  const entries = Object.values(catalogueSections).flatMap((section) => Object.entries<CatalogueEntry>(section)); // prettier-ignore
  const unknown = entries.filter(([, { wco }]) => !classes.has(wco) && !classes.has(classOf(wco)));
  assert.deepEqual(unknown.map(([code, { wco }]) => `${code} ${wco}`), []); // prettier-ignore
});
