/** The buttons of a parcel: the likeliest filled, the usual ones below it, and apart those that need a legal ground. */
import type { ParcelAnswer } from '../../api/contract.ts';
import type { Acting } from '../acts/acting.tsx';
import { ActButtons } from '../acts/act-buttons.tsx';
import { arrange } from '../acts/acts.ts';
import { useWords } from '../../words/use-words.ts';

export function ActsBlock({
  answer,
  acting,
}: {
  readonly answer: ParcelAnswer;
  readonly acting: Acting;
}) {
  const { acting: said } = useWords();
  const { first, usual, hurtful } = arrange(answer.parcel.lane, answer.judgement.actions);
  // Who has no part in judging a parcel reads so once, instead of under every act.
  const [offered] = answer.judgement.actions;
  if (answer.parcel.sight === 'none' && offered?.because !== undefined)
    return (
      <p className="muted">
        <bdi>{offered.because}</bdi>
      </p>
    );
  if (first === null && usual.length + hurtful.length === 0)
    return <p className="muted">{said.nothing}</p>;
  return (
    <div className="acts" role="group" aria-label={said.group}>
      <ActButtons
        acts={first === null ? usual : [first, ...usual]}
        filled={first}
        answer={answer}
        acting={acting}
      />
      {hurtful.length === 0 ? null : (
        <details className="hurtful">
          <summary>{said.hurtful}</summary>
          <div className="acts">
            <ActButtons acts={hurtful} answer={answer} acting={acting} />
          </div>
        </details>
      )}
    </div>
  );
}
