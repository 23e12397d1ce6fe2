/** Shows an agency the goods that the law asks it about. */
import { readFacts } from '../../domain/advance-data/statement-text.ts';
import type { AgencyWord } from '../../domain/decision/agencies.ts';
import { writeAmount } from '../../domain/kernel/money.ts';
import { writeQuantity } from '../../domain/kernel/quantity.ts';
import { readState, type ParcelState } from '../../domain/parcel-state.ts';
import { readAwaited, type AwaitedRow } from './agency-store.ts';
import { sourceTitle } from './charges-shown.ts';
import { clockText, read, type Desk } from './desk.ts';
import { fromText } from './queue.ts';
import { readGoods, type GoodsRow } from './store.ts';

const ROWS_MAX = 200;

export async function listAwaited(desk: Desk, agency: string): Promise<object> {
  return read(desk, async (transaction) => {
    const rows = await readAwaited(transaction, agency, ROWS_MAX);
    const states = rows.map((row) => readState(row.state));
    const addresses = states.flatMap((state) => addressesFor(state, agency));
    const stated = await readGoods(transaction, addresses);
    const byId = new Map(stated.map((row) => [row.statementId.toString(), row]));
    return {
      agency,
      parcels: rows.map((row, index) =>
        awaitedLine(desk, { agency, row, state: states[index] ?? readState(row.state), stated: byId }),
      ),
    };
  });
} // prettier-ignore

const wordsOf = ({ custody }: ParcelState, agency: string): readonly AgencyWord[] =>
  custody.agencies.filter((word) => word.agency === agency);

/** The statements whose goods are in use, and those that the agency is asked about: nearly always the same one. */
function addressesFor(
  state: ParcelState,
  agency: string,
): readonly { readonly shard: number; readonly statement: string }[] {
  const wanted = new Set([
    state.facts?.itemsFrom ?? null,
    ...wordsOf(state, agency).map(({ goods }) => goods),
  ]);
  return state.statements
    .filter(([statement]) => wanted.has(statement))
    .map(([statement, shard]) => ({ statement, shard }));
}

type Line = {
  readonly agency: string;
  readonly row: AwaitedRow;
  readonly state: ParcelState;
  readonly stated: ReadonlyMap<string, GoodsRow>;
};

/** Goods and where they come from; nothing of persons, of money owed or of targeting. */
function awaitedLine(desk: Desk, { agency, row, state, stated }: Line): object {
  const { custody, facts, version } = state;
  const words = wordsOf(state, agency);
  const inUse = stated.get(facts?.itemsFrom ?? '');
  const items = inUse === undefined ? [] : readFacts(inUse.facts).items;
  return {
    parcel: { scheme: row.scheme, number: row.number },
    version,
    since: sinceOf(desk, words, stated),
    means: facts?.means ?? null,
    mode: facts?.mode ?? null,
    isHere: custody.arrivedAt !== null,
    arrivalAt: row.dueAt === null ? null : clockText(desk, row.dueAt.epochMilliseconds),
    from: fromText(desk, facts?.from ?? null),
    goods: items.map((item) => ({
      description: item.description ?? null,
      commodityCode: item.commodityCode ?? null,
      origin: item.origin ?? null,
      quantity: item.quantity === undefined ? null : writeQuantity(item.quantity),
      value: item.value === undefined ? null : { amount: writeAmount(item.value), currency: item.value.currency }, // prettier-ignore
      licences: item.licences,
    })),
    asked: custody.asked
      .filter((question) => question.agency === agency)
      .map(({ about, text, dueAt }) => ({
        about,
        text,
        dueAt: dueAt === null ? null : clockText(desk, dueAt),
      })),
    rows: words.map(({ row: id, answer }) => ({ row: id, answer, ...lawOfRow(desk, id) })),
  };
}

/** When the first goods that the agency is asked about were stated; null once what was stated of them is erased. */
function sinceOf(
  desk: Desk,
  words: readonly AgencyWord[],
  stated: ReadonlyMap<string, GoodsRow>,
): string | null {
  const moments = words.flatMap(({ goods }) => stated.get(goods ?? '')?.receivedAt.epochMilliseconds ?? []); // prettier-ignore
  return moments.length === 0 ? null : clockText(desk, Math.min(...moments));
}

function lawOfRow({ platform: { pack } }: Desk, id: string): object {
  const row = pack.prohibitions.findLast((each) => each.id === id);
  const source = row?.source ?? '';
  return {
    category: row?.category ?? id,
    licence: row?.licence ?? null,
    source,
    sourceTitle: sourceTitle(pack, source).title,
  };
}
