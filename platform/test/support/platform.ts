/** Opens a whole platform for one test: a fresh database, the real law, the HTTP server without a port, and a clock of ours. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { WireSubmission } from '../../src/domain/advance-data/wire.ts';
import type { Officer } from '../../src/domain/decision/officer.ts';
import { present } from '../../src/domain/kernel/invariant.ts';
import {
  insertCredential,
  newSecret,
  openSession,
  upsertPerson,
} from '../../src/server/access/store.ts';
import { repositoryRoot } from '../../src/server/config.ts';
import { buildApp } from '../../src/server/http/app.ts';
import type { Answer } from '../../src/server/intake/arriving.ts';
import type { PartyDraft } from '../../src/server/parties/store.ts';
import { ROOMS } from '../../src/server/serve.ts';
import { openPlatform, type Platform } from '../../src/server/world.ts';
import { openFreshDatabase } from './database.ts';

/** Tuesday, 24 November 2026, 11:00 in Meridia: the clock of a test unless it says otherwise. */
export const TEST_NOW = Temporal.Instant.from('2026-11-24T08:00:00Z').epochMilliseconds;

export type TestPlatform = {
  readonly platform: Platform;
  /** Answers `app.inject(...)` as the server would. */
  readonly app: FastifyInstance;
  /** The platform's clock; it stands still until it is told to go on. */
  readonly clock: { at: number };
  /** Takes submissions to their commit, each from the party it names; parties must be registered. */
  readonly submit: (...submissions: readonly WireSubmission[]) => Promise<readonly Answer[]>;
  readonly register: (...drafts: readonly PartyDraft[]) => Promise<void>;
  /** Headers of a registered party's API key. */
  readonly traderHeaders: (
    code: string,
    scopes?: readonly string[],
  ) => Promise<Record<string, string>>;
  /** Headers of a signed-in person, who is made if need be. */
  readonly officerHeaders: (officer: Officer) => Promise<Record<string, string>>;
};

export type TestPlatformOptions = {
  readonly at?: number;
  readonly jurisdiction?: string;
  /** Chance, in [0, 1,000,000); selects nothing unless it says otherwise. 'by-key' leaves it to the key of the day. */
  readonly draw?: ((reference: string) => number) | 'by-key';
};

/** For one test: closed, and its database dropped, when the test has ended. */
export async function openTestPlatform(
  context: Pick<TestContext, 'after'>,
  options: TestPlatformOptions = {},
): Promise<TestPlatform> {
  const opened = await openSuitePlatform(options);
  context.after(opened.drop);
  return opened;
}

/** For a suite: opened in its `before`, and `drop` is called in its `after`. */
export async function openSuitePlatform({
  at = TEST_NOW,
  jurisdiction = 'xm-meridia',
  draw = () => 999_999,
}: TestPlatformOptions = {}): Promise<TestPlatform & { readonly drop: () => Promise<void> }> {
  const { database, address, drop: dropDatabase } = await openFreshDatabase();
  const dataDirectory = await mkdtemp(join(tmpdir(), 'luxor-platform-'));
  const clock = { at };
  const stop = (): Promise<void> => Promise.resolve();
  const platform = await openPlatform({
    config: {
      databaseUrl: undefined,
      dataDirectory,
      jurisdiction,
      packsDirectory: join(repositoryRoot, 'packs'),
      port: 0,
      masterKey: undefined,
      logLevel: 'fatal',
    },
    now: () => clock.at,
    // Chance selects nothing unless a test is about it: what is examined is examined for a reason of the test.
    ...(draw === 'by-key' ? {} : { draw: ({ reference }) => draw(reference) }),
    // A message that breaks is a fault of ours: a test must not pass over it.
    onFault: (_arriving, error) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
    },
    running: { database, address, server: undefined, applied: [], stop },
  });
  const app = await buildApp(platform, ROOMS);
  const drop = async (): Promise<void> => {
    await app.close();
    await platform.close();
    await dropDatabase();
    await rm(dataDirectory, { recursive: true, force: true });
  };
  return { platform, app, clock, drop, ...doorsOf(platform) };
}

type Doors = Pick<TestPlatform, 'submit' | 'register' | 'traderHeaders' | 'officerHeaders'>;

function doorsOf(platform: Platform): Doors {
  const { parties, database, intake } = platform;
  return {
    register: (...drafts) => parties.register(drafts),
    submit: (...submissions) =>
      Promise.all(
        submissions.map((wire) => {
          const owner = present(parties.byCode(wire.sender), `the party ${wire.sender} is registered`); // prettier-ignore
          const raw = Buffer.from(JSON.stringify(wire));
          return intake.submit({ owner, wire, raw, receivedAt: platform.now() }, 'bulk');
        }),
      ),
    traderHeaders: async (code, scopes = ['submit']) => {
      const { partyId } = present(parties.byCode(code), `the party ${code} is registered`);
      const key = newSecret('lx_key');
      await insertCredential(database.intake, { partyId, key, label: 'test', scopes });
      return { authorization: `Bearer ${key}` };
    },
    officerHeaders: async ({ person, name, roles, office }) => {
      await upsertPerson(database.intake, { personId: person, name, roles, office });
      const { secret, csrf } = await openSession(database.intake, person);
      return { cookie: `luxor_session=${secret}`, 'x-luxor-csrf': csrf };
    },
  };
}
