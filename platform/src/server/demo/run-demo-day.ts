/** Feeds the demo day to a platform minute by minute, and goes on where it stopped after a restart. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Platform } from '../world.ts';
import type { DemoClock } from './demo-clock.ts';
import { dayOf, millisecondsOf, type DemoDay, type TimedMessage } from './day.ts';
import { demoDay } from './demo-day.ts';
import { demoParties } from './demo-parties.ts';
import type { DemoShift } from './demo-shift.ts';

/** How far the day has been fed. Feeding a message twice does no harm: it is answered as the repetition it is. */
export type DemoPlace = {
  readonly seed: string;
  readonly parcels: number;
  readonly on: string;
  /** Messages that were answered. */
  readonly fed: number;
  readonly minute: number;
  /** Milliseconds since the epoch, by the clock of the machine. */
  readonly keptAt: number;
};

export type Feeding = {
  readonly day: DemoDay;
  readonly clock: DemoClock;
  /** File in the data folder that keeps the place. */
  readonly placeFile: string;
  readonly stop: AbortSignal;
  /** Colleagues who work as the day passes. */
  readonly shift?: DemoShift;
};

const PLACE_KEPT_EVERY_MILLISECONDS = 1_000;
const LOOKS_AHEAD_MILLISECONDS = 20;
/** Minutes of the day after which everything said has been answered. */
const SETTLED_EVERY_MINUTES = 5;
/** Minutes of the day between two looks of the colleagues at the queue. */
const WORKED_EVERY_MINUTES = 4;

/** Resolves when the day has been told, or when it is stopped; `fed` counts from the beginning of the day. */
export async function runDemoDay(
  platform: Pick<Platform, 'intake' | 'parties'>,
  feeding: Feeding,
): Promise<{ readonly fed: number }> {
  const { day, placeFile, stop } = feeding;
  await platform.parties.register(demoParties());
  const before = await readPlace(placeFile);
  const done = before !== undefined && isSame(before, day) ? before.fed : 0;
  const keeper = newKeeper(feeding, done);
  const onTheWay = new Set<Promise<unknown>>();
  let sent = 0;
  const settle = newSettler(feeding, onTheWay);
  for (const message of demoDay(day)) {
    if (sent++ < done) continue;
    await settle(message);
    if (!(await reached(message, feeding))) break;
    await platform.intake.hasRoom();
    const answer = feed(platform, message, feeding).then(() => keeper.answered(message));
    onTheWay.add(answer);
    void answer.finally(() => onTheWay.delete(answer)).catch(() => undefined);
    await keeper.keepNowAndThen(() => Promise.all(onTheWay));
    if (stop.aborted) break;
  }
  await Promise.all(onTheWay);
  await keeper.keep();
  return { fed: keeper.fed() };
}

/**
 * Lets the minutes before a message come to rest, and the colleagues do their work in them. A scan is settled within its minute, so that
 * nothing is released later than it would have been.
 */
function newSettler({ shift }: Feeding, onTheWay: ReadonlySet<Promise<unknown>>) {
  let [minute, worked] = [-1, 0];
  let isScanning = false;
  return async ({ at, submission }: TimedMessage): Promise<void> => {
    if (at > minute && (isScanning || at >= minute + SETTLED_EVERY_MINUTES)) {
      await Promise.all(onTheWay);
      if (at >= worked + WORKED_EVERY_MINUTES) {
        await shift?.work();
        worked = at;
      }
      minute = at;
      isScanning = false;
    }
    isScanning ||= submission.kind === 'arrival';
  };
}

/** Waits until the clock of the day has come to a message; false when it was stopped before. */
async function reached({ at }: TimedMessage, { clock, stop }: Feeding): Promise<boolean> {
  clock.follow(at);
  while (clock.minute() < at) {
    clock.run();
    if (stop.aborted) return false;
    await sleep(LOOKS_AHEAD_MILLISECONDS, undefined, { signal: stop }).catch(() => undefined);
  }
  return !stop.aborted;
}

async function feed(
  platform: Pick<Platform, 'intake' | 'parties'>,
  { at, submission }: TimedMessage,
  { clock, day }: Feeding,
): Promise<void> {
  const owner = platform.parties.byCode(submission.sender);
  if (owner === undefined) throw new Error(`The demo has no party ${submission.sender}`);
  const raw = Buffer.from(JSON.stringify(submission));
  // What was sent before the clock began was received when it was sent: nobody was late for our sake.
  const receivedAt = Math.min(clock.now(), millisecondsOf(dayOf(day), at));
  await platform.intake.submit({ owner, wire: submission, raw, receivedAt }, 'bulk');
}

/** Keeps the place: only messages that were answered count, in the order in which they were sent. */
function newKeeper({ day, placeFile, clock }: Feeding, done: number) {
  let fed = done;
  let kept = performance.now();
  const keep = async (): Promise<void> => {
    const place: DemoPlace = { seed: day.seed, parcels: day.parcels, on: day.on.toString(), fed, minute: clock.minute(), keptAt: Temporal.Now.instant().epochMilliseconds }; // prettier-ignore
    await writeFile(`${placeFile}.new`, `${JSON.stringify(place)}\n`);
    await rename(`${placeFile}.new`, placeFile);
  };
  return {
    keep,
    fed: () => fed,
    answered: (_message: TimedMessage): void => {
      fed++;
    },
    keepNowAndThen: async (settled: () => Promise<unknown>): Promise<void> => {
      if (performance.now() - kept < PLACE_KEPT_EVERY_MILLISECONDS) return;
      kept = performance.now();
      await settled();
      await keep();
    },
  };
}

/** Where a day was left; undefined when none was begun. */
export async function readPlace(placeFile: string): Promise<DemoPlace | undefined> {
  const text = await readFile(placeFile, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const place: unknown = JSON.parse(text);
  return Value.Check(PlaceSchema, place) ? place : undefined;
}

const PlaceSchema = Type.Object({
  seed: Type.String(),
  parcels: Type.Integer(),
  on: Type.String(),
  fed: Type.Integer(),
  minute: Type.Number(),
  keptAt: Type.Number(),
});

const isSame = (place: DemoPlace, day: DemoDay): boolean =>
  place.seed === day.seed && place.parcels === day.parcels && place.on === day.on.toString();
