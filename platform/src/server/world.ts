/** Builds the world: the only place where pools, keys, clocks and id makers are made and handed to those who need them. */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { dayAt, type Moment } from '../domain/kernel/instant.ts';
import type { Pack } from '../domain/jurisdiction/pack.ts';
import type { LawBook } from '../domain/journey-law.ts';
import type { Config } from './config.ts';
import { Fault } from './fault.ts';
import { bringUpDatabase, type RunningDatabase } from './db/bring-up.ts';
import type { Database, Pool } from './db/connect.ts';
import { createIdMaker, type IdMaker } from './ids.ts';
import { createIntake, type Intake } from './intake/batcher.ts';
import type { PassContext } from './intake/batch.ts';
import { runPass, type PassTools } from './intake/pass.ts';
import type { Arriving } from './intake/arriving.ts';
import {
  createDataKeys,
  loadSigner,
  readMasterKey,
  type DataKeys,
  type MasterKey,
} from './journal/keys.ts';
import { partitionDays } from './journal/jobs.ts';
import { receiptOf } from './journal/receipt-reader.ts';
import { createSegmentReader, type SegmentReader } from './journal/segment-reader.ts';
import type { Signer } from './journal/signing.ts';
import { ensurePartitions, leaseSlot } from './journal/store.ts';
import { lawAsItWas } from './law-as-it-was.ts';
import { createLawInUse, type LawInUse } from './law-in-use.ts';
import { readActiveVersion } from './packs/activation-store.ts';
import { installLaw, type InstalledLaw } from './packs/activation.ts';
import { requirePack } from './packs/load.ts';
import { refuseUnverified } from './packs/production.ts';
import { keepPackVersion, readPackVersion, versionOf } from './packs/versions.ts';
import { systemClock } from './system-clock.ts';
import { openPartyRegistry, type PartyRegistry } from './parties/store.ts';
import { bindSelectionDays, createSelector } from './risk/selection-keys.ts';

export type Platform = {
  readonly config: Config;
  readonly database: Database;
  readonly running: RunningDatabase;
  /** The pack in force; it changes when two persons activate another version, as `packVersion` and `law` do. */
  readonly pack: Pack;
  readonly packVersion: string;
  readonly law: LawBook;
  readonly inUse: LawInUse;
  /** The version that lies in the folder of packs, which need not be in force; null in a process that does not look there. */
  readonly versionOnDisk: string | null;
  readonly ids: IdMaker;
  readonly parties: PartyRegistry;
  readonly dataKeys: DataKeys;
  readonly master: MasterKey;
  readonly signer: Signer;
  readonly segments: SegmentReader;
  readonly tools: PassTools;
  readonly intake: Intake;
  readonly now: () => Moment;
  /** Seconds of the platform's clock in one real second; other than 1 only in a demonstration. */
  readonly pace: number;
  readonly close: () => Promise<void>;
};

export type PlatformOptions = {
  readonly config: Config;
  readonly now?: () => Moment;
  /** Replaces the random selection, for tests that must not depend on the day's key. */
  readonly draw?: PassContext['draw'];
  /** How fast the clock runs; 1 unless it is a demonstration's. */
  readonly pace?: number;
  /** Told of a message that broke in a pass. */
  readonly onFault?: (arriving: Arriving, error: unknown) => void;
  /** Told when our own PostgreSQL died and could not be brought back. */
  readonly onLost?: (fault: unknown) => void;
  /** A database that somebody has brought up already; without it one is brought up. */
  readonly running?: RunningDatabase;
  /** A version of the law that is kept in the database: the pack on the disk is not looked at. */
  readonly packVersion?: string;
};

/** The retention class of messages and input records. */
const RETENTION_CLASS = 'declaration';
/** Passes of bulk at the same time: one decides while the other's rows are written. */
const PASSES = 2;

export async function openPlatform(options: PlatformOptions): Promise<Platform> {
  const { config } = options;
  const now = options.now ?? systemClock();
  // Law that cannot be read is told before a database is brought up for it.
  const installed =
    options.packVersion === undefined
      ? requirePack(config.packsDirectory, config.jurisdiction)
      : null;
  const running =
    options.running ??
    (await bringUpDatabase({
      url: config.databaseUrl,
      dataDirectory: config.dataDirectory,
      ...(options.onLost === undefined ? {} : { onLost: options.onLost }),
    }));
  try {
    const law = await lawOf(options, running, installed);
    return await assemble({ ...options, ...law, now, running });
  } catch (error) {
    await running.stop();
    throw error;
  }
}

type Installed = ReturnType<typeof requirePack>;

/**
 * The law in force as it is kept. Where none is in force yet it is the one on the disk, which is kept in any case: as a draft, where
 * another one binds.
 */
async function lawOf(
  { config: { jurisdiction, production }, packVersion }: PlatformOptions,
  { database: { intake } }: RunningDatabase,
  installed: Installed | null,
): Promise<Pick<Parts, 'pack' | 'version' | 'onDisk'>> {
  const onDisk = installed === null ? null : await keepOnDisk(intake, installed);
  const id = onDisk?.pack.id ?? jurisdiction;
  const version = (await readActiveVersion(intake, id)) ?? onDisk?.version ?? packVersion ?? '';
  const isOnDisk = onDisk !== null && onDisk.version === version;
  const pack = isOnDisk ? onDisk.pack : await readPackVersion(intake, id, version);
  if (pack === undefined) throw lawUnreadable(`${id}@${version}`);
  if (production === true) refuseUnverified(pack, version);
  return { pack, version, onDisk };
}

async function keepOnDisk(pool: Pool, { pack, texts, digest }: Installed): Promise<InstalledLaw> {
  const version = versionOf(digest);
  await keepPackVersion(pool, { id: pack.id, version, texts });
  return { pack, version, seal: digest };
}

const lawUnreadable = (law: string): Fault =>
  new Fault({
    code: 'law-unreadable',
    sentence: `This program cannot read the law in force, ${law}: serve with the program that could, and let two persons activate a version that both can read.`,
  });

type Parts = PlatformOptions & {
  readonly now: () => Moment;
  readonly pack: Pack;
  readonly version: string;
  /** The law that lies in the folder of packs; null in a process that does not look there. */
  readonly onDisk: InstalledLaw | null;
  readonly running: RunningDatabase;
};

async function assemble(parts: Parts): Promise<Platform> {
  const { config, now, pack, version, running } = parts;
  const { database } = running;
  const today = (): number => dayAt(now(), pack.zoneOffsetMinutes);
  await ensurePartitions(database.owner, partitionDays(now(), pack.zoneOffsetMinutes));
  const master = readMasterKey({
    setting: config.masterKey,
    file: join(config.dataDirectory, 'master-key'),
  });
  const ids = await createIdMaker({ day: today, lease: (day) => leaseSlot(database.intake, day) });
  const dataKeys = createDataKeys(database, master);
  const segments = createSegmentReader(database, dataKeys);
  const parties = await openPartyRegistry(database.intake);
  if (parts.onDisk !== null)
    await installLaw({ database, ids }, { law: parts.onDisk, by: 'program-start', at: now() });
  const inUse = createLawInUse(pack, version);
  const law = inUse.book;
  const signer = await loadSigner(database, master, 'receipt');
  const made = { master, ids, dataKeys, segments, parties, law, inUse, signer };
  const tools = await passTools(parts, made);
  const intake = createIntake({ run: (messages) => runPass(tools, messages), passes: PASSES });
  const close = async (): Promise<void> => {
    await intake.close();
    await running.stop();
  };
  return {
    ...made,
    config,
    database,
    running,
    get pack() {
      return inUse.pack();
    },
    get packVersion() {
      return inUse.version();
    },
    versionOnDisk: parts.onDisk?.version ?? null,
    tools,
    intake,
    now,
    pace: parts.pace ?? 1,
    close,
  };
}

type Made = Pick<
  Platform,
  'master' | 'ids' | 'dataKeys' | 'segments' | 'parties' | 'law' | 'inUse' | 'signer'
>;

/** What a pass may use of the world. */
async function passTools(parts: Parts, made: Made): Promise<PassTools> {
  const { now, pack, running } = parts;
  const { ids, dataKeys, segments, master } = made;
  const { database } = running;
  const selection = { database, master, ids, now, offsetMinutes: pack.zoneOffsetMinutes };
  const today = dayAt(now(), pack.zoneOffsetMinutes);
  // The days ahead are bound by a job, so that the start need not wait for them.
  await bindSelectionDays(selection, { from: today, to: today });
  const selector = createSelector(selection);
  const { secret } = await dataKeys.forWriting('party-fingerprints', 0);
  const fingerprintKey = Buffer.from(secret).toString('hex');
  return {
    pool: database.intake,
    now,
    signer: made.signer,
    lawOf: (version) =>
      lawAsItWas(
        { pack: made.inUse.pack(), packVersion: made.inUse.version(), law: made.inUse.current(), database }, // prettier-ignore
        version,
      ),
    ready: async (day) => {
      await selector.prepare(day);
      await ids.ready();
    },
    dataKey: (day) => dataKeys.forWriting(RETENTION_CLASS, day),
    receiptOf: (transaction, place) => receiptOf(transaction, segments, place),
    onFault: parts.onFault ?? (() => undefined),
    context: {
      law: made.law,
      parties: made.parties,
      nextId: () => ids.next(),
      fingerprint: (text) => hash('sha256', fingerprintKey + text, 'hex').slice(0, 16),
      draw: parts.draw ?? (({ reference, day, stratum }) => selector.draw(reference, day, stratum)),
      zoneOffsetMinutes: pack.zoneOffsetMinutes,
    },
  };
}
