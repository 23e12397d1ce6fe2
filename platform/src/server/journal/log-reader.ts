/** Reads the sealed log from where a reader stopped: settled transactions in order, each for each reader once. */
import { execute, maybeOne, query, sql, type Queryable } from '../db/sql.ts';

export type Sealed = { readonly transactionId: string; readonly firstIndex: bigint; readonly entryCount: number }; // prettier-ignore

export async function readNextIndex(on: Queryable, reader: string): Promise<bigint> {
  const row = await maybeOne<{ nextIndex: bigint }>(
    on,
    sql`select next_index from log_reader where reader = ${reader}`,
  );
  return row?.nextIndex ?? 0n;
}

/** Moves the reader on; false when another one has been there before, and then nothing of this round may stand. */
export async function moveReader(
  on: Queryable,
  move: { readonly reader: string; readonly from: bigint; readonly to: bigint },
): Promise<boolean> {
  const moved = await execute(
    on,
    sql`
insert into log_reader (reader, next_index)
values (${move.reader}, ${move.to})
on conflict (reader) do update set next_index = excluded.next_index
where log_reader.next_index = ${move.from}`,
  );
  return moved === 1;
}

/** Sealed transactions in the order of the log: settled, without gaps, and never to change. */
export const readSealed = (
  on: Queryable,
  from: bigint,
  limit: number,
): Promise<readonly Sealed[]> =>
  query<Sealed>(
    on,
    sql`
select transaction_id::text as transaction_id, first_index, entry_count
from log_transaction
where first_index >= ${from}
order by first_index
limit ${limit}`,
  );
