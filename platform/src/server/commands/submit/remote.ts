/** Sends messages to a running platform over HTTP, in batches of lines, as the sender that the key belongs to. */
import { exitCodes, Fault } from '../../fault.ts';
import type { DoorMessage } from '../../gateways/door.ts';
import { limits } from '../../../domain/kernel/limits.ts';
import type { Submitted, Submitter, ToldFinding } from './submitter.ts';

type Waiting = {
  readonly line: string;
  readonly resolve: (submitted: Submitted) => void;
  readonly reject: (error: unknown) => void;
};

/** Batches on the way at a time. */
const BATCHES = 2;

export function remoteSubmitter(url: string, key: string): Submitter {
  const address = new URL('/v1/submissions/batch', url);
  let queue: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  const sending = new Set<Promise<void>>();
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const batch = queue;
    queue = [];
    if (batch.length === 0) return;
    const sent = sendBatch(address, key, batch).finally(() => sending.delete(sent));
    sending.add(sent);
  };
  return {
    ready: async () => {
      while (sending.size >= BATCHES) await Promise.race(sending);
    },
    submit: (message) =>
      new Promise((resolve, reject) => {
        queue.push({ line: lineOf(message), resolve, reject });
        if (queue.length >= limits.batchSubmissionsMax) flush();
        else timer ??= setTimeout(flush, limits.batchLingerMilliseconds);
      }),
    close: async () => {
      flush();
      await Promise.all(sending);
    },
  };
}

const LINE_FEED = 0x0a;

/** The bytes as sent, so that a repetition is recognised; an indented message loses its line ends. */
const lineOf = ({ wire, raw }: DoorMessage): string =>
  raw.includes(LINE_FEED) ? JSON.stringify(wire) : Buffer.from(raw).toString('utf8');

async function sendBatch(address: URL, key: string, batch: readonly Waiting[]): Promise<void> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
      body: batch.map(({ line }) => `${line}\n`).join(''),
    });
    if (!response.ok) throw await refusedBy(address, response);
    const lines = (await response.text()).split('\n').filter((line) => line !== '');
    for (const [index, waiting] of batch.entries()) waiting.resolve(readAnswer(lines[index]));
  } catch (error) {
    const fault = error instanceof Fault ? error : unreachable(address, error);
    for (const waiting of batch) waiting.reject(fault);
  }
}

const unreachable = (address: URL, cause: unknown): Fault =>
  new Fault({
    code: 'platform-unreachable',
    sentence: `No platform answers at ${address.origin}: start it with "npm start", or correct --url.`,
    cause,
  });

async function refusedBy(address: URL, response: Response): Promise<Fault> {
  const text = await response.text();
  const reason =
    /"detail":"(?<detail>[^"]*)"/.exec(text)?.groups?.['detail'] ?? response.statusText;
  const isOurs = response.status === 401 || response.status === 403;
  return new Fault({
    code: 'platform-refused',
    sentence: `${address.origin} refuses the batch (${String(response.status)}): ${reason}`,
    exitCode: isOurs ? exitCodes.wrongUsage : exitCodes.fault,
  });
}

const STATUSES = ['accepted', 'refused', 'duplicate', 'parked'] as const;

function readAnswer(line: string | undefined): Submitted {
  const answer: unknown = line === undefined ? undefined : JSON.parse(line);
  const status = STATUSES.find((one) => one === member(answer, 'status'));
  if (status === undefined)
    throw new Fault({
      code: 'platform-answer-unreadable',
      sentence: 'The platform answered a message in a form this version does not know.',
    });
  const findings = member(answer, 'findings');
  return {
    status,
    findings: Array.isArray(findings) ? findings.map(readFinding) : [],
    parcels: new Map(),
  };
}

function readFinding(value: unknown): ToldFinding {
  const text = (name: string): string => {
    const found = member(value, name);
    return typeof found === 'string' ? found : '';
  };
  const severity = (['error', 'warning', 'notice'] as const).find(
    (one) => one === text('severity'),
  );
  return {
    code: text('code'),
    severity: severity ?? 'error',
    pointer: text('pointer'),
    message: text('message'),
    fix: text('fix'),
  };
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
