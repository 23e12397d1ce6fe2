/** Seals the journal of a platform into its log: all the time while it serves, or once before a verb ends. */
import { loadSigner } from './journal/keys.ts';
import { logOrigin } from './journal/routes.ts';
import { createSealer, runSealer, type Sealer } from './journal/sealer.ts';
import type { Log } from './log.ts';
import type { Platform } from './world.ts';

async function openSealer(platform: Platform): Promise<Sealer> {
  const signer = await loadSigner(platform.database, platform.master, 'checkpoint');
  return createSealer({ database: platform.database, signer, origin: logOrigin(platform.pack.id) });
}

/** Seals round after round until it is stopped. */
export async function startSealing(
  platform: Platform,
  log: Log,
): Promise<{ stop: () => Promise<void> }> {
  const life = new AbortController();
  const running = runSealer(await openSealer(platform), {
    signal: life.signal,
    onFailure: (error) => {
      log.error({ error }, 'A round of sealing failed; the next one tries again');
    },
  });
  return {
    stop: async () => {
      life.abort();
      await running;
    },
  };
}

/** Seals what is there and gives the right to seal back; what another process seals is left to it. */
export async function sealBacklog(platform: Platform): Promise<void> {
  const sealer = await openSealer(platform);
  while ((await sealer.round()).kind === 'sealed');
  await sealer.release();
}
