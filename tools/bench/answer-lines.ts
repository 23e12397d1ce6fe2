/** Reads the answers of a stream without parsing them: the status and the message number stand at known places of each line. */

export type AnswerStatus = 'accepted' | 'refused' | 'duplicate';

/** `line` gives the text, for the few answers that somebody will read. */
export type OnAnswer = (status: AnswerStatus, serial: number, line: () => string) => void;

const LINE_FEED = 0x0a;
const COMMA = 0x2c;
/** `{"line":`, then digits, then `,"status":"`. */
const LINE_NUMBER_AT = '{"line":'.length;
const STATUS_AFTER_COMMA = ',"status":"'.length;
/** Between the status and the digits of the message's number. */
const SERIAL_AFTER_STATUS = '","messageId":"B-'.length;
const SERIAL_DIGITS = 9;

/** By the first letter. */
const STATUSES: ReadonlyMap<number, AnswerStatus> = new Map([
  [0x61, 'accepted'],
  [0x64, 'duplicate'],
  [0x72, 'refused'],
]);

/** Takes the chunks of a response as they come. */
export function createLineReader(onAnswer: OnAnswer): (chunk: Buffer) => void {
  let held: Buffer | null = null;
  return (chunk) => {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      if (held === null) readLine(chunk, start, end, onAnswer);
      else {
        const line: Buffer = Buffer.concat([held, chunk.subarray(start, end)]);
        held = null;
        readLine(line, 0, line.length, onAnswer);
      }
      start = end + 1;
    }
    if (start === chunk.length) return;
    const rest = chunk.subarray(start);
    held = held === null ? rest : Buffer.concat([held, rest]);
  };
}

// eslint-disable-next-line max-params -- the hot loop of the client: an object a line would be most of its cost
function readLine(bytes: Buffer, start: number, end: number, onAnswer: OnAnswer): void {
  let at = start + LINE_NUMBER_AT;
  while (bytes[at] !== COMMA) {
    if (++at >= end) throw new Error(`An answer was cut short: ${bytes.toString('utf8', start, end)}`); // prettier-ignore
  }
  at += STATUS_AFTER_COMMA;
  const line = (): string => bytes.toString('utf8', start, end);
  const status = STATUSES.get(bytes[at] ?? 0);
  if (status === undefined) throw new Error(`An answer has no status we know: ${line()}`);
  onAnswer(status, status === 'refused' ? -1 : serialAt(bytes, at + status.length), line);
}

function serialAt(bytes: Buffer, afterStatus: number): number {
  const start = afterStatus + SERIAL_AFTER_STATUS;
  let serial = 0;
  for (let at = start; at < start + SERIAL_DIGITS; at++)
    serial = serial * 10 + ((bytes[at] ?? 0) - 0x30);
  return serial;
}
