/** Makes another version of the law of Meridia for a test: its files with one of them edited, kept as a draft. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { present } from '../../src/domain/kernel/invariant.ts';
import { installLaw } from '../../src/server/packs/activation.ts';
import { lawDigest, loadPack } from '../../src/server/packs/load.ts';
import { keepPackVersion, parseKept, versionOf } from '../../src/server/packs/versions.ts';
import type { Platform } from '../../src/server/world.ts';

export type Edit = {
  readonly file: string;
  readonly from: RegExp;
  readonly to: string;
};

/** Its version. */
export async function draftLaw(platform: Platform, { file, from, to }: Edit): Promise<string> {
  const { texts } = loadPack(join(platform.config.packsDirectory, platform.config.jurisdiction));
  const text = present(texts.get(file), `the pack has ${file}`);
  assert.match(text, from);
  const edited = new Map(texts).set(file, text.replace(from, to));
  const seal = lawDigest(edited);
  const version = versionOf(seal);
  const pack = present(parseKept(edited), 'the edited law is sound');
  await keepPackVersion(platform.database.intake, { id: pack.id, version, texts: edited });
  const law = { pack, version, seal };
  await installLaw(platform, { law, by: 'command-line', at: platform.now() });
  return version;
}
