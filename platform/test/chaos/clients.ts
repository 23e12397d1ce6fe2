/** Clients that never give up: they send singly and in streams, keep what was acknowledged, and send again what was not. */
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Letter } from './letters.ts';
import type { Victim } from './victim.ts';

/** What the platform said of one message. */
export type Said = {
  readonly status: string;
  readonly messageId?: string;
  readonly submission?: string | null;
  readonly findings?: readonly { readonly code: string }[];
};

export type Acknowledged = { readonly letter: Letter; readonly submission: string };

/** What all clients together know. */
export type Ledger = {
  /** By message number. */
  readonly acknowledged: Map<string, Acknowledged>;
  /** Sent, and no answer came: they may be in the record or not. */
  readonly unknown: Map<string, Letter>;
  readonly refused: string[];
};

export const newLedger = (): Ledger => ({
  acknowledged: new Map(),
  unknown: new Map(),
  refused: [],
});

const RETRY_MILLISECONDS = 20;
/** A client that hears nothing for this long sends again; the platform has to be back by then. */
const PATIENCE_MILLISECONDS = 8_000;

/** A connection pool of its own: connections to a killed server are of no use to anybody. */
export function createClient(victim: Victim): {
  readonly send: (letters: readonly Letter[]) => Promise<readonly Said[]>;
  readonly close: () => void;
} {
  const agent = new Agent({ keepAlive: true });
  return {
    send: (letters) => post(victim, agent, letters),
    close: () => agent.destroy(),
  };
}

/** Answers in the order of the letters; fewer when the connection broke. Throws when there was no answer at all. */
function post(victim: Victim, agent: Agent, letters: readonly Letter[]): Promise<readonly Said[]> {
  const [first] = letters;
  if (first === undefined) return Promise.resolve([]);
  const isStream = letters.length > 1;
  const body = isStream ? Buffer.concat(letters.flatMap((letter) => [letter.body, LINE_FEED])) : first.body; // prettier-ignore
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const finish = (): void => resolve(readLines(Buffer.concat(chunks).toString()));
    const outgoing = request(
      `${victim.address()}/v1/submissions${isStream ? '/batch' : ''}`,
      {
        agent,
        method: 'POST',
        timeout: PATIENCE_MILLISECONDS,
        headers: {
          authorization: `Bearer ${victim.keys.get(first.sender) ?? ''}`,
          'content-type': isStream ? 'application/x-ndjson' : 'application/json',
          'content-length': body.length,
        },
      },
      (response) => {
        response.on('data', (chunk: Buffer) => void chunks.push(chunk));
        // What came before the break was said all the same.
        response.on('error', finish);
        response.on('close', finish);
        if ((response.statusCode ?? 0) >= 500) reject(new Error(`The platform answered ${String(response.statusCode)}.`)); // prettier-ignore
      },
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error('The platform said nothing.')));
    outgoing.on('error', (error) => (chunks.length > 0 ? finish() : reject(error)));
    outgoing.end(body);
  });
}

const LINE_FEED = Buffer.from('\n');

/** Whole lines only: half an answer is none. A single answer is one line without its end. */
function readLines(text: string): readonly Said[] {
  const said: Said[] = [];
  for (const line of text.split('\n')) {
    try {
      if (line !== '') said.push(JSON.parse(line) as Said);
    } catch {
      break;
    }
  }
  return said;
}

/** Books the answers; what got none is unknown. */
export function book(ledger: Ledger, letters: readonly Letter[], said: readonly Said[]): void {
  letters.forEach((letter, index) => {
    const answer = said[index];
    if (answer === undefined) ledger.unknown.set(letter.messageId, letter);
    else if (typeof answer.submission === 'string') {
      ledger.unknown.delete(letter.messageId);
      ledger.acknowledged.set(letter.messageId, { letter, submission: answer.submission });
    } else ledger.refused.push(`${letter.messageId}: ${JSON.stringify(answer)}`);
  });
}

type Work = {
  readonly victim: Victim;
  readonly ledger: Ledger;
  readonly deal: (sender: string, count: number) => readonly Letter[];
  readonly sender: string;
  readonly lettersPerRequest: () => number;
  readonly signal: AbortSignal;
};

const isGoingOn = (signal: AbortSignal): boolean => !signal.aborted;

/** Sends until told to stop; after a failure it waits a moment and sends the same again, as a client should. */
export async function work({
  victim,
  ledger,
  deal,
  sender,
  lettersPerRequest,
  signal,
}: Work): Promise<void> {
  const client = createClient(victim);
  while (isGoingOn(signal)) {
    const letters = deal(sender, lettersPerRequest());
    let waiting = await sendOnce({ client, ledger, letters });
    // What is still unknown when the load ends is settled by the test itself.
    while (waiting.length > 0 && isGoingOn(signal)) {
      await pause(RETRY_MILLISECONDS);
      waiting = await sendOnce({ client, ledger, letters: waiting });
    }
  }
  client.close();
}

type Sending = {
  readonly client: ReturnType<typeof createClient>;
  readonly ledger: Ledger;
  readonly letters: readonly Letter[];
};

/** Gives what is still unknown. */
export async function sendOnce({ client, ledger, letters }: Sending): Promise<readonly Letter[]> {
  // Before it is sent, for a message may be recorded though nobody ever hears so.
  for (const letter of letters) ledger.unknown.set(letter.messageId, letter);
  try {
    book(ledger, letters, await client.send(letters));
  } catch {
    return letters;
  }
  return letters.filter((letter) => ledger.unknown.has(letter.messageId));
}
