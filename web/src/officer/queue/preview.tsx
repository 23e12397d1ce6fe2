/** The selected row in short: its three first reasons, what to look for, and the buttons with their keys. */
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Piece, QueueRow } from '../../api/contract.ts';
import { peekQuery } from '../../api/queries.ts';
import { capital } from '../../format/words.ts';
import { ended, lookForSentences } from '../../format/look-for.ts';
import { keyOf } from '../../format/identifier.ts';
import { MoneyText } from '../../ui/amount.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { LaneMark } from '../../ui/lane-mark.tsx';
import { ParcelNumber } from '../../ui/parcel-number.tsx';
import { ActButtons } from '../acts/act-buttons.tsx';
import type { Acting } from '../acts/acting.tsx';
import { claimAct, previewActs } from '../acts/acts.ts';
import { proposerOf } from '../acts/proposer.ts';
import type { ShownRow } from './merge-rows.ts';
import { useWords } from '../../words/use-words.ts';

/** Running down the list with j asks the server only where the officer stops. */
const SETTLE_MS = 80;

export function Preview({ shown, acting }: { readonly shown: ShownRow; readonly acting: Acting }) {
  const { queue } = useWords();
  const { row, key } = shown;
  const [settled] = useDebouncedValue(row.parcel, SETTLE_MS);
  const peek = useQuery(peekQuery(settled));
  const answer = keyOf(settled) === key ? peek.data : undefined;
  const actions = answer?.judgement.actions ?? [];
  const claim = claimAct(actions);
  const said = acting.said?.parcel === key ? acting.said : null;
  return (
    <aside className="preview" aria-label={queue.selected}>
      <div className="preview-reasons">
        <PreviewHeading row={row} />
        <Reasons row={row} pieces={answer?.judgement.pieces} lookFor={answer?.judgement.lookFor} />
        {said === null ? null : (
          <p className={said.kind === 'refused' ? 'refusal' : 'recorded'} role="status">
            {said.text}
          </p>
        )}
      </div>
      <div className="preview-acts">
        <Link className="act" data-filled to="/parcels/$scheme/$number" params={row.parcel}>
          <span className="act-label">{queue.open}</span>
          <KeyCap>o</KeyCap>
        </Link>
        {answer === undefined ? null : (
          <ActButtons
            acts={[claim, ...previewActs(row.lane, actions)].filter((act) => act !== null)}
            answer={answer}
            acting={acting}
          />
        )}
      </div>
    </aside>
  );
}

function PreviewHeading({ row }: { readonly row: QueueRow }) {
  const { queue } = useWords();
  return (
    <h2 className="preview-heading">
      <LaneMark lane={row.lane} /> <ParcelNumber parcel={row.parcel} />
      <span className="muted">
        <bdi>{row.what}</bdi>
        {row.value === null ? null : (
          <>
            {' · '}
            <MoneyText money={row.value} />
          </>
        )}
        {row.means === null ? null : ` · ${row.means}`}
        {row.proposal === null ? null : ` · ${queue.proposed(proposerOf(row.proposal))}`}
      </span>
    </h2>
  );
}

const REASONS_SHOWN = 3;

type ReasonsProps = {
  readonly row: QueueRow;
  readonly pieces: readonly Piece[] | undefined;
  readonly lookFor: readonly string[] | undefined;
};

/** Until the answer is there the first reason stands alone; the last line is what to look for, when there is anything. */
function Reasons({ row, pieces, lookFor }: ReasonsProps) {
  const looking = lookForSentences(lookFor ?? [])[0] ?? null;
  const known = pieces ?? [];
  const shown = known.length === 0 ? [{ reason: row.firstReason, detail: null }] : known;
  return (
    <ol className="preview-list">
      {shown.slice(0, looking === null ? REASONS_SHOWN : REASONS_SHOWN - 1).map((piece, index) => (
        <li key={piece.reason}>
          <bdi>{index === 0 ? <strong>{ended(piece.reason)}</strong> : ended(piece.reason)}</bdi>{' '}
          <span className="muted">{capital(piece.detail ?? '')}</span>
        </li>
      ))}
      {looking === null ? null : (
        <li>
          <bdi>{looking}</bdi>
        </li>
      )}
    </ol>
  );
}
