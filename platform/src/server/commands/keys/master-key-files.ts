/** Puts a new master key in the place of the old one, so that a crash at any moment leaves at least one of them readable. */
import { existsSync } from 'node:fs';
import { link, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import process from 'node:process';

export type Replacing = {
  /** Where the platform looks for its master key. */
  readonly file: string;
  /** Where the new one was made. */
  readonly next: string;
  readonly retiredId: string;
};

/** The old key gets its retired name first; the rename that follows replaces it at once. */
export async function putInPlace({ file, next, retiredId }: Replacing): Promise<void> {
  const retired = `${file}.retired.${retiredId}`;
  if (!existsSync(retired)) await link(file, retired);
  await rename(next, file);
  await syncFolder(dirname(file));
}

/** Windows has no way to sync a folder, and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
