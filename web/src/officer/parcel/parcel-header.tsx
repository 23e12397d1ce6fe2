/** The parcel's number, lane, arrival and way at a glance, who holds it, and what its sender may see. */
import { useState } from 'react';
import type { ParcelAnswer, ParcelHeading } from '../../api/contract.ts';
import { capital, holdWords, isFlight, outsideWords, stageWords } from '../../format/words.ts';
import { millisecondsOf } from '../../format/moment.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { LaneMark } from '../../ui/lane-mark.tsx';
import { useOfficeNow } from '../../api/office-clock.ts';
import { CopyButton, ParcelNumber } from '../../ui/parcel-number.tsx';
import { Clock, Countdown } from '../../ui/when.tsx';
import type { Acting } from '../acts/acting.tsx';
import { arrange, claimAct } from '../acts/acts.ts';

type ParcelHeaderProps = { readonly answer: ParcelAnswer; readonly acting: Acting };

export function ParcelHeader({ answer, acting }: ParcelHeaderProps) {
  const { parcel } = answer;
  const [outside, setOutside] = useState(false);
  return (
    <header className="parcel-header">
      <div className="parcel-title">
        <h1>
          <ParcelNumber parcel={parcel} />
        </h1>
        <CopyButton parcel={parcel} />
        <LaneMark lane={parcel.lane} />
      </div>
      <p className="parcel-way">
        <Arrival parcel={parcel} />
        <span>{wayText(parcel)}</span>
        <span>{stateText(parcel)}</span>
      </p>
      <div className="parcel-buttons">
        <Holder answer={answer} acting={acting} />
        <button
          type="button"
          className="act act-small"
          onClick={() => {
            setOutside(true);
          }}
        >
          What the sender sees
        </button>
      </div>
      {outside ? (
        <OutsideDialog
          parcel={parcel}
          onClose={() => {
            setOutside(false);
          }}
        />
      ) : null}
    </header>
  );
}

function Arrival({ parcel }: { readonly parcel: ParcelHeading }) {
  const now = useOfficeNow();
  const { means, arrivalAt, mode } = parcel;
  if (means === null || arrivalAt === null) return means === null ? null : <span>{means}</span>;
  const verb = isFlight(means, mode) ? ['lands', 'landed'] : ['arrives', 'arrived'];
  return millisecondsOf(arrivalAt) > now ? (
    <span>
      {means} {verb[0]} in <Countdown until={arrivalAt} />
    </span>
  ) : (
    <span>
      {means} {verb[1]} at <Clock at={arrivalAt} />
    </span>
  );
}

/** 'Held for risk', 'Assessed, on its way, to be held for identity', 'Released'. */
function stateText({ stage, hold }: ParcelHeading): string {
  if (hold === null) return capital(stageWords(stage));
  const why = `held for ${holdWords(hold)}`;
  return capital(stage === 'held' ? why : `${stageWords(stage)}, to be ${why}`);
}

function wayText({ category, nature, channel, from, to }: ParcelHeading): string {
  const way = from === null || to === null ? (from ?? to) : `${from} → ${to}`;
  return [category === null ? null : `Category ${category.toString()}`, nature, channel, way]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}

function Holder({ answer, acting }: ParcelHeaderProps) {
  const { claimedBy } = answer.parcel;
  const { actions } = answer.judgement;
  const { first } = arrange(answer.parcel.lane, actions);
  const offered = claimAct(actions);
  return (
    <>
      {claimedBy === null ? null : (
        <span className="holder">Held by {claimedBy.you ? 'you' : claimedBy.name}</span>
      )}
      {offered?.enabled === true && offered !== first ? (
        <button
          type="button"
          className="act act-small"
          aria-keyshortcuts="a"
          onClick={() => {
            acting.begin(answer, offered);
          }}
        >
          {offered.label} <KeyCap>a</KeyCap>
        </button>
      ) : null}
    </>
  );
}

function OutsideDialog({
  parcel,
  onClose,
}: {
  readonly parcel: ParcelHeading;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title="What the sender sees" onClose={onClose}>
      <p className="outside-word">{capital(outsideWords(parcel.outside))}</p>
      <p>
        This word is all that leaves the platform before an outcome: not the lane, not the reason,
        not that anybody looks. It is the same for every parcel in this state, and it changes only
        on the minute.
      </p>
      <p>
        <a
          href={`/track?number=${encodeURIComponent(parcel.number)}`}
          target="_blank"
          rel="noreferrer"
        >
          Open the public page of this parcel
        </a>
      </p>
    </Dialog>
  );
}
