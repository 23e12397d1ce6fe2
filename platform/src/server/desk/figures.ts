/** The figures of the day: parcels by lane, stage and category, how long release takes, and money as the ledger has it. */
import { writeAmount } from '../../domain/kernel/money.ts';
import { readMoney } from '../revenue/store.ts';
import { readReleaseTimes } from '../statistics/handlers.ts';
import { clockText, read, type Desk } from './desk.ts';
import { readTally, type TallySum } from './tally-store.ts';

/** Parcels first told of on these days count: today and the six days before. */
const DAYS = 7;

export function readFigures(desk: Desk): Promise<object> {
  const { platform } = desk;
  const now = platform.now();
  const today = platform.law.dayAt(now);
  const days = { from: today - DAYS + 1, to: today };
  return read(desk, async (transaction) => {
    // Ids count their days in the jurisdiction's clock, so that both figures speak of the same days.
    const sums = await readTally(transaction, days.from);
    const money = await readMoney(transaction);
    return {
      at: clockText(desk, now),
      days: DAYS,
      lanes: grouped(sums, 'lane'),
      stages: grouped(sums, 'stage'),
      categories: grouped(sums, 'category'),
      release: await readReleaseTimes(transaction, days),
      money: writtenMoney(money, platform.pack.currency),
    };
  });
}

/** Sums by one of the columns; parcels without a decision yet have no lane and no category. */
function grouped(sums: readonly TallySum[], by: 'lane' | 'stage' | 'category'): readonly object[] {
  const found = new Map<string | number, number>();
  for (const sum of sums) {
    const key = sum[by];
    if (key !== null) found.set(key, (found.get(key) ?? 0) + sum.parcels);
  }
  return [...found].map(([key, parcels]) => ({ [by]: key, parcels }));
}

function writtenMoney(rows: Awaited<ReturnType<typeof readMoney>>, currency: string): object {
  const row = rows.find((each) => each.currency === currency);
  const write = (minor: string | undefined): string =>
    writeAmount({ minor: BigInt(minor ?? '0'), currency });
  return {
    currency,
    assessed: write(row?.assessed),
    atSale: write(row?.atSale),
    secured: write(row?.secured),
    owed: write(row?.owed),
    paid: write(row?.paid),
    entries: row?.postings ?? 0,
  };
}
