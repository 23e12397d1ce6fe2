/** A group of act buttons; a refusal that several share is said once, above them. */
import { useId } from 'react';
import type { OfferedAct, ParcelAnswer } from '../../api/contract.ts';
import { ActButton } from './act-button.tsx';
import type { Acting } from './acting.tsx';
import { sharedRefusal } from './acts.ts';

type ActButtonsProps = {
  readonly acts: readonly OfferedAct[];
  readonly filled?: OfferedAct | null;
  readonly answer: ParcelAnswer;
  readonly acting: Acting;
};

export function ActButtons({ acts, filled = null, answer, acting }: ActButtonsProps) {
  const shared = sharedRefusal(acts);
  const id = useId();
  return (
    <>
      {shared === null ? null : (
        <p className="shared-because muted" id={id}>
          <bdi>{shared}</bdi>
        </p>
      )}
      {acts.map((offered) => (
        <ActButton
          key={offered.act}
          offered={offered}
          filled={offered === filled}
          busy={acting.busy === offered.act}
          {...(shared !== null && offered.because === shared ? { saidAt: id } : {})}
          onPress={() => {
            acting.begin(answer, offered);
          }}
        />
      ))}
    </>
  );
}
