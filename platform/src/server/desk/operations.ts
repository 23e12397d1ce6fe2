/** The platform as those see it who keep it running: the law in force and to come, slow work, what broke, and the record. */
import { comingChanges, type Change } from '../../domain/jurisdiction/coming-changes.ts';
import { rowsInForce } from '../../domain/jurisdiction/in-force.ts';
import type { LawRow, Pack } from '../../domain/jurisdiction/pack.ts';
import { rowKinds } from '../../domain/jurisdiction/row-kinds.ts';
import { writeDay } from '../../domain/kernel/day.ts';
import { programVersion, schemaVersion } from '../http/health.ts';
import { readPublicKeys } from '../journal/key-store.ts';
import { readLatestCheckpoint } from '../journal/log-store.ts';
import { sourceTitle } from './charges-shown.ts';
import { clockText, read, type Desk } from './desk.ts';
import { countBroken, readBroken, readWorkOfKinds } from './operations-store.ts';

/** Rows that say whom to look at: who keeps the machines learns neither their names nor when they change. */
const TARGETING: ReadonlySet<string> = new Set(['risk-rule', 'selection']);

const CHANGES_SHOWN_MAX = 40;
const BROKEN_SHOWN_MAX = 10;

export async function readOperations(desk: Desk): Promise<object> {
  const { platform } = desk;
  return {
    at: clockText(desk, platform.now()),
    programs: { version: programVersion, schema: schemaVersion, pending: platform.intake.pending() },
    law: lawShown(desk),
    work: await readWorkOfKinds(platform.database.intake),
    broken: await brokenShown(desk),
    record: await recordShown(desk),
  };
} // prettier-ignore

function lawShown({ platform }: Desk): object {
  const { pack } = platform;
  const today = platform.law.dayAt(platform.now());
  const kinds = publishedKinds(pack);
  const changes = comingChanges(kinds, today);
  return {
    id: pack.id,
    title: pack.title,
    version: platform.packVersion,
    on: writeDay(today),
    kinds: Object.entries(kinds).map(([kind, rows]) => {
      const inForce = rowsInForce(rows, today);
      return {
        kind,
        rows: inForce.length,
        unverified: inForce.filter(({ verified }) => !verified).length,
      };
    }),
    changes: changes.slice(0, CHANGES_SHOWN_MAX).map((change) => changeShown(pack, change)),
    changesMore: Math.max(0, changes.length - CHANGES_SHOWN_MAX),
  };
}

const publishedKinds = (pack: Pack): Readonly<Record<string, readonly LawRow[]>> =>
  Object.fromEntries(Object.entries(rowKinds(pack)).filter(([kind]) => !TARGETING.has(kind)));

const changeShown = (pack: Pack, { on, kind, row, what, source }: Change): object => ({
  on: writeDay(on),
  kind,
  row,
  what,
  source: sourceTitle(pack, source).title,
});

const brokenShown = (desk: Desk): Promise<object> =>
  read(desk, async (transaction) => ({
    messages: await countBroken(transaction),
    latest: (await readBroken(transaction, BROKEN_SHOWN_MAX)).map(({ at, reason }) => ({
      at: clockText(desk, at.epochMilliseconds),
      reason,
    })),
  }));

async function recordShown(desk: Desk): Promise<object> {
  const pool = desk.platform.database.public;
  const checkpoint = await readLatestCheckpoint(pool);
  const keys = await readPublicKeys(pool);
  return {
    entries: checkpoint === null ? 0 : Number(checkpoint.size),
    sealedAt: checkpoint === null ? null : clockText(desk, checkpoint.at.epochMilliseconds),
    keys: keys.map(({ keyId, purpose, madeAt, retiredAt }) => ({
      keyId,
      purpose,
      madeAt: clockText(desk, madeAt.epochMilliseconds),
      retiredAt: retiredAt === null ? null : clockText(desk, retiredAt.epochMilliseconds),
    })),
  };
}
