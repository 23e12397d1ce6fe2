/** A progress bar on stderr, drawn only for a person at a terminal. */
import process from 'node:process';

export type Progress = {
  messages: number;
  readonly add: (bytes: number) => void;
  /** Takes the bar away. */
  readonly done: () => void;
};

const WIDTH = 30;
const DRAWN_EVERY_MILLISECONDS = 100;

/** `total` in bytes; without one the bar only counts. */
export function newProgress(total: number | undefined): Progress {
  const stream = process.stderr;
  const started = performance.now();
  let bytes = 0;
  let drawn = 0;
  const progress: Progress = {
    messages: 0,
    add: (more) => {
      bytes += more;
      const now = performance.now();
      if (!stream.isTTY || now - drawn < DRAWN_EVERY_MILLISECONDS) return;
      drawn = now;
      const rate = Math.round((progress.messages * 1_000) / (now - started));
      stream.write(`\r\u001b[2K${bar(bytes, total)}${String(progress.messages)} messages, ${String(rate)} a second`); // prettier-ignore
    },
    done: () => {
      if (stream.isTTY) stream.write('\r\u001b[2K');
    },
  };
  return progress;
}

function bar(bytes: number, total: number | undefined): string {
  if (total === undefined || total === 0) return '';
  const share = Math.min(1, bytes / total);
  const filled = Math.round(share * WIDTH);
  return `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${String(Math.round(share * 100)).padStart(3)} %  `;
}
