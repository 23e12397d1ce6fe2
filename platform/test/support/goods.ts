/** Rebuilds the goods in use of each parcel from its statements, and says where the rows of items and pieces differ. */
import { deepStrictEqual } from 'node:assert/strict';
import { factsInUse } from '../../src/domain/advance-data/facts-in-use.ts';
import { inForce } from '../../src/domain/advance-data/in-force.ts';
import type { ParcelFacts } from '../../src/domain/advance-data/parcel-facts.ts';
import { readFacts } from '../../src/domain/advance-data/statement-text.ts';
import type { Statement } from '../../src/domain/advance-data/statement.ts';
import type { Precedence } from '../../src/domain/jurisdiction/pack.ts';
import { statementId, submissionId } from '../../src/domain/kernel/identifier.ts';
import { present } from '../../src/domain/kernel/invariant.ts';
import { gramsOf } from '../../src/domain/kernel/quantity.ts';
import { readState, type ParcelState } from '../../src/domain/parcel-state.ts';
import { query, sql, type Queryable } from '../../src/server/db/sql.ts';

type StatementRow = {
  statementId: bigint;
  owner: string;
  kind: Statement['kind'];
  function: Statement['function'];
  profile: Statement['profile'];
  facts: string;
};

/** Every statement by its id, as the rooms of the domain know it. */
async function readStatements(on: Queryable): Promise<ReadonlyMap<string, Statement>> {
  const rows = await query<StatementRow>(
    on,
    sql`
select statement.statement_id, registered_party.code as owner, statement.kind, function, profile, facts
from statement
join registered_party on registered_party.party_id = statement.owner_party_id
order by statement.statement_id`,
  );
  return new Map(
    rows.map((row) => [
      row.statementId.toString(),
      {
        ...{ id: statementId(row.statementId), submission: submissionId(0n), owner: row.owner },
        ...{ kind: row.kind, function: row.function, profile: row.profile },
        ...{ statedAt: 0, receivedAt: 0, findings: [], quality: 100 },
        facts: readFacts(row.facts),
      },
    ]),
  );
}

/** The facts in use of a parcel, from nothing but its statements; null when none is left in force. */
export function factsOf(
  state: ParcelState,
  statements: ReadonlyMap<string, Statement>,
  precedences: readonly Precedence[],
): ParcelFacts | null {
  const standing = inForce(
    state.statements.map(([id]) => present(statements.get(id), 'a statement is in the record')),
  );
  return standing.length === 0 ? null : factsInUse(state.reference, standing, precedences);
}

export type KnownParcel = { readonly state: ParcelState; readonly facts: ParcelFacts | null };

/** Every parcel by its number. */
export async function readParcels(
  on: Queryable,
  precedences: readonly Precedence[],
): Promise<ReadonlyMap<string, KnownParcel>> {
  const statements = await readStatements(on);
  const rows = await query<{ number: string; state: string }>(
    on,
    sql`select number, state from parcel order by parcel_id`,
  );
  return new Map(
    rows.map(({ number, state: text }) => {
      const state = readState(text);
      return [number, { state, facts: factsOf(state, statements, precedences) }];
    }),
  );
}

type ItemRow = {
  number: string;
  position: number;
  commodityCode: string | null;
  origin: string | null;
  valueMinor: bigint | null;
  currency: string | null;
  massGrams: bigint | null;
};

/** Empty when the rows of goods are those of the facts in use. */
export async function goodsDifferences(
  on: Queryable,
  precedences: readonly Precedence[],
): Promise<readonly string[]> {
  const parcels = await readParcels(on, precedences);
  const items = await query<ItemRow>(
    on,
    sql`
select parcel.number, position, commodity_code, origin, value_minor, currency, mass_grams
from item
join parcel on parcel.shard_key = item.shard_key and parcel.parcel_id = item.parcel_id
order by parcel.number, position`,
  );
  const pieces = await query<{ number: string; reference: string }>(
    on,
    sql`
select parcel.number, reference
from piece
join parcel on parcel.shard_key = piece.shard_key and parcel.parcel_id = piece.parcel_id
order by parcel.number, reference`,
  );
  const storedItems = Map.groupBy(items, ({ number }) => number);
  const storedPieces = Map.groupBy(pieces, ({ number }) => number);
  return [...parcels].flatMap(([number, { facts }]) => {
    const stored = {
      items: storedItems.get(number) ?? [],
      pieces: (storedPieces.get(number) ?? []).map(({ reference }) => reference),
    };
    return differenceOf(number, stored, goodsOf(number, facts));
  });
}

const goodsOf = (number: string, facts: ParcelFacts | null) => ({
  items: (facts?.items ?? []).map((item, position): ItemRow => {
    const mass = item.massNet ?? item.massGross;
    return {
      ...{ number, position },
      commodityCode: item.commodityCode ?? null,
      origin: item.origin ?? null,
      valueMinor: item.value?.minor ?? null,
      currency: item.value?.currency ?? null,
      massGrams: mass === undefined ? null : gramsOf(mass),
    };
  }),
  pieces: [...new Set((facts?.pieces ?? []).map(({ reference }) => reference))].toSorted(),
});

function differenceOf(number: string, stored: object, expected: object): readonly string[] {
  try {
    deepStrictEqual(stored, expected);
    return [];
  } catch (error) {
    return [`goods of ${number}: ${error instanceof Error ? error.message : String(error)}`];
  }
}
