/** Keeps every version of the law that decisions were made under, so that a judge can have them made again under the same. */
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress } from 'node:zlib';
import type { Pack } from '../../domain/jurisdiction/pack.ts';
import { parsePack, type PackTexts } from '../../domain/jurisdiction/parse.ts';
import { parseOwn } from '../../domain/kernel/parse-own.ts';
import { FACTS_OF_RISK_RULES } from '../../domain/risk/fact-types.ts';
import type { Pool } from '../db/connect.ts';
import { execute, maybeOne, query, sql, type Queryable } from '../db/sql.ts';
import { isLaw } from './load.ts';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** How a version is named in journal entries: the first digits of the digest of its files. */
export const versionOf = (digest: string): string => digest.slice(0, 16);

/** Keeps the texts of a version once. */
export async function keepPackVersion(
  pool: Pool,
  pack: { readonly id: string; readonly version: string; readonly texts: PackTexts },
): Promise<void> {
  const known = await maybeOne(
    pool,
    sql`select version from pack_version where pack = ${pack.id} and version = ${pack.version}`,
  );
  if (known !== undefined) return;
  const law = [...pack.texts].filter(([name]) => isLaw(name));
  const files = await compress(JSON.stringify(law));
  await execute(
    pool,
    sql`
insert into pack_version (pack, version, files)
values (${pack.id}, ${pack.version}, ${files})
on conflict (pack, version) do nothing`,
  );
}

/** The files of law of a kept version; undefined when it is not kept. */
export async function readPackTexts(
  on: Queryable,
  id: string,
  version: string,
): Promise<PackTexts | undefined> {
  const row = await maybeOne<{ files: Uint8Array }>(
    on,
    sql`select files from pack_version where pack = ${id} and version = ${version}`,
  );
  if (row === undefined) return undefined;
  return new Map(parseOwn<[string, string][]>((await decompress(row.files)).toString()));
}

/** Null when this program cannot read it. */
export const parseKept = (texts: PackTexts): Pack | null =>
  parsePack(texts, FACTS_OF_RISK_RULES).pack;

/** The law as it was; undefined when this version is not kept here. */
export async function readPackVersion(
  on: Queryable,
  id: string,
  version: string,
): Promise<Pack | undefined> {
  const texts = await readPackTexts(on, id, version);
  return texts === undefined ? undefined : (parseKept(texts) ?? undefined);
}

/** Every version kept, by 'pack@version'. */
export async function readPackVersions(pool: Pool): Promise<ReadonlyMap<string, Pack>> {
  const rows = await query<{ pack: string; version: string }>(
    pool,
    sql`select pack, version from pack_version order by loaded_at limit 1000`,
  );
  const packs = new Map<string, Pack>();
  for (const { pack: id, version } of rows) {
    const pack = await readPackVersion(pool, id, version);
    if (pack !== undefined) packs.set(`${id}@${version}`, pack);
  }
  return packs;
}
