/** Receives submissions of a trader, and reads back to it what it may see: its own answers and outside states. */
import type { HouseReference } from '../../../domain/advance-data/statement.ts';
import type { WireSubmission } from '../../../domain/advance-data/wire.ts';
import type { Finding } from '../../../domain/kernel/finding.ts';
import { publishedAt, tickAt } from '../../../domain/kernel/outside-state.ts';
import { refusal, type Refusal } from '../../../domain/kernel/refusal.ts';
import { failure, success, type Result } from '../../../domain/kernel/result.ts';
import { parseOwn } from '../../../domain/kernel/parse-own.ts';
import { finding } from '../../../domain/validation/catalogue.ts';
import type { CallerOf } from '../../access/caller.ts';
import { asTrader } from '../../db/transaction.ts';
import { readWire } from '../json/read-wire.ts';
import { writtenFinding } from '../../http/problem.ts';
import type { Answer, StoredAnswer } from '../../intake/arriving.ts';
import type { RegisteredParty } from '../../parties/store.ts';
import type { Platform } from '../../world.ts';
import { claimIdempotencyKey } from './idempotency.ts';
import * as store from './store.ts';

type Trader = CallerOf<'trader'>;

export type Incoming = { readonly raw: Buffer; readonly idempotencyKey: string | null };

/** Takes one message to its commit; the error are the findings that refuse it. */
export async function receiveOne(
  platform: Platform,
  trader: Trader,
  incoming: Incoming,
): Promise<Result<Answer, readonly Finding[]>> {
  const reading = readWire(incoming.raw);
  if ('findings' in reading) return failure(reading.findings);
  const owner = ownerOf(platform, trader, reading.wire);
  if (!owner.ok) return failure([owner.error]);
  const clash = await claimIdempotencyKey(platform, owner.value, {
    ...incoming,
    messageId: reading.wire.messageId,
  });
  if (clash !== null) return failure([clash]);
  const { wire } = reading;
  const arriving = { owner: owner.value, wire, raw: incoming.raw, receivedAt: platform.now() };
  const answer = await platform.intake.submit(arriving, 'single');
  return answer.status === 'refused' ? failure(answer.findings) : success(answer);
}

/** Whose message it is: the caller's own, unless the caller is the operator. */
export function ownerOf(
  platform: Platform,
  trader: Trader,
  wire: WireSubmission,
): Result<RegisteredParty, Finding> {
  if (wire.sender === trader.party.code) return success(trader.party);
  if (!trader.isOperator) return failure(finding('sender-not-yours', '/sender'));
  const owner = platform.parties.byCode(wire.sender);
  return owner === undefined
    ? failure(finding('sender-unknown', '/sender', { sender: wire.sender }))
    : success(owner);
}

/** The stored answer of one of the trader's own messages. */
export async function readOwnSubmission(
  platform: Platform,
  trader: Trader,
  messageId: string,
): Promise<Result<object, Refusal>> {
  const row = await asTrader(platform.database, String(trader.party.partyId), (transaction) =>
    store.readSubmission(transaction, messageId),
  );
  if (row === undefined)
    return failure(refusal('not-found', 'You have sent no message with this number.'));
  const answer = parseOwn<StoredAnswer>(row.answer);
  return success({
    status: answer.status,
    messageId,
    submission: row.submissionId.toString(),
    receivedAt: row.receivedAt.toString(),
    consignments: answer.consignments,
    findings: answer.findings.map(writtenFinding),
    receipt: null,
  });
}

/** What the outside may know of a parcel the trader spoke about; a change shows from the next tick on. */
export async function readOwnParcel(
  platform: Platform,
  trader: Trader,
  reference: HouseReference,
): Promise<Result<object, Refusal>> {
  const row = await asTrader(platform.database, String(trader.party.partyId), (transaction) =>
    store.readOutside(transaction, reference),
  );
  if (row === undefined)
    return failure(
      refusal('parcel-not-found', 'You have said nothing about a parcel with this number.'),
    );
  const now = platform.now();
  return success({
    reference,
    state: publishedAt({ ...row, outsideAt: row.outsideAt.epochMilliseconds }, now),
    asOf: Temporal.Instant.fromEpochMilliseconds(tickAt(now)).toString(),
  });
}
