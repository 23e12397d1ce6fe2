/** The office's time: what the server said, carried on by the browser's steady clock at the office's pace. */
import { useSyncExternalStore } from 'react';
import { millisecondsOf } from '../format/moment.ts';

type Setting = { readonly office: number; readonly steady: number; readonly pace: number };

const TICK_MS = 1_000;
const MINUTE = 60_000;

let told: Setting | null = null;
const listeners = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

/** Without a word from the server yet, the browser's own time. */
const setting = (): Setting =>
  (told ??= {
    office: Temporal.Now.instant().epochMilliseconds,
    steady: performance.now(),
    pace: 1,
  });

/** Sets the clock by what the server said; without a word from the server the clock goes on as it went. */
export function setOfficeClock(now: string | undefined, pace = setting().pace): void {
  if (now === undefined) return;
  told = { office: millisecondsOf(now), steady: performance.now(), pace };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  ticking ??= setInterval(() => {
    for (const each of listeners) each();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}

/** The moment to whole minutes, so that a page is drawn again once a minute and not once a second. */
const minuteNow = (): number => {
  const { office, steady, pace } = setting();
  const elapsed = (performance.now() - steady) * pace;
  return Math.floor((office + elapsed) / MINUTE) * MINUTE;
};

/** Milliseconds since the epoch at the office, to the minute; the component is drawn again when it changes. */
export const useOfficeNow = (): number => useSyncExternalStore(subscribe, minuteNow);
