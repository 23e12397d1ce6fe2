/** Keeps law that no primary source confirms out of an installation whose decisions bind people. */
import { join } from 'node:path';
import type { Pack } from '../../domain/jurisdiction/pack.ts';
import { rowKinds } from '../../domain/jurisdiction/row-kinds.ts';
import { exitCodes, Fault } from '../fault.ts';
import { loadPack, requirePack, type LoadedPack } from './load.ts';

type Unverified = { readonly count: number; readonly first: string };

/** The rows of law and rates of exchange that no primary source confirms. */
export const unverifiedRows = (pack: Pack): readonly object[] =>
  [...Object.values(rowKinds(pack)).flat(), ...pack.exchangeRates].filter(
    ({ verified }) => !verified,
  );

/** How many rows of a pack are not verified, and where the first stands; null when all are. */
export function unverifiedIn({ pack, placeOf }: LoadedPack): Unverified | null {
  if (pack === null) return null;
  const rows = unverifiedRows(pack);
  const [row] = rows;
  if (row === undefined) return null;
  const { file, line } = placeOf(row);
  return { count: rows.length, first: `${file} line ${String(line)}` };
}

/** A sound pack whose every row of law and rate of exchange is verified, or a fault. */
export function requireVerifiedPack(root: string, id: string): void {
  requirePack(root, id);
  const found = unverifiedIn(loadPack(join(root, id)));
  if (found === null) return;
  const rows = found.count === 1 ? '1 row' : `${String(found.count)} rows`;
  throw new Fault({
    code: 'pack-unverified',
    sentence: `The pack "${id}" has ${rows} that no primary source confirms (the first: ${found.first}), so it may not be active in production: verify them, or serve without --production.`,
    exitCode: exitCodes.inputRefused,
  });
}

/** The same of a law in force that need not be the one in the folder of packs. */
export function refuseUnverified(pack: Pack, version: string): void {
  const count = unverifiedRows(pack).length;
  if (count === 0) return;
  throw new Fault({
    code: 'pack-unverified',
    sentence: `The law in force, ${pack.id}@${version}, has ${String(count)} rows that no primary source confirms, so it may not bind anybody in production: let two persons activate a verified version, or serve without --production.`,
    exitCode: exitCodes.inputRefused,
  });
}
