/** Reads pack folders from disk into packs, with the digest that decisions record. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { PackFinding } from '../../domain/jurisdiction/pack-finding.ts';
import type { Pack } from '../../domain/jurisdiction/pack.ts';
import { Fault } from '../fault.ts';
import { parsePack, type PackTexts, type RowPlace } from '../../domain/jurisdiction/parse.ts';
import { FACTS_OF_RISK_RULES } from '../../domain/risk/fact-types.ts';

export type LoadedPack = {
  readonly folder: string;
  /** SHA-256 over the names and bytes of all files of law, in hex: worked cases and the seal are not law. */
  readonly digest: string;
  readonly texts: PackTexts;
  /** Null when a finding is an error. */
  readonly pack: Pack | null;
  readonly findings: readonly PackFinding[];
  readonly placeOf: (row: object) => RowPlace;
};

/** Files of law: worked cases and the seal are not. */
export const isLaw = (name: string): boolean =>
  /\.(csv|json)$/.test(name) && !name.startsWith('cases/');

/** Names of all files of a pack, relative to it and sorted. */
function fileNames(folder: string): readonly string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

export function loadPack(folder: string): LoadedPack {
  const texts = new Map(
    fileNames(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
  const reading = parsePack(texts, FACTS_OF_RISK_RULES);
  return { folder, digest: lawDigest(texts), texts, ...reading };
}

/** SHA-256 over the names and bytes of all files of law, in the order of the texts, in hex. */
export function lawDigest(texts: PackTexts): string {
  const hash = createHash('sha256');
  for (const [name, text] of texts)
    if (isLaw(name)) hash.update(`${name}\n${Buffer.byteLength(text)}\n`).update(text);
  return hash.digest('hex');
}

/** All packs under a folder, by id of their folder; what is installed is what is there. */
export function loadPacks(root: string): ReadonlyMap<string, LoadedPack> {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'pack.json')))
    .map((entry) => entry.name)
    .sort();
  return new Map(folders.map((name) => [name, loadPack(join(root, name))]));
}

/** A sound pack, or a fault: an installation does not start with law it cannot read. */
export function requirePack(
  root: string,
  id: string,
): { readonly pack: Pack; readonly digest: string; readonly texts: PackTexts } {
  const folder = join(root, id);
  if (!existsSync(join(folder, 'pack.json')))
    throw packFault(`There is no pack "${id}" in ${root}.`);
  const { pack, digest, texts, findings } = loadPack(folder);
  if (pack !== null) return { pack, digest, texts };
  const first = findings.find(({ severity }) => severity === 'error');
  const where =
    first === undefined ? '' : `, the first in ${first.file} line ${first.line}: ${first.reason}`;
  throw packFault(`The pack "${id}" has errors${where}; run luxor pack check ${id}.`);
}

const packFault = (sentence: string): Fault => new Fault({ code: 'pack-unsound', sentence });
