/** One sender's stream of messages: sends NDJSON with back-pressure, follows the answers line by line, and keeps what became of each message. */
import { once } from 'node:events';
import { request, type Agent, type ClientRequest, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { createLineReader } from './answer-lines.ts';
import { MESSAGE_BYTES, type MessageMaker } from './messages.ts';

export const OUTCOMES = { sent: 1, accepted: 2, refused: 3, duplicate: 4 } as const;

/** What one sender has sent: outcomes by place after its first serial number. */
export type Sender = {
  readonly code: string;
  readonly key: string;
  readonly maker: MessageMaker;
  readonly firstSerial: number;
  sent: number;
  answered: number;
  outcomes: Uint8Array;
  /** The first refusal, for whoever has to find out why. */
  refusal: string | null;
};

export function newSender(sender: Pick<Sender, 'code' | 'key' | 'maker' | 'firstSerial'>): Sender {
  return { ...sender, sent: 0, answered: 0, outcomes: new Uint8Array(1 << 20), refusal: null };
}

export function nextSerial(sender: Sender): number {
  if (sender.sent === sender.outcomes.length) {
    const grown = new Uint8Array(sender.outcomes.length * 2);
    grown.set(sender.outcomes);
    sender.outcomes = grown;
  }
  sender.outcomes[sender.sent] = OUTCOMES.sent;
  return sender.firstSerial + sender.sent++;
}

export type Pace = {
  readonly agent: Agent;
  readonly address: string;
  /** performance.now() at which no further message is sent. */
  readonly until: number;
  /** Messages a second of this stream; as fast as the server takes them when it is undefined. */
  readonly perSecond?: number;
  readonly onLatency: (milliseconds: number) => void;
};

const MESSAGES_PER_CHUNK = 32;
/** A request of this many messages ends, and the next one begins on the same connection: as files of a shift come. */
const MESSAGES_PER_REQUEST = 20_000;
/** Messages of one stream that wait for their answers: four streams fill every batch that the platform has room for. */
const UNANSWERED_MAX = 750;
const PACE_MILLISECONDS = 2;

/** Sends until the time is up and waits for the last answer. */
export async function runStream(sender: Sender, pace: Pace): Promise<void> {
  const began = performance.now();
  const before = sender.sent;
  const allowed = (): number =>
    pace.perSecond === undefined
      ? Infinity
      : Math.floor(((performance.now() - began) / 1_000) * pace.perSecond) - (sender.sent - before);
  while (performance.now() < pace.until) await sendRequest(sender, pace, allowed);
}

async function sendRequest(sender: Sender, pace: Pace, allowed: () => number): Promise<void> {
  const outgoing = request(`${pace.address}/v1/submissions/batch`, {
    method: 'POST',
    agent: pace.agent,
    headers: {
      authorization: `Bearer ${sender.key}`,
      'content-type': 'application/x-ndjson',
    },
  });
  outgoing.flushHeaders();
  const sentAt: number[] = [];
  const first = sender.sent;
  const answered = readAnswers(outgoing, { sender, pace, sentAt, first });
  const life = { hasFailed: false };
  answered.catch(() => (life.hasFailed = true));
  while (
    !life.hasFailed &&
    performance.now() < pace.until &&
    sender.sent - first < MESSAGES_PER_REQUEST
  ) {
    const isAhead = sender.sent - sender.answered > UNANSWERED_MAX;
    if (isAhead || allowed() < MESSAGES_PER_CHUNK) {
      await pause(PACE_MILLISECONDS);
      continue;
    }
    sentAt.push(performance.now());
    if (!outgoing.write(chunkOf(sender))) await once(outgoing, 'drain');
  }
  outgoing.end();
  await answered;
  if (sender.answered !== sender.sent)
    throw new Error(`${sender.code} sent ${sender.sent} messages and got ${sender.answered} answers.`); // prettier-ignore
}

function chunkOf(sender: Sender): Buffer {
  const chunk = Buffer.allocUnsafe(MESSAGES_PER_CHUNK * (MESSAGE_BYTES + 1));
  let at = 0;
  for (let message = 0; message < MESSAGES_PER_CHUNK; message++)
    at = sender.maker.write(chunk, at, nextSerial(sender));
  return chunk;
}

type Reading = {
  readonly sender: Sender;
  readonly pace: Pace;
  readonly sentAt: readonly number[];
  readonly first: number;
};

async function readAnswers(
  outgoing: ClientRequest,
  { sender, pace, sentAt, first }: Reading,
): Promise<void> {
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200)
    throw new Error(`A stream was answered with ${String(response.statusCode)}.`);
  const reader = createLineReader((status, serial, line) => {
    const place = sender.answered++;
    if (status === 'refused') sender.refusal ??= line();
    else if (serial !== sender.firstSerial + place)
      throw new Error('An answer is not for the message whose turn it was.');
    sender.outcomes[place] = OUTCOMES[status];
    const chunk = Math.floor((place - first) / MESSAGES_PER_CHUNK);
    pace.onLatency(performance.now() - (sentAt[chunk] ?? Number.NaN));
  });
  response.on('data', reader);
  await once(response, 'end');
}
