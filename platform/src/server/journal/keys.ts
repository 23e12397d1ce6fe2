/** The keys of an installation: one master key outside the database, which wraps the data keys and signing keys inside it. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeDay, type Day } from '../../domain/kernel/day.ts';
import { failure, success, type Result } from '../../domain/kernel/result.ts';
import { refusal, type Refusal } from '../../domain/kernel/refusal.ts';
import { dayAt, type Moment } from '../../domain/kernel/instant.ts';
import { canonicalJson } from '../../domain/kernel/canonical-json.ts';
import type { Database } from '../db/connect.ts';
import type { Queryable } from '../db/sql.ts';
import { inTransaction } from '../db/transaction.ts';
import { Fault, fileFault, systemErrorCode } from '../fault.ts';
import { toBase64Url } from './base64.ts';
import { journalRow } from './entry.ts';
import { openBytes, sealBytes, SECRET_BYTES } from './sealed-bytes.ts';
import type { DataKey } from './segment.ts';
import { sha256 } from './sha256.ts';
import { makeSigningKey, signerOf, keyIdOf, type Signer, type SigningPurpose } from './signing.ts';
import * as store from './key-store.ts';
import { appendEntry } from './store.ts';

export type MasterKey = {
  /** Tells master keys apart without telling anything of them; stands beside whatever they wrapped. */
  readonly id: string;
  wrap(secret: Uint8Array, context: string): Uint8Array;
  unwrap(wrapped: Uint8Array, context: string): Uint8Array;
};

export function masterKeyOf(secret: Uint8Array): MasterKey {
  if (secret.length !== SECRET_BYTES) throw malformedMasterKey('LUXOR_MASTER_KEY');
  const id = toBase64Url(
    sha256(Buffer.concat([Buffer.from('luxor master key\n'), secret])).subarray(0, 9),
  );
  return {
    id,
    wrap: (plain, context) => sealBytes(secret, plain, context),
    unwrap(wrapped, context) {
      const plain = openBytes(secret, wrapped, context);
      if (plain !== null) return plain;
      const sentence = `The master key ${id} does not open a key of this database (${context}): start with the master key it was set up with.`;
      throw new Fault({ code: 'master-key-wrong', sentence });
    },
  };
}

export type MasterKeySource = {
  /** LUXOR_MASTER_KEY: 32 bytes in base64. */
  readonly setting: string | undefined;
  /** Where the embedded demo keeps its own; made at the first start, readable by its owner alone. */
  readonly file: string;
};

export function readMasterKey({ setting, file }: MasterKeySource): MasterKey {
  if (setting !== undefined && setting !== '')
    return masterKeyOf(decoded(setting, 'LUXOR_MASTER_KEY'));
  try {
    return masterKeyOf(decoded(readFileSync(file, 'utf8'), file));
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw fileFault(file, error);
    return makeMasterKey(file);
  }
}

function makeMasterKey(file: string): MasterKey {
  const secret = randomBytes(SECRET_BYTES);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${secret.toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
    return masterKeyOf(secret);
  } catch (error) {
    // Another process of the same start was first: its key is the one.
    if (systemErrorCode(error) === 'EEXIST')
      return masterKeyOf(decoded(readFileSync(file, 'utf8'), file));
    throw fileFault(file, error);
  }
}

function decoded(text: string, where: string): Uint8Array {
  const bytes = Buffer.from(text.trim(), 'base64');
  if (bytes.length !== SECRET_BYTES) throw malformedMasterKey(where);
  return bytes;
}

const malformedMasterKey = (where: string): Fault =>
  new Fault({
    code: 'master-key-malformed',
    sentence: `${where} is not a master key: 32 bytes in base64 are needed.`,
  });

export type DataKeys = {
  /** The key that encrypts what is kept for this class and day; made at its first use. */
  forWriting(retentionClass: string, day: Day): Promise<DataKey>;
  /** Null once it was erased. Never kept in memory: an erasure works at once, in every process. */
  forReading(retentionClass: string, day: Day): Promise<DataKey | null>;
};

/** Keys for writing kept at hand: one a class for today and yesterday. */
const WRITING_KEYS_MAX = 32;

export function createDataKeys(
  database: { readonly intake: Queryable },
  master: MasterKey,
): DataKeys {
  const writing = new Map<string, Promise<DataKey>>();

  async function forReading(retentionClass: string, day: Day): Promise<DataKey | null> {
    const row = await store.readDataKey(database.intake, { retentionClass, day });
    if (row === null || row.wrapped === null) return null;
    return {
      retentionClass,
      day,
      secret: master.unwrap(row.wrapped, store.dataKeyContext(retentionClass, day)),
    };
  }

  async function make(retentionClass: string, day: Day): Promise<DataKey> {
    const known = await forReading(retentionClass, day);
    if (known !== null) return known;
    const wrapped = master.wrap(
      randomBytes(SECRET_BYTES),
      store.dataKeyContext(retentionClass, day),
    );
    await store.insertDataKey(database.intake, {
      retentionClass,
      day,
      masterId: master.id,
      wrapped,
    });
    const made = await forReading(retentionClass, day);
    if (made !== null) return made;
    const sentence = `The key of ${retentionClass} for ${writeDay(day)} was erased: nothing more can be kept for that day.`;
    throw new Fault({ code: 'data-key-erased', sentence });
  }

  return {
    forReading,
    forWriting(retentionClass, day) {
      const name = store.dataKeyContext(retentionClass, day);
      const known = writing.get(name);
      if (known !== undefined) return known;
      if (writing.size >= WRITING_KEYS_MAX) writing.clear();
      const made = make(retentionClass, day);
      writing.set(name, made);
      made.catch(() => writing.delete(name));
      return made;
    },
  };
}

export type Erasure = {
  readonly retentionClass: string;
  /** Keys of these days are erased; those that are gone already, or never were, do not count. */
  readonly days: readonly Day[];
  readonly actor: string;
  readonly at: Moment;
  readonly entryId: bigint;
};

/**
 * Deletes the keys of a class for good: what was encrypted with them is unreadable from then on, in the database and in every backup
 * that lacks them; all proofs stay valid. Journaled in the same transaction. Gives the number of keys deleted.
 */
export async function eraseKeys(
  database: Pick<Database, 'intake' | 'owner'>,
  erasure: Erasure,
): Promise<Result<number, Refusal>> {
  const { retentionClass, days: wanted, actor, at, entryId } = erasure;
  if (wanted.some((day) => day >= dayAt(at, 0))) {
    return failure(
      refusal(
        'erasure-of-keys-in-use',
        'Keys can be erased for days that are over, not for today or later.',
      ),
    );
  }
  const erased = await inTransaction(database.intake, async (transaction) => {
    const days = await store.eraseDataKeys(transaction, { retentionClass, days: wanted, actor });
    if (days.length > 0) {
      const event = { type: 'keys-erased', retentionClass, days: days.map(writeDay) };
      const place = { shardKey: 0, parcelId: 0n, sequence: 0, entryId };
      const content = {
        at,
        actor,
        command: 'erase-keys',
        versions: '{}',
        input: null,
        commitments: [],
        events: canonicalJson([event]),
      };
      await appendEntry(transaction, journalRow({ ...place, ...content }));
    }
    return days.length;
  });
  // The old versions of the rows still hold the wrapped keys until the table is written anew.
  if (erased > 0) await store.rewriteDataKeys(database.owner);
  return success(erased);
}

/** A start with a key that was replaced ends here, before anything is wrapped with it. */
async function refuseRetired(
  database: Pick<Database, 'intake'>,
  { id }: Pick<MasterKey, 'id'>,
): Promise<void> {
  const retirement = await store.readRetirement(database.intake, id);
  if (retirement === null) return;
  const on = retirement.retiredAt.toString().slice(0, 10);
  const sentence = `The master key ${id} was replaced by ${retirement.replacedBy} on ${on}: start with that one; where "luxor keys rotate" was interrupted, run it again.`;
  throw new Fault({ code: 'master-key-retired', sentence });
}

/** The signer in use for a purpose; made at the first start. */
export async function loadSigner(
  database: Pick<Database, 'intake'>,
  master: MasterKey,
  purpose: SigningPurpose,
): Promise<Signer> {
  await refuseRetired(database, master);
  const known = await store.readSigningKey(database.intake, purpose);
  if (known !== null)
    return signerOf(
      master.unwrap(known.wrapped, store.signingKeyContext(known.keyId)),
      known.publicKey,
    );
  const { seed, publicKey } = makeSigningKey();
  const keyId = keyIdOf(publicKey);
  const wrapped = master.wrap(seed, store.signingKeyContext(keyId));
  await store.insertSigningKey(database.intake, {
    keyId,
    purpose,
    publicKey,
    masterId: master.id,
    wrapped,
  });
  return loadSigner(database, master, purpose);
}
