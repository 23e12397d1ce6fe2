/** Shows finance one parcel's postings, and the parcels that wait for nothing but money. */
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import type { Officer } from '../../domain/decision/officer.ts';
import { money, writeAmount } from '../../domain/kernel/money.ts';
import { refusal, type Refusal } from '../../domain/kernel/refusal.ts';
import { failure, success, type Result } from '../../domain/kernel/result.ts';
import { readState } from '../../domain/parcel-state.ts';
import { isUnsettled } from '../../domain/release/standing.ts';
import { owedOf } from '../../domain/revenue/pay.ts';
import { asOfficer, type Transaction } from '../db/transaction.ts';
import { officeTime } from '../http/office-time.ts';
import type { Platform } from '../world.ts';
import * as store from './store.ts';

const POSTINGS_MAX = 1_000;
const UNPAID_MAX = 200;

const reading = <Outcome>(
  { database }: Platform,
  { person, roles }: Officer,
  work: (transaction: Transaction) => Promise<Outcome>,
): Promise<Outcome> => asOfficer(database, { personId: person, roles }, work);

/** What was posted for a parcel, oldest first, and what is still owed; both are the ledger's own figures. */
export async function readParcelLedger(
  platform: Platform,
  officer: Officer,
  reference: HouseReference,
): Promise<Result<object, Refusal>> {
  const found = await reading(platform, officer, async (transaction) => {
    const parcel = await store.readParcelState(transaction, reference);
    if (parcel === undefined) return null;
    return { parcel, postings: await store.readPostings(transaction, parcel, POSTINGS_MAX) };
  });
  if (found === null)
    return failure(refusal('parcel-not-found', 'There is no parcel with this number.'));
  const { debt } = readState(found.parcel.state);
  const currency = debt.currency === '' ? platform.pack.currency : debt.currency;
  return success({
    standing: debt.standing,
    owed: { amount: writeAmount(money(owedOf(debt).minor, currency)), currency },
    postings: found.postings.map((posting) => ({
      at: officeTime(posting.bookedAt.epochMilliseconds, platform.pack.zone),
      reason: posting.reason,
      charge: posting.charge,
      debit: posting.debit,
      credit: posting.credit,
      amount: writeAmount({ minor: posting.amountMinor, currency: posting.currency }),
      currency: posting.currency,
      rule: posting.rule,
    })),
  });
}

/** The longest waiting first. */
export async function readUnpaid(platform: Platform, officer: Officer): Promise<object> {
  const rows = await reading(platform, officer, (transaction) => store.readUnpaid(transaction, UNPAID_MAX)); // prettier-ignore
  const parcels = rows.flatMap(({ scheme, number, updatedAt, state }) => {
    const { debt } = readState(state);
    if (!isUnsettled(debt.standing)) return [];
    const owed = owedOf(debt);
    return {
      parcel: { scheme, number },
      since: officeTime(updatedAt.epochMilliseconds, platform.pack.zone),
      owed: { amount: writeAmount(owed), currency: owed.currency },
    };
  });
  return { parcels, more: rows.length === UNPAID_MAX };
}
