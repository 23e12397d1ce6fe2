/** Opens what officers wrote beside their acts: kept encrypted, because free words may name somebody. */
import type { Platform } from '../world.ts';
import type { Entry } from './story.ts';

/** By the sequence of the entry. Only acts of officers carry notes; other entries stand on messages. */
export async function readNotes(
  { segments }: Platform,
  entries: readonly Entry[],
): Promise<ReadonlyMap<number, string>> {
  const notes = new Map<number, string>();
  for (const { sequence, events, commitments } of entries) {
    const [place] = commitments;
    if (place === undefined || !events.some(isOfOfficer)) continue;
    const reading = await segments.frame(BigInt(place.segment), place.frame);
    if (reading.kind === 'open') notes.set(sequence, Buffer.from(reading.frame).toString('utf8'));
  }
  return notes;
}

const isOfOfficer = (event: Entry['events'][number]): boolean => 'by' in event && event.by !== null;
