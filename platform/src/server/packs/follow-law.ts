/** Has every process decide under the law that two persons activated, a moment after their act and without a restart. */
import type { LawInUse } from '../law-in-use.ts';
import type { Database } from '../db/connect.ts';
import { readActiveVersion } from './activation-store.ts';
import { readPackVersion } from './versions.ts';

type Following = {
  readonly database: Pick<Database, 'intake'>;
  readonly inUse: LawInUse;
};

/** Takes up the law in force where it is another than the one in use; true when it was. */
export async function followLaw({ database, inUse }: Following): Promise<boolean> {
  const { id } = inUse.pack();
  const active = await readActiveVersion(database.intake, id);
  if (active === undefined || active === inUse.version()) return false;
  const pack = await readPackVersion(database.intake, id, active);
  // A law that this program cannot read is told at its next start; until then it decides as before, and every decision says so.
  if (pack === undefined) return false;
  inUse.use(pack, active);
  return true;
}

/** Looks again and again; a look that fails is made up for by the next one. */
export function watchLaw(following: Following, everyMilliseconds: number): () => void {
  let isLooking = false;
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    followLaw(following)
      .catch(() => undefined)
      .finally(() => {
        isLooking = false;
      });
  }, everyMilliseconds);
  timer.unref();
  return () => clearInterval(timer);
}
