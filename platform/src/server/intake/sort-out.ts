/** Sorts a batch by what the record already holds: new messages, repetitions, twins within the batch, and numbers used for other content. */
import type { Finding } from '../../domain/kernel/finding.ts';
import { finding } from '../../domain/validation/catalogue.ts';
import type { Loaded, LoadedSubmission } from './load.ts';
import type { Prepared } from './prepare.ts';

export type Fresh = { readonly message: number; readonly prepared: Prepared };
export type Repeated = { readonly message: number; readonly stored: LoadedSubmission };
/** The same message twice in one batch: the second gets the first one's answer. */
export type Twin = { readonly message: number; readonly sameAs: number };
export type RefusedAtOnce = { readonly message: number; readonly findings: readonly Finding[] };

export type Sorted = {
  readonly fresh: readonly Fresh[];
  readonly repeated: readonly Repeated[];
  readonly twins: readonly Twin[];
  readonly refused: readonly RefusedAtOnce[];
};

export function sortOut(messages: readonly Prepared[], loaded: Loaded): Sorted {
  const stored = new Map(
    loaded.submissions.map((row) => [`${String(row.owner)} ${row.message}`, row]),
  );
  const first = new Map<string, Fresh>();
  const sorted = {
    fresh: [] as Fresh[],
    repeated: [] as Repeated[],
    twins: [] as Twin[],
    refused: [] as RefusedAtOnce[],
  };
  messages.forEach((prepared, message) => {
    const key = `${String(prepared.arriving.owner.partyId)} ${prepared.submission.messageId}`;
    const known = stored.get(key);
    const earlier = first.get(key);
    if (known !== undefined) {
      if (known.digest === prepared.digest.toString('hex'))
        sorted.repeated.push({ message, stored: known });
      else sorted.refused.push({ message, findings: [reused(prepared)] });
    } else if (earlier !== undefined) {
      if (earlier.prepared.digest.equals(prepared.digest))
        sorted.twins.push({ message, sameAs: earlier.message });
      else sorted.refused.push({ message, findings: [reused(prepared)] });
    } else {
      const fresh = { message, prepared };
      first.set(key, fresh);
      sorted.fresh.push(fresh);
    }
  });
  return sorted;
}

const reused = (prepared: Prepared): Finding =>
  finding('message-id-reused', '/messageId', { messageId: prepared.submission.messageId });
