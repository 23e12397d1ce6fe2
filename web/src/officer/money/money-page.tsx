/** The first page of finance: which parcels wait for nothing but money, and what stands on every account of the ledger. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Accounts, Unpaid } from '../../api/contract.ts';
import { accountsQuery, unpaidQuery, useSession } from '../../api/queries.ts';
import { countText, moneyText } from '../../format/amount.ts';
import { Amount } from '../../ui/amount.tsx';
import { Empty, Failed, Waiting } from '../../ui/notice.tsx';
import { ParcelNumber } from '../../ui/parcel-number.tsx';
import { useTitle } from '../../ui/title.ts';
import { When } from '../../ui/when.tsx';
import { useWords } from '../../words/use-words.ts';

export function MoneyPage() {
  const { money } = useWords();
  useTitle(money.title);
  const unpaid = useQuery(unpaidQuery);
  const accounts = useQuery(accountsQuery);
  if (unpaid.isPending || accounts.isPending) return <Waiting />;
  if (unpaid.isError) return <Failed error={unpaid.error} onRetry={() => void unpaid.refetch()} />;
  if (accounts.isError)
    return <Failed error={accounts.error} onRetry={() => void accounts.refetch()} />;
  return (
    <div className="money-page">
      <header className="page-header">
        <h1>{money.heading}</h1>
        <p className="muted">{money.says}</p>
      </header>
      <UnpaidTable unpaid={unpaid.data} />
      <AccountsTable ledger={accounts.data} />
    </div>
  );
}

function UnpaidTable({ unpaid: { parcels, more } }: { readonly unpaid: Unpaid }) {
  const { money } = useWords();
  const { person } = useSession();
  if (parcels.length === 0) return <Empty title={money.nothing}>{money.nothingSays}</Empty>;
  return (
    <section aria-label={money.heading}>
      <table className="ledger-table">
        <thead>
          <tr>
            {money.table.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
            <th scope="col" className="cell-value">
              {money.owed}
            </th>
          </tr>
        </thead>
        <tbody>
          {parcels.map(({ parcel, since, owed }) => (
            <tr key={`${parcel.scheme}:${parcel.number}`}>
              <th scope="row">
                <Link to="/parcels/$scheme/$number" params={parcel}>
                  <ParcelNumber parcel={parcel} />
                </Link>
              </th>
              <td>
                <When at={since} zone={person.zone} />
              </td>
              <td className="cell-value">
                <Amount money={owed} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more ? <p className="muted">{money.more}</p> : null}
    </section>
  );
}

function AccountsTable({ ledger: { accounts, total } }: { readonly ledger: Accounts }) {
  const { money } = useWords();
  const sum = total.map(({ balance: amount, currency }) => moneyText({ amount, currency }));
  const [account, postings] = money.accountsTable;
  return (
    <section aria-labelledby="accounts">
      <h2 id="accounts">{money.accounts}</h2>
      <p className="muted">{money.accountsSays(sum.join(', '))}</p>
      <table className="ledger-table">
        <thead>
          <tr>
            <th scope="col">{account}</th>
            {[postings, money.debit, money.credit, money.balance].map((heading) => (
              <th key={heading} scope="col" className="cell-value">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {accounts.map((each) => (
            <tr key={`${each.account} ${each.currency}`}>
              <th scope="row">
                <bdi className="code">{each.account}</bdi>
              </th>
              <td className="cell-value">{countText(each.postings)}</td>
              {[each.debit, each.credit, each.balance].map((amount, place) => (
                <td key={place} className="cell-value">
                  <Amount money={{ amount, currency: each.currency }} currency={place === 2} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
