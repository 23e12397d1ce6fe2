/** Shows an agency the goods that the law asks it about, and carries out its word on the path of every command. */
import type { HouseReference, Item } from '../../domain/advance-data/statement.ts';
import { readFacts } from '../../domain/advance-data/statement-text.ts';
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
import { clockText, read, type Desk } from './desk.ts';
import { fromText, goodsAddress } from './queue.ts';
import { readGoods } from './store.ts';

const ROWS_MAX = 200;

export async function listAwaited(desk: Desk, agency: string): Promise<object> {
  return read(desk, async (transaction) => {
    const rows = await readAwaited(transaction, agency, ROWS_MAX);
    const states = rows.map((row) => readState(row.state));
    const goods = await readGoods(transaction, states.flatMap(goodsAddress));
    const facts = new Map(goods.map((row) => [row.statementId.toString(), row.facts]));
    return {
      agency,
      parcels: rows.map((row) => {
        const state = readState(row.state);
        const stated = facts.get(state.facts?.itemsFrom ?? '');
        const items = stated === undefined ? [] : readFacts(stated).items;
        return awaitedLine(desk, { agency, row, state, items });
      }),
    };
  });
}

type Line = {
  readonly agency: string;
  readonly row: AwaitedRow;
  readonly state: ParcelState;
  readonly items: readonly Item[];
};

/** Goods and where they come from; nothing of persons, of money owed or of targeting. */
function awaitedLine(desk: Desk, { agency, row, state, items }: Line): object {
  const { custody, facts, version } = state;
  return {
    parcel: { scheme: row.scheme, number: row.number },
    version,
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
    rows: custody.agencies
      .filter((word) => word.agency === agency)
      .map(({ row: id, answer }) => ({ row: id, answer, ...lawOfRow(desk, id) })),
  };
}

function lawOfRow({ platform }: Desk, id: string): { category: string; source: string } {
  const row = platform.pack.prohibitions.findLast((each) => each.id === id);
  return { category: row?.category ?? id, source: row?.source ?? '' };
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
