/** What was assessed today and where it stands, as the ledger says. */
import type { Figures } from '../../api/contract.ts';
import { moneyText } from '../../format/amount.ts';
import { Amount } from '../../ui/amount.tsx';
import { Bars } from './bars.tsx';
import { Figure } from './figure.tsx';
import { moneySentence } from './sentences.ts';
import { useWords } from '../../words/use-words.ts';

export function MoneyFigure({ money }: { readonly money: Figures['money'] }) {
  const { figures } = useWords();
  const { currency } = money;
  const said = figures.moneyLines;
  const lines = [
    { label: said.assessed, amount: money.assessed },
    { label: said.atSale, amount: money.atSale },
    { label: said.secured, amount: money.secured },
    { label: said.paid, amount: money.paid },
    { label: said.owed, amount: money.owed },
  ];
  /** Lengths only: the amounts shown are the server's own text. */
  const longest = Math.max(1, ...lines.map(({ amount }) => Number(amount)));
  return (
    <Figure
      sentence={moneySentence(money)}
      note={figures.moneyNote(money.entries)}
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
        headings: [figures.standing, currency],
        rows: lines.map(({ label, amount }) => [
          label,
          <Amount key={label} money={{ amount, currency }} currency={false} />,
        ]),
      }}
    />
  );
}
