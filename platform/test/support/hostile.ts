/** Finds the hostile inputs beside the repository, and makes hostile streams that no file could hold. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { TestContext } from 'node:test';

const SHARED =
  process.env['LUXOR_SHARED'] ??
  path.resolve(import.meta.dirname, '..', '..', '..', '..', 'shared');

/** The bytes of a file of samples/hostile; undefined after skipping the test when it is not on this machine. */
export async function hostileFile(
  context: TestContext,
  name: string,
): Promise<Uint8Array | undefined> {
  // prettier-ignore
  const file = path.join(SHARED, 'samples', 'hostile', name);
  try {
    return await readFile(file);
  } catch {
    context.skip(`${file} is absent; set LUXOR_SHARED to the folder that holds samples/hostile`);
    return undefined;
  }
}

/** One chunk after another. */
export async function* stream(...chunks: (Uint8Array | string)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

/** The same bytes in pieces of a size, so that every boundary is met. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size)
    yield bytes.subarray(start, start + size);
}

/** A line of `bytes` letters between two others, made as it is read. */
export async function* streamWithLongLine(
  before: string,
  bytes: number,
  after: string,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${before}\n`);
  const chunk = Buffer.alloc(1_048_576, 'a');
  for (let sent = 0; sent < bytes; sent += chunk.length) yield chunk;
  yield Buffer.from(`\n${after}\n`);
}

/** Everything a door yields. */
export async function collected<T>(source: AsyncIterable<T>): Promise<T[]> {
  return Array.fromAsync(source);
}
