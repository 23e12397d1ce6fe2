/** Shows an agency the goods that the law asks it about, and carries out its word on the path of every command. */
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import { readFacts } from '../../domain/advance-data/statement-text.ts';
import type { AgencyWord } from '../../domain/decision/agencies.ts';
import { act } from '../../domain/decision/officer-act.ts';
import { AGENCY_REASONS, type AgencyReason } from '../../domain/decision/reasons.ts';
import { withSettlement } from '../../domain/journey-settlement.ts';
import { writeAmount } from '../../domain/kernel/money.ts';
import { writeQuantity } from '../../domain/kernel/quantity.ts';
import { refusal, type Refusal } from '../../domain/kernel/refusal.ts';
import { failure, success, type Result } from '../../domain/kernel/result.ts';
import { readState, type ParcelState } from '../../domain/parcel-state.ts';
import { carryOut } from '../intake/command.ts';
import { readAwaited, type AwaitedRow } from './agency-store.ts';
import { contextOf } from './acting.ts';
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

export type AgencyAnswerRequest = {
  readonly answer: 'agreed' | 'refused';
  readonly reasonCode: AgencyReason;
  readonly note?: string;
  readonly expectedVersion?: number;
};

export type AgencyAnswering = {
  readonly reference: HouseReference;
  readonly request: AgencyAnswerRequest;
};

export async function answerAsAgency(
  desk: Desk,
  agency: string,
  { reference, request }: AgencyAnswering,
): Promise<Result<object, Refusal>> {
  const { answer } = request;
  const reasons: readonly AgencyReason[] = AGENCY_REASONS[answer];
  const reason = reasons.find((each) => each === request.reasonCode);
  if (reason === undefined)
    return failure(refusal('reason-of-other-answer', 'This reason belongs to the other answer.'));
  const { officer, platform } = desk;
  const context = { ...contextOf(platform.pack), agency };
  const outcome = await carryOut(platform.tools, {
    reference,
    actor: officer.person,
    command: 'answer-agency',
    expectedVersion: request.expectedVersion ?? null,
    note: request.note ?? null,
    decide: (state, at) => {
      const decided = act({ parcel: state.custody, officer, context }, { act: 'answer-agency', answer, reason }); // prettier-ignore
      return decided.ok ? success(withSettlement(state, decided.value, at)) : decided;
    },
  });
  return outcome.ok ? success(wordOf(agency, outcome.value)) : outcome;
}

function wordOf(agency: string, { custody, version }: ParcelState): object {
  const outstanding = custody.agencies.filter(({ answer }) => answer !== 'agreed').map((word) => word.agency); // prettier-ignore
  const mine = custody.agencies.find((word) => word.agency === agency);
  return { agency, answer: mine?.answer ?? 'waiting', version, outstanding: [...new Set(outstanding)] }; // prettier-ignore
}
