/** A time in the office's zone, with everything about it on hover; and how long is left until one. */
import {
  clockOf,
  countdown,
  longTime,
  millisecondsOf,
  shortTime,
  writtenIn,
} from '../format/moment.ts';
import { useOfficeNow } from '../api/office-clock.ts';

export function Clock({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} title={longTime(at)}>
      {clockOf(at)}
    </time>
  );
}

/** The clock today, the day otherwise, both as the office sees them. */
export function When({ at, zone }: { readonly at: string; readonly zone: string }) {
  const now = useOfficeNow();
  return (
    <time dateTime={at} title={longTime(at)}>
      {shortTime(at, writtenIn(now, zone))}
    </time>
  );
}

export function Countdown({ until }: { readonly until: string }) {
  const now = useOfficeNow();
  const { text, urgency } = countdown(millisecondsOf(until), now);
  return (
    <time
      className="countdown"
      dir="ltr"
      data-urgency={urgency}
      dateTime={until}
      title={longTime(until)}
    >
      {text}
    </time>
  );
}
