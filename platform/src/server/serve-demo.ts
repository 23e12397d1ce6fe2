/** Serves the demo: registers its parties and people, starts the clock of its day, and feeds the day while people look on. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { insertCredential, newSecret, upsertPerson } from './access/store.ts';
import type { Config } from './config.ts';
import { USUAL_PACE, type DemoClock } from './demo/demo-clock.ts';
import { demoParties } from './demo/demo-parties.ts';
import { demoPeople } from './demo/demo-people.ts';
import { openDemoShift } from './demo/demo-shift.ts';
import { openDemoDay } from './demo/open-demo-day.ts';
import { runDemoDay } from './demo/run-demo-day.ts';
import { parseOwn } from '../domain/kernel/parse-own.ts';
import { present } from '../domain/kernel/invariant.ts';
import type { Log } from './log.ts';
import { serve, writeAddresses, type Serving } from './serve.ts';
import type { Platform } from './world.ts';

export type Demo = {
  readonly serving: Serving;
  readonly clock: DemoClock;
  /** Resolves when the day has been told or stopped. */
  readonly told: Promise<unknown>;
};

export type DemoOptions = { readonly pace?: number; readonly stop: AbortSignal };

export async function serveDemo(
  config: Config,
  log: Log,
  { pace = USUAL_PACE, stop }: DemoOptions,
): Promise<Demo> {
  const { dataDirectory } = config;
  const { day, clock, placeFile } = await openDemoDay({ dataDirectory, pace });
  const serving = await serve(config, log, { now: clock.now, pace });
  await openDoors(config, serving);
  const shift = openDemoShift(serving.platform);
  const told = runDemoDay(serving.platform, { day, clock, placeFile, stop, shift });
  told.catch((error: unknown) => {
    log.error({ error }, 'The demo day stopped');
  });
  return { serving, clock, told };
}

/** Keys for the senders and names for the sign-in page; written to addresses.json, which only its owner can read. */
async function openDoors(config: Config, { platform, address }: Serving): Promise<void> {
  const pool = platform.database.intake;
  for (const person of demoPeople()) {
    const { person: personId, name, roles, office } = person;
    await upsertPerson(pool, { personId, name, roles, office });
  }
  await writeAddresses(config, {
    platform: address,
    officer: `${address}/officer/`,
    track: `${address}/track`,
    estimate: `${address}/estimate`,
    health: `${address}/health`,
    contract: `${address}/v1/openapi.json`,
    keys: await openKeys(config, platform),
    people: demoPeople().map(({ person, name, title, roles }) => ({ person, name, title, roles })),
  });
}

async function openKeys(
  config: Config,
  platform: Platform,
): Promise<Readonly<Record<string, string>>> {
  const parties = demoParties();
  await platform.parties.register(parties);
  const known = await readKeys(config);
  const keys: Record<string, string> = {};
  for (const { code, keyName } of parties) {
    const key = known[code] ?? newSecret('lx_key');
    const { partyId } = present(platform.parties.byCode(code), 'a demo party is registered');
    await insertCredential(platform.database.intake, {
      partyId,
      key,
      label: keyName,
      scopes: ['submit'],
    });
    keys[code] = key;
  }
  return keys;
}

/** Keys given before stay good: a second start does not lock anybody out. */
async function readKeys({ dataDirectory }: Config): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(join(dataDirectory, 'addresses.json'), 'utf8').catch(() => '{}');
  return parseOwn<{ keys?: Record<string, string> }>(text).keys ?? {};
}
