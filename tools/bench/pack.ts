/** Writes the pack of Meridia with any number of invented rules beside its own, as a folder that a platform can be given. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../platform/src/server/config.ts';
import { benchRules } from './rules.ts';

export const JURISDICTION = 'xm-meridia';

/** A source that the pack knows; the rules are marked as not verified, as anything invented must be. */
const SOURCE = {
  from: '2020-01-01',
  until: null,
  knownFrom: '2019-06-03',
  source: 'xm:customs-act-61',
  readOn: '2026-11-02',
  verified: false,
};

/** Gives the folder of packs. Every rule goes through the same reading and checking as those of a real pack. */
export function writeBenchPack(directory: string, rules: number): string {
  const packs = join(directory, 'packs');
  const folder = join(packs, JURISDICTION);
  mkdirSync(packs, { recursive: true });
  cpSync(join(repositoryRoot, 'packs', JURISDICTION), folder, { recursive: true });
  const file = join(folder, 'risk-rules.json');
  const own = JSON.parse(readFileSync(file, 'utf8')) as readonly object[];
  const invented = benchRules(rules).map(
    ({ id, version, title, mode, scope, when, effect, weight, reason }) => ({
      ...{ id, title, version, mode, scope, when, effect, weight, reason },
      ...SOURCE,
    }),
  );
  writeFileSync(file, JSON.stringify([...own, ...invented]));
  return packs;
}
