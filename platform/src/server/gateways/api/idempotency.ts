/** The Idempotency-Key header: one key names one content for thirty days; another content under it is refused. */
import { hash } from 'node:crypto';
import type { Finding } from '../../../domain/kernel/finding.ts';
import { finding } from '../../../domain/validation/catalogue.ts';
import type { RegisteredParty } from '../../parties/store.ts';
import type { Platform } from '../../world.ts';
import { keepIdempotencyKey } from './store.ts';

type Claim = {
  readonly raw: Buffer;
  readonly messageId: string;
  readonly idempotencyKey: string | null;
};

/** Null when the message may go on: there is no key, or it is new, or it stands for this very content. */
export async function claimIdempotencyKey(
  platform: Platform,
  owner: RegisteredParty,
  claim: Claim,
): Promise<Finding | null> {
  const { idempotencyKey: key } = claim;
  if (key === null) return null;
  const digest = hash('sha256', claim.raw, 'buffer');
  const known = await keepIdempotencyKey(platform.database.intake, {
    partyId: owner.partyId,
    key: key.slice(0, KEY_LENGTH_MAX),
    messageId: claim.messageId,
    digest,
  });
  return known === undefined || digest.equals(known.digest)
    ? null
    : finding('idempotency-key-reused', '');
}

const KEY_LENGTH_MAX = 255;
