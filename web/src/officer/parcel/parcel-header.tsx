/** The parcel's number, lane, arrival and way at a glance, who holds it, and what its sender may see. */
import { useState } from 'react';
import type { ParcelAnswer, ParcelHeading } from '../../api/contract.ts';
import {
  actLabel,
  capital,
  channelWords,
  holdWords,
  isFlight,
  natureWords,
  outsideWords,
  stageWords,
} from '../../format/words.ts';
import { millisecondsOf } from '../../format/moment.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { LaneMark } from '../../ui/lane-mark.tsx';
import { useOfficeNow } from '../../api/office-clock.ts';
import { CopyButton, ParcelNumber } from '../../ui/parcel-number.tsx';
import { Clock, Countdown } from '../../ui/when.tsx';
import type { Acting } from '../acts/acting.tsx';
import { arrange, claimAct } from '../acts/acts.ts';
import { words } from '../../words/current.ts';
import { useWords } from '../../words/use-words.ts';

type ParcelHeaderProps = { readonly answer: ParcelAnswer; readonly acting: Acting };

export function ParcelHeader({ answer, acting }: ParcelHeaderProps) {
  const { parcel } = answer;
  const { parcel: said } = useWords();
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
          {said.outside}
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
  const { parcel: said } = useWords();
  const now = useOfficeNow();
  const { means, arrivalAt, mode } = parcel;
  if (means === null || arrivalAt === null) return means === null ? null : <span>{means}</span>;
  const flies = isFlight(means, mode);
  return millisecondsOf(arrivalAt) > now ? (
    <span>
      {flies ? said.landsIn(means) : said.arrivesIn(means)} <Countdown until={arrivalAt} />
    </span>
  ) : (
    <span>
      {flies ? said.landedAt(means) : said.arrivedAt(means)} <Clock at={arrivalAt} />
    </span>
  );
}

/** 'Held for risk', 'Assessed, on its way, to be held for identity', 'Released'. */
function stateText({ stage, hold }: ParcelHeading): string {
  if (hold === null) return capital(stageWords(stage));
  return capital(words().parcel.heldFor(stageWords(stage), holdWords(hold), stage === 'held'));
}

/** Keeps a name of another script from turning the arrow round. */
const isolated = (name: string): string => `\u2068${name}\u2069`;

function wayText({ category, nature, channel, from, to }: ParcelHeading): string {
  const arrow = words().direction === 'rtl' ? '←' : '→';
  const way =
    from === null || to === null ? (from ?? to) : `${isolated(from)} ${arrow} ${isolated(to)}`;
  return [
    category === null ? null : words().parcel.category(category),
    nature === null ? null : natureWords(nature),
    channel === null ? null : channelWords(channel),
    way,
  ]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}

function Holder({ answer, acting }: ParcelHeaderProps) {
  const { parcel: said } = useWords();
  const { claimedBy } = answer.parcel;
  const { actions } = answer.judgement;
  const { first } = arrange(answer.parcel.lane, actions);
  const offered = claimAct(actions);
  return (
    <>
      {claimedBy === null ? null : (
        <span className="holder">{said.heldBy(claimedBy.you ? null : claimedBy.name)}</span>
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
          {actLabel(offered)} <KeyCap>a</KeyCap>
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
  const { parcel: said } = useWords();
  return (
    <Dialog title={said.outside} onClose={onClose}>
      <p className="outside-word">{capital(outsideWords(parcel.outside))}</p>
      <p>{said.outsideSays}</p>
      <p>
        <a
          href={`/track?number=${encodeURIComponent(parcel.number)}`}
          target="_blank"
          rel="noreferrer"
        >
          {said.publicPage}
        </a>
      </p>
    </Dialog>
  );
}
