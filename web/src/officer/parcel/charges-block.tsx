/** What is owed, line by line as the server computed it; each line opens to its steps, its rule and its law. */
import type { ChargeLine, ChargeStep, Charges } from '../../api/contract.ts';
import { standingWords } from '../../format/words.ts';
import { Amount } from '../../ui/amount.tsx';
import { useWords } from '../../words/use-words.ts';

export function ChargesBlock({ charges }: { readonly charges: Charges }) {
  const { charges: said } = useWords();
  const { currency } = charges;
  return (
    <>
      <h3>{said.title}</h3>
      <div className="charges">
        <p className="charge-row">
          <span>{said.value}</span>
          <Amount money={charges.customsValue} />
        </p>
        {charges.lines.map((line, index) => (
          <Line key={`${line.rule}${index.toString()}`} line={line} currency={currency} />
        ))}
        {charges.lines.length === 0 ? <p className="charge-row muted">{said.none}</p> : null}
        <p className="charge-row charge-total" data-standing={charges.standing}>
          <span>{standingWords(charges.standing)}</span>
          <Amount money={{ amount: charges.total, currency }} currency={false} />
        </p>
      </div>
    </>
  );
}

function Line({ line, currency }: { readonly line: ChargeLine; readonly currency: string }) {
  const { charges: said } = useWords();
  return (
    <details className="charge">
      <summary className="charge-row">
        <span>
          <bdi>{line.label}</bdi> <bdi className="muted">{line.source.title}</bdi>
        </span>
        <Amount money={{ amount: line.amount, currency }} currency={false} />
      </summary>
      <ol className="steps">
        {line.steps.map((step, index) => (
          <Step key={`${step.what}${index.toString()}`} step={step} />
        ))}
      </ol>
      <p className="step-rule">
        {line.place === 'at-sale' ? said.atSale : said.atBorder} {said.rule}{' '}
        <bdi className="code">{line.rule}</bdi>
      </p>
    </details>
  );
}

function Step({ step }: { readonly step: ChargeStep }) {
  const from = [step.base, step.rate].filter((part) => part !== undefined);
  return (
    <li title={step.rule}>
      <span>
        {step.what}
        {from.length === 0 ? null : (
          <>
            {' '}
            <bdi dir="ltr">{from.join(' × ')}</bdi>
          </>
        )}
      </span>
      <bdi className="amount" dir="ltr">
        {step.result}
      </bdi>
    </li>
  );
}
