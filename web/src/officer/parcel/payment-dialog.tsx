/** Records the payment of what is owed: the amount is the ledger's, and only the reference of the bank or the till is asked for. */
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { pay } from '../../api/client.ts';
import type { Problem } from '../../api/client.ts';
import type { Money } from '../../api/contract.ts';
import { noticeSignedOut, queryClient, useSession } from '../../api/queries.ts';
import { moneyText } from '../../format/amount.ts';
import { keyOf } from '../../format/identifier.ts';
import type { ParcelIdentity } from '../../format/identifier.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words/use-words.ts';

type PaymentDialogProps = {
  readonly parcel: ParcelIdentity;
  readonly owed: Money;
  readonly onPaid: (said: string) => void;
  readonly onClose: () => void;
};

const REFERENCE_LETTERS_MAX = 70;

export function PaymentDialog({ parcel, owed, onPaid, onClose }: PaymentDialogProps) {
  const { money, shell } = useWords();
  const amount = moneyText(owed);
  const { problem, busy, record } = usePayment({ parcel, owed }, () => {
    onPaid(money.paid(amount));
    onClose();
  });
  return (
    <Dialog title={money.pay} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          record(new FormData(event.currentTarget).get('reference'));
        }}
      >
        <p>{money.paySays(amount)}</p>
        <TextInput
          name="reference"
          label={money.reference}
          required
          maxLength={REFERENCE_LETTERS_MAX}
          autoComplete="off"
        />
        {problem === null ? null : (
          <p className="refusal" role="alert">
            {problem.detail}
          </p>
        )}
        <div className="dialog-buttons">
          <Button type="submit" loading={busy}>
            {money.record(amount)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {shell.back}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function usePayment(
  { parcel, owed }: Pick<PaymentDialogProps, 'parcel' | 'owed'>,
  onRecorded: () => void,
) {
  const session = useSession();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const record = (reference: FormDataEntryValue | null): void => {
    if (typeof reference !== 'string') return;
    setBusy(true);
    void pay(parcel, { ...owed, reference: reference.trim() }, session.csrf).then(
      async (outcome) => {
        setBusy(false);
        if (!outcome.ok) {
          noticeSignedOut(outcome.problem);
          setProblem(outcome.problem);
          return;
        }
        const stale = [
          ['parcel', keyOf(parcel)],
          ['parcel-ledger', keyOf(parcel)],
          ['unpaid'],
          ['accounts'],
        ];
        await Promise.all(stale.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
        onRecorded();
      },
    );
  };
  return { problem, busy, record };
}
