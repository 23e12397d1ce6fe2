/** Rounds of chaos: load, a kill at a random moment, a restart within ten seconds, and then everything is counted. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkAcknowledged, checkRecord, settleUnknown } from './checks.ts';
import { createClient, newLedger, sendOnce, work, type Ledger } from './clients.ts';
import { createDealer, randomFrom, type Letter } from './letters.ts';
import { createVictim, KILLS, SERVING_PROCESSES, type Kill, type Victim } from './victim.ts';

/** By then the platform must take messages again, whatever died. */
const BACK_WITHIN_MILLISECONDS = 10_000;
/** Nothing is killed before the load is under way. */
const ACKNOWLEDGED_BEFORE_KILL = 200;
const LOADED_WITHIN_MILLISECONDS = 30_000;

export type ChaosOptions = {
  readonly rounds: number;
  readonly seed: number;
  readonly say: (line: string) => void;
};

export type ChaosReport = {
  readonly rounds: number;
  readonly acknowledged: number;
  /** The longest time from a kill to the next acknowledged message. */
  readonly slowestReturnMilliseconds: number;
};

type Chaos = {
  readonly victim: Victim;
  readonly ledger: Ledger;
  readonly random: () => number;
  readonly deal: (sender: string, count: number) => readonly Letter[];
};

export async function runRounds({ rounds, seed, say }: ChaosOptions): Promise<ChaosReport> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'luxor-chaos-'));
  const victim = createVictim(dataDirectory);
  const chaos = { victim, ledger: newLedger(), random: randomFrom(seed), deal: sortedDealer(seed) };
  let slowest = 0;
  try {
    await victim.start();
    for (let round = 0; round < rounds; round++) {
      const kill = killOf(round, chaos.random);
      const before = chaos.ledger.acknowledged.size;
      const returned = await runRound(chaos, kill);
      slowest = Math.max(slowest, returned);
      say(`Round ${round + 1}: killed ${kill}, back after ${Math.round(returned)} ms, ${chaos.ledger.acknowledged.size - before} messages acknowledged`); // prettier-ignore
    }
    return { rounds, acknowledged: chaos.ledger.acknowledged.size, slowestReturnMilliseconds: slowest }; // prettier-ignore
  } finally {
    await victim.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

/** Each kind once, and from then on any. */
const killOf = (round: number, random: () => number): Kill =>
  KILLS[round] ?? KILLS[Math.floor(random() * KILLS.length)] ?? 'both';

/** Deals each sender its own letters: those of others wait until their sender asks. */
function sortedDealer(seed: number): Chaos['deal'] {
  const deal = createDealer(seed);
  const waiting = new Map<string, Letter[]>();
  return (sender, count) => {
    const mine = waiting.get(sender) ?? [];
    waiting.set(sender, mine);
    while (mine.length < count) {
      const letter = deal();
      const pile = waiting.get(letter.sender) ?? [];
      pile.push(letter);
      waiting.set(letter.sender, pile);
    }
    return mine.splice(0, count);
  };
}

/** Gives the milliseconds from the kill to the next acknowledged message. */
async function runRound(chaos: Chaos, kill: Kill): Promise<number> {
  const { victim, ledger, random } = chaos;
  const before = new Set(ledger.acknowledged.keys());
  const life = new AbortController();
  const clients = startClients(chaos, life.signal);
  await underWay(ledger, before.size + ACKNOWLEDGED_BEFORE_KILL);
  await pause(random() * 800);
  const killedAt = performance.now();
  await victim.kill(kill);
  if (kill === 'first' || kill === 'both') await victim.start();
  const returned = await untilBack(chaos, killedAt);
  assert.ok(
    victim.isRunning(),
    'the first process outlives its PostgreSQL and its serving processes',
  );
  await untilAllServe(victim, killedAt);
  life.abort();
  await Promise.all(clients);
  await settleUnknown(victim, ledger);
  assert.deepEqual(ledger.refused.slice(0, 5), [], 'nothing that was sent is refused');
  const ofThisRound = [...ledger.acknowledged].filter(([id]) => !before.has(id)).map(([, each]) => each); // prettier-ignore
  await checkAcknowledged(victim, ofThisRound);
  const database = victim.openDatabase();
  try {
    await checkRecord(database, ledger);
  } finally {
    await database.close();
  }
  return returned;
}

/** Four senders stream a few dozen messages at a time, and two send one by one. */
function startClients(
  { victim, ledger, random, deal }: Chaos,
  signal: AbortSignal,
): readonly Promise<void>[] {
  const streams = ['QANA-POST', 'SOUQLINE', 'QIRSH-PAY', 'MERIDIA-POST'].map(
    (sender) =>
    work({ victim, ledger, deal, sender, signal, lettersPerRequest: () => 2 + Math.floor(random() * 60) }), // prettier-ignore
  );
  const singles = ['QANA-POST', 'SOUQLINE'].map((sender) =>
    work({ victim, ledger, deal, sender, signal, lettersPerRequest: () => 1 }),
  );
  return [...streams, ...singles];
}

async function underWay(ledger: Ledger, wanted: number): Promise<void> {
  const until = performance.now() + LOADED_WITHIN_MILLISECONDS;
  while (ledger.acknowledged.size < wanted) {
    assert.deepEqual(ledger.refused.slice(0, 5), [], 'nothing that was sent is refused');
    assert.ok(performance.now() < until, 'the platform takes messages under load');
    await pause(10);
  }
}

/** While one was being brought back, the other has served. */
async function untilAllServe(victim: Victim, killedAt: number): Promise<void> {
  while (victim.servingProcesses().length < SERVING_PROCESSES) {
    const passed = performance.now() - killedAt;
    assert.ok(passed < BACK_WITHIN_MILLISECONDS, 'a serving process that was killed comes back');
    await pause(20);
  }
}

/** A message that was never sent before, so that its acknowledgement is news. */
async function untilBack({ victim, ledger, deal }: Chaos, killedAt: number): Promise<number> {
  const client = createClient(victim);
  let letters = deal('QANA-POST', 1);
  while (letters.length > 0) {
    letters = await sendOnce({ client, ledger, letters });
    const passed = performance.now() - killedAt;
    assert.ok(passed < BACK_WITHIN_MILLISECONDS, `the platform is back within ten seconds, not after ${Math.round(passed)} ms`); // prettier-ignore
    if (letters.length > 0) await pause(20);
  }
  client.close();
  return performance.now() - killedAt;
}
