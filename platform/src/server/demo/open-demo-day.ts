/** Begins the demo day, or takes it up where a data folder left it: which day, which clock, which file keeps the place. */
import path from 'node:path';
import { DAY_MINUTES, startDemoClock, USUAL_PACE, type DemoClock } from './demo-clock.ts';
import { dayOf, type DemoDay } from './day.ts';
import { readPlace, type DemoPlace } from './run-demo-day.ts';

export const USUAL_SEED = 'meridia';
export const USUAL_PARCELS = 20_000;
/** The curtain rises at 13:20, shortly before the busiest flight; what came before is told at once, each at its own time. */
const FIRST_MINUTE = 800;
/** Meridia lies three hours ahead of UTC. */
const MERIDIA_ZONE = '+03:00';

export const todayInMeridia = (): Temporal.PlainDate => Temporal.Now.plainDateISO(MERIDIA_ZONE);

export type OpenedDemoDay = {
  readonly day: DemoDay;
  /** The platform's own clock for as long as the demo runs: `openPlatform({ now: clock.now })`. */
  readonly clock: DemoClock;
  readonly placeFile: string;
};

export type DemoOptions = {
  readonly dataDirectory: string;
  readonly pace?: number | undefined;
  readonly parcels?: number | undefined;
};

export async function openDemoDay(options: DemoOptions): Promise<OpenedDemoDay> {
  const placeFile = path.join(options.dataDirectory, 'demo-day.json');
  const place = await readPlace(placeFile);
  const day: DemoDay =
    place === undefined
      ? { seed: USUAL_SEED, parcels: options.parcels ?? USUAL_PARCELS, on: todayInMeridia() }
      : { seed: place.seed, parcels: place.parcels, on: Temporal.PlainDate.from(place.on) };
  const pace = options.pace ?? USUAL_PACE;
  const running =
    place === undefined
      ? { pace, fromMinute: FIRST_MINUTE, followFrom: 0 }
      : { pace, fromMinute: minuteAfter(place) };
  const clock = startDemoClock(dayOf(day), running);
  return { day, clock, placeFile };
}

/** Minutes of the day that may have passed since the place was last kept, at the usual pace. */
const UNKEPT_MINUTES = 3;

/** The clock never goes back: by day it skips what was not kept, after midnight it went on without us. */
function minuteAfter({ minute, keptAt }: DemoPlace): number {
  if (minute < DAY_MINUTES) return minute + UNKEPT_MINUTES;
  const away = (Temporal.Now.instant().epochMilliseconds - keptAt) / 60_000;
  return minute + Math.max(UNKEPT_MINUTES, away);
}
