/** Asks outside witnesses to vouch for the latest checkpoint; each sees proof that the log only grew since it last looked. */
import type { Database } from '../db/connect.ts';
import { isNoteSignedBy, type Witness } from './checkpoint.ts';
import {
  readCosignedSize,
  readLatestCheckpoint,
  readNodes,
  writeCosignature,
} from './log-store.ts';
import { consistencyProof } from './merkle.ts';

/** Gives the names of the witnesses that vouched; one that is silent or answers nonsense is reported and asked again next time. */
export async function gatherCosignatures(
  database: Pick<Database, 'intake'>,
  witnesses: readonly Witness[],
  onFailure: (witness: string, error: unknown) => void,
): Promise<readonly string[]> {
  const pool = database.intake;
  const latest = await readLatestCheckpoint(pool);
  if (latest === null) return [];
  const asked = witnesses.map(async (witness) => {
    const { name } = witness.key;
    const oldSize = Number(await readCosignedSize(pool, name));
    if (oldSize === Number(latest.size)) return null;
    const growth = { from: oldSize, to: Number(latest.size) };
    const nodeAt = await readNodes(pool, (nodes) => consistencyProof(growth, nodes));
    const line = await witness.cosign({
      oldSize,
      proof: consistencyProof(growth, nodeAt),
      note: latest.note,
    });
    if (!isNoteSignedBy(witness.key, latest.note + line))
      throw new Error(`The line of ${name} is not its signature.`);
    await writeCosignature(pool, { size: latest.size, witness: name, line });
    return name;
  });
  const outcomes = await Promise.allSettled(asked);
  return outcomes.flatMap((outcome, index) => {
    if (outcome.status === 'fulfilled') return outcome.value === null ? [] : [outcome.value];
    onFailure(witnesses[index]?.key.name ?? '', outcome.reason);
    return [];
  });
}
