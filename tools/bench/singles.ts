/** Single messages in an open loop: sent on a fixed schedule whatever the server does, and timed from when they were due. */
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { nextSerial, OUTCOMES, type Sender } from './stream.ts';

export type SingleRun = {
  readonly address: string;
  readonly sender: Sender;
  readonly perSecond: number;
  readonly seconds: number;
  readonly onLatency: (milliseconds: number) => void;
};

/** Resolves when every message is answered. */
export async function runSingles(run: SingleRun): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const began = performance.now();
  const count = run.perSecond * run.seconds;
  const answers: Promise<void>[] = [];
  for (let sent = 0; sent < count;) {
    const due = began + (sent / run.perSecond) * 1_000;
    const now = performance.now();
    if (due > now) await pause(Math.max(1, Math.floor(due - now)));
    else {
      answers.push(sendOne(run, agent, due));
      sent += 1;
    }
  }
  await Promise.all(answers);
  agent.destroy();
}

async function sendOne(run: SingleRun, agent: Agent, due: number): Promise<void> {
  const { sender } = run;
  const serial = nextSerial(sender);
  const place = serial - sender.firstSerial;
  const { status, body } = await post(run, agent, sender.maker.message(serial));
  run.onLatency(performance.now() - due);
  sender.answered += 1;
  if (status === 201) sender.outcomes[place] = OUTCOMES.accepted;
  else {
    sender.outcomes[place] = OUTCOMES.refused;
    sender.refusal ??= body;
  }
}

type Posted = { readonly status: number; readonly body: string };

function post(run: SingleRun, agent: Agent, message: Buffer): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${run.address}/v1/submissions`,
      {
        method: 'POST',
        agent,
        headers: {
          authorization: `Bearer ${run.sender.key}`,
          'content-type': 'application/json',
          'content-length': message.length,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => void chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() })); // prettier-ignore
      },
    );
    outgoing.on('error', reject);
    outgoing.end(message);
  });
}
