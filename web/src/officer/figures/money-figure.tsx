/** What was assessed today and where it stands, as the ledger says. */
import type { Figures } from '../../api/contract.ts';
import { counted, moneyText } from '../../format/amount.ts';
import { Amount } from '../../ui/amount.tsx';
import { Bars } from './bars.tsx';
import { Figure } from './figure.tsx';
import { moneySentence } from './sentences.ts';

export function MoneyFigure({ money }: { readonly money: Figures['money'] }) {
  const { currency } = money;
  const lines = [
    { label: 'Assessed', amount: money.assessed },
    { label: 'Collected at sale', amount: money.atSale },
    { label: 'Secured', amount: money.secured },
    { label: 'Paid', amount: money.paid },
    { label: 'Owed', amount: money.owed },
  ];
  /** Lengths only: the amounts shown are the server's own text. */
  const longest = Math.max(1, ...lines.map(({ amount }) => Number(amount)));
  return (
    <Figure
      sentence={moneySentence(money)}
      note={`From ${counted(money.entries, 'posting')} of the ledger, which sum to zero.`}
      picture={
        <Bars
          bars={lines.map(({ label, amount }, index) => ({
            key: label,
            label,
            share: Number(amount) / longest,
            value: moneyText({ amount, currency }),
            tone: index === 0 ? 'tone-first' : 'tone-later',
          }))}
        />
      }
      table={{
        headings: ['Standing', currency],
        rows: lines.map(({ label, amount }) => [
          label,
          <Amount key={label} money={{ amount, currency }} currency={false} />,
        ]),
      }}
    />
  );
}
