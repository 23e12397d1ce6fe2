/** An amount that aligns on its point in a column, with its currency where it is not said above. */
import { moneyText, partsOf } from '../format/amount.ts';
import type { Money } from '../api/contract.ts';

export function Amount({
  money,
  currency = true,
}: {
  readonly money: Money;
  readonly currency?: boolean;
}) {
  const { whole, fraction } = partsOf(money.amount);
  return (
    <bdi className="amount" dir="ltr">
      <span className="amount-whole">{whole}</span>
      <span className="amount-fraction">{fraction}</span>
      {currency ? <span className="amount-currency"> {money.currency}</span> : null}
    </bdi>
  );
}

export function MoneyText({ money }: { readonly money: Money }) {
  return <bdi dir="ltr">{moneyText(money)}</bdi>;
}
