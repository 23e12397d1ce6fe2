/** Says whether a receipt is ours, to whoever holds its number: the number is a secret between us and the sender. */
import type { Moment } from '../../domain/kernel/instant.ts';
import type { Database } from '../db/connect.ts';
import { withReceiptBatch } from '../db/transaction.ts';
import { readTransactionPlace } from '../journal/log-store.ts';
import { isReceiptIdOf, readReceiptId } from '../journal/receipts.ts';
import { readReceiptBatch } from '../journal/store.ts';
import { html, isolated } from './html.ts';
import { addressOf, type Page, type Setting } from './layout.ts';

export type GivenReceipt = { readonly at: Moment; readonly isSealed: boolean };

/** Null when no receipt was given under this number. */
export async function findReceipt(
  database: Pick<Database, 'public'>,
  id: string,
): Promise<GivenReceipt | null> {
  const place = readReceiptId(id);
  if (place === null) return null;
  return withReceiptBatch(database, place.batchId, async (transaction) => {
    const batch = await readReceiptBatch(transaction, place.batchId);
    if (batch === null || !isReceiptIdOf(batch, id)) return null;
    const sealed = await readTransactionPlace(transaction, batch.transactionId);
    return { at: batch.at, isSealed: sealed !== null };
  });
}

type Shown = {
  readonly id: string;
  readonly given: GivenReceipt | null;
  readonly clock: (at: Moment) => string;
};

export function receiptPage(setting: Setting, { id, given, clock }: Shown): Page {
  const { receipt, track } = setting.texts;
  const answer =
    given === null
      ? html`<p class="fault">${receipt.foreign}</p>`
      : html`<p>${receipt.ours(clock(given.at))}</p>
          <p class="quiet">${given.isSealed ? receipt.sealed : receipt.notSealed}</p>`;
  return {
    title: receipt.title,
    body: html`<h1>${receipt.title}</h1>
      <p class="number">${isolated(id)}</p>
      ${answer}
      <p class="quiet"><a href="${addressOf(setting, '/about#real')}">${track.real}</a>.</p>`,
  };
}
