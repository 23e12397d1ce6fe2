/** Sends messages straight into the intake of an own platform, as the operator: on a throw-away database unless told otherwise. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { StatementKind } from '../../../domain/advance-data/statement.ts';
import { present } from '../../../domain/kernel/invariant.ts';
import { readConfig, type Config } from '../../config.ts';
import { demoParties } from '../../demo/demo-parties.ts';
import type { DoorMessage } from '../../gateways/door.ts';
import { sealBacklog } from '../../sealing.ts';
import { openPlatform, type Platform } from '../../world.ts';
import { told, type Submitted, type Submitter } from './submitter.ts';

/** The invented country, whose parties a throw-away database knows from the start. */
const DEMO = 'xm-meridia';

/** What a party that we only know by its messages is taken for. */
const KIND_OF_SENDER: Readonly<Record<StatementKind, string>> = {
  order: 'platform',
  payment: 'payment-provider',
  logistics: 'carrier',
  declaration: 'declarant',
  arrival: 'handler',
};

/** `dataDirectory` is the folder of the database; without it LUXOR_DATABASE_URL does, else it is thrown away at the end. */
export async function ownSubmitter(dataDirectory: string | undefined): Promise<Submitter> {
  const place = await placeOf(dataDirectory);
  const platform = await openPlatform({ config: place.config }).catch(async (error: unknown) => {
    await place.leave();
    throw error;
  });
  // The register of the invented country is known wherever its law is.
  if (place.config.jurisdiction === DEMO) await platform.parties.register(demoParties());
  return {
    ready: () => platform.intake.hasRoom(),
    submit: (message) => submit(platform, message),
    close: async () => {
      await sealBacklog(platform);
      await platform.close();
      await place.leave();
    },
  };
}

type Placed = {
  readonly config: Config;
  readonly leave: () => Promise<void>;
};

async function placeOf(dataDirectory: string | undefined): Promise<Placed> {
  const config = readConfig(process.env);
  if (dataDirectory !== undefined)
    return {
      config: { ...config, databaseUrl: undefined, dataDirectory: path.resolve(dataDirectory) },
      leave: () => Promise.resolve(),
    };
  if (config.databaseUrl !== undefined) return { config, leave: () => Promise.resolve() };
  const folder = await mkdtemp(path.join(tmpdir(), 'luxor-submit-'));
  return {
    config: { ...config, dataDirectory: folder },
    leave: () => rm(folder, { recursive: true, force: true }),
  };
}

async function submit(platform: Platform, message: DoorMessage): Promise<Submitted> {
  const { wire, raw } = message;
  const owner = await ownerOf(platform, wire.sender, KIND_OF_SENDER[wire.kind]);
  const answer = await platform.intake.submit(
    { owner, wire, raw, receivedAt: platform.now() },
    'bulk',
  );
  return {
    status: answer.status,
    findings: answer.findings.map(told),
    parcels: answer.lanes,
  };
}

/** The operator vouches for the senders of its files: those not registered yet are registered. */
async function ownerOf({ parties }: Platform, code: string, kind: string) {
  const known = parties.byCode(code);
  if (known !== undefined) return known;
  await parties.register([{ code, name: code, kind }]);
  return present(parties.byCode(code), 'a party just registered is known');
}
