/** The money of one parcel for those who may read the ledger: its postings, and for finance the payment of what is owed. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ParcelAnswer, ParcelLedger } from '../../api/contract.ts';
import { parcelLedgerQuery, useSession } from '../../api/queries.ts';
import { clockOf, longTime } from '../../format/moment.ts';
import { chargeWords } from '../../format/words.ts';
import { Amount } from '../../ui/amount.tsx';
import { useWords } from '../../words/use-words.ts';
import { opens } from '../shell/roles.ts';
import { PaymentDialog } from './payment-dialog.tsx';

export function PaymentBlock({ answer }: { readonly answer: ParcelAnswer }) {
  return opens(useSession(), '/money') ? <Ledger answer={answer} /> : null;
}

function Ledger({ answer: { parcel } }: { readonly answer: ParcelAnswer }) {
  const { person } = useSession();
  const { money } = useWords();
  const ledger = useQuery(parcelLedgerQuery(parcel));
  const [paying, setPaying] = useState(false);
  const [paid, setPaid] = useState<string | null>(null);
  if (ledger.data === undefined) return null;
  const { standing, owed } = ledger.data;
  return (
    <>
      <h3>{money.ledger}</h3>
      <Postings postings={ledger.data.postings} />
      {standing === 'owed' && person.roles.includes('finance') ? (
        <button
          type="button"
          className="act pay"
          data-filled
          onClick={() => {
            setPaying(true);
          }}
        >
          <span className="act-label">{money.pay}</span>
        </button>
      ) : null}
      <p className="recorded" role="status" hidden={paid === null}>
        {paid}
      </p>
      {paying ? (
        <PaymentDialog
          parcel={parcel}
          owed={owed}
          onPaid={setPaid}
          onClose={() => {
            setPaying(false);
          }}
        />
      ) : null}
    </>
  );
}

function Postings({ postings }: Pick<ParcelLedger, 'postings'>) {
  const { money } = useWords();
  if (postings.length === 0) return <p className="muted">{money.noPosting}</p>;
  return (
    <ol className="postings">
      {postings.map(({ at, reason, charge, debit, credit, amount, currency }, index) => (
        <li key={index}>
          <time dateTime={at} title={longTime(at)}>
            {clockOf(at)}
          </time>
          <span>
            {money.reasons[reason]} <bdi>{chargeWords(charge)}</bdi>
            <span className="posting-sides">
              <bdi className="code">{debit}</bdi> {money.from} <bdi className="code">{credit}</bdi>
            </span>
          </span>
          <Amount money={{ amount, currency }} currency={false} />
        </li>
      ))}
    </ol>
  );
}
