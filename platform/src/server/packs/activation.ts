/** Carries out what persons do with versions of the law, each act in the record; a law that binds was agreed on by two of them. */
import type { OfficerRecord } from '../../domain/decision/officer.ts';
import {
  activeVersion,
  takePackAct,
  type PackActKind,
  type PackRegister,
} from '../../domain/jurisdiction/pack-state.ts';
import type { Pack } from '../../domain/jurisdiction/pack.ts';
import { canonicalJson } from '../../domain/kernel/canonical-json.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import { present } from '../../domain/kernel/invariant.ts';
import { refusal, type Refusal } from '../../domain/kernel/refusal.ts';
import { failure, success, type Result } from '../../domain/kernel/result.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import { Fault } from '../fault.ts';
import { journalRow } from '../journal/entry.ts';
import { appendEntry } from '../journal/store.ts';
import type { Database } from '../db/connect.ts';
import type { Config } from '../config.ts';
import type { IdMaker } from '../ids.ts';
import * as store from './activation-store.ts';
import { lawDigest } from './load.ts';
import { unverifiedRows } from './production.ts';
import { parseKept, readPackTexts, versionOf } from './versions.ts';

type World = { readonly database: Database; readonly ids: IdMaker };

/** An installation with its law in force. */
type Installation = World & {
  readonly pack: Pack;
  readonly config: Config;
  readonly now: () => Moment;
};

export type InstalledLaw = {
  readonly pack: Pack;
  readonly version: string;
  /** SHA-256 over its files of law, in hex. */
  readonly seal: string;
};

/**
 * Who brought a version: the start of the program, which also sets an installation up where no law was ever in force, or the
 * command line, which only keeps drafts.
 */
export type Bringer = 'program-start' | 'command-line';

/** The version becomes a draft when it is not known yet; returns the one in force, null where there is none. */
export async function installLaw(
  { database, ids }: World,
  { law, by, at }: { readonly law: InstalledLaw; readonly by: Bringer; readonly at: Moment },
): Promise<string | null> {
  const { pack, version, seal } = law;
  await ids.ready();
  return inTransaction(database.intake, async (transaction) => {
    await store.lockLaw(transaction);
    const register = store.registerOf(await store.readPackActs(transaction, pack.id));
    const active = activeVersion(register);
    const isSetUp = active === null && by === 'program-start';
    const acts: PackActKind[] = [
      ...(register.has(version) ? [] : (['submit'] as const)),
      ...(isSetUp ? (['set-up'] as const) : []),
    ];
    for (const act of acts)
      await record(transaction, { ids, pack: pack.id }, {
        version, act, actor: by, role: null, reason: reasonOf(act, law, by), seal,
        at: Temporal.Instant.fromEpochMilliseconds(at),
      }); // prettier-ignore
    return isSetUp ? version : active;
  });
}

function reasonOf(act: PackActKind, { pack }: InstalledLaw, by: Bringer): string {
  const count = unverifiedRows(pack).length;
  const verified =
    count === 0 ? 'every row is verified' : `${String(count)} rows are not verified by a primary source`; // prettier-ignore
  if (act === 'set-up')
    return `Set-up: the installation was started for the first time with this law; ${verified}.`;
  return by === 'program-start'
    ? `Lay in the folder of packs when the program started; ${verified}.`
    : `Brought on the command line; ${verified}.`;
}

export type LawAct = {
  readonly version: string;
  readonly act: Exclude<PackActKind, 'submit' | 'set-up'>;
  readonly reason: string;
  readonly officer: OfficerRecord;
};

/** The register after the act of a person, or why it was refused; an activation binds from its commit on. */
export async function takeLawAct(
  platform: Installation,
  { version, act, reason, officer }: LawAct,
): Promise<Result<PackRegister, Refusal>> {
  const { database, ids, pack: inForce } = platform;
  const at = Temporal.Instant.fromEpochMilliseconds(platform.now());
  await ids.ready();
  return inTransaction(database.intake, async (transaction) => {
    await store.lockLaw(transaction);
    const register = store.registerOf(await store.readPackActs(transaction, inForce.id));
    if (!register.has(version))
      return failure(refusal('not-found', 'No version of that name is kept here.'));
    const known = { isRehearsed: await store.isRehearsed(transaction, inForce.id, version) };
    const taken = takePackAct(register, { version, act, person: officer.person }, known);
    if (!taken.ok) return taken;
    const kept = await keptLaw(transaction, inForce.id, version);
    const objection = objectionTo(kept.pack, platform);
    if (objection !== null && act !== 'withdraw') return failure(objection);
    await record(transaction, { ids, pack: inForce.id }, {
      version, act, actor: officer.person, role: officer.role, reason, seal: kept.seal, at,
    }); // prettier-ignore
    return success(taken.value);
  });
}

/** The law as it is kept, with the seal of its bytes: bytes that are not those of the version are nobody's law. */
async function keptLaw(
  transaction: Transaction,
  id: string,
  version: string,
): Promise<{ readonly pack: Pack | null; readonly seal: string }> {
  const texts = present(await readPackTexts(transaction, id, version), 'a version with acts is kept'); // prettier-ignore
  const seal = lawDigest(texts);
  if (versionOf(seal) !== version)
    throw new Fault({
      code: 'pack-altered',
      sentence: `The kept files of ${id}@${version} are not those that the version was named after.`,
    });
  return { pack: parseKept(texts), seal };
}

/** Why a version cannot be law of this installation at all. */
function objectionTo(pack: Pack | null, { pack: inForce, config }: Installation): Refusal | null {
  if (pack === null)
    return refusal('pack-unreadable', 'This program cannot read that version any more.');
  const isOther =
    pack.country !== inForce.country ||
    pack.currency !== inForce.currency ||
    pack.zone !== inForce.zone;
  if (isOther)
    return refusal('pack-of-another-country', 'Country, currency and clock of an installation do not change with its law.'); // prettier-ignore
  const count = unverifiedRows(pack).length;
  if (config.production === true && count > 0)
    return refusal('pack-unverified', `${String(count)} rows are not confirmed by a primary source, so that the version may not bind anybody in production.`); // prettier-ignore
  return null;
}

type Keeper = Pick<World, 'ids'> & { readonly pack: string };

async function record(
  transaction: Transaction,
  { ids, pack }: Keeper,
  row: store.PackActRow,
): Promise<void> {
  await store.insertPackAct(transaction, pack, row);
  const { version, act, actor, role, reason, seal, at } = row;
  await appendEntry(
    transaction,
    journalRow({
      shardKey: 0,
      parcelId: 0n,
      sequence: 0,
      entryId: ids.next(),
      at: at.epochMilliseconds,
      actor,
      command: `law-${act}`,
      versions: '{}',
      input: null,
      commitments: [],
      events: canonicalJson([{ type: 'law-act', act, law: `${pack}@${version}`, reason, role, seal }]), // prettier-ignore
    }),
  );
}
