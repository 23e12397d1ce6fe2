/** What the platform thinks and why, what is owed, what must happen before release, and the acts an officer may choose. */
import type { Judgement, ParcelAnswer, Piece } from '../../api/contract.ts';
import { clockOf } from '../../format/moment.ts';
import { lookForSentences } from '../../format/look-for.ts';
import { keyOf } from '../../format/identifier.ts';
import type { Acting } from '../acts/acting.tsx';
import { proposerOf } from '../acts/proposer.ts';
import { ActsBlock } from './acts-block.tsx';
import { ChargesBlock } from './charges-block.tsx';

type JudgementColumnProps = { readonly answer: ParcelAnswer; readonly acting: Acting };

export function JudgementColumn({ answer, acting }: JudgementColumnProps) {
  const { judgement, parcel } = answer;
  const said = acting.said?.parcel === keyOf(parcel) ? acting.said : null;
  return (
    <section className="judgement" aria-labelledby="judgement">
      <h2 id="judgement">Judgement</h2>
      <ProposalBlock judgement={judgement} />
      <Pieces pieces={judgement.pieces} />
      <LookFor judgement={judgement} />
      <Findings judgement={judgement} />
      {judgement.charges === null ? null : <ChargesBlock charges={judgement.charges} />}
      <Conditions judgement={judgement} />
      <div className="acts-dock">
        <ActsBlock answer={answer} acting={acting} />
        {said === null ? null : (
          <p className={said.kind === 'refused' ? 'refusal' : 'recorded'} role="status">
            {said.text}
          </p>
        )}
      </div>
    </section>
  );
}

function ProposalBlock({ judgement }: { readonly judgement: Judgement }) {
  const { proposal } = judgement;
  if (proposal === null) return null;
  return (
    <p className="proposal" role="note" data-own={proposerOf(proposal) === 'You'}>
      <strong>
        {proposerOf(proposal)} proposed release at {clockOf(proposal.at)}.
      </strong>{' '}
      {proposal.reason === undefined ? '' : `“${proposal.reason}”. `}A second officer must confirm
      it.
    </p>
  );
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  if (pieces.length === 0) return <p className="no-pieces">Nothing speaks against this parcel.</p>;
  return (
    <ol className="pieces">
      {pieces.map((piece) => (
        <li key={piece.reason}>
          <p className="piece-reason">{piece.reason}</p>
          <PieceSource piece={piece} />
          <WeightBar piece={piece} />
        </li>
      ))}
    </ol>
  );
}

function PieceSource({ piece }: { readonly piece: Piece }) {
  const rule =
    piece.rule === undefined
      ? null
      : `rule ${piece.rule}${piece.version === undefined ? '' : `, version ${piece.version.toString()}`}`;
  const parts = [piece.detail, rule].filter((part) => part !== undefined && part !== null);
  return parts.length === 0 ? null : <p className="piece-source">{parts.join(' · ')}</p>;
}

/** A is the lightest of the five bands, E the heaviest. */
const BANDS: Readonly<Record<Piece['band'], number>> = { A: 0.2, B: 0.4, C: 0.6, D: 0.8, E: 1 };

/** How heavy a reason is: the weight where this officer may see it, otherwise its band of five. */
function WeightBar({ piece: { weight, band } }: { readonly piece: Piece }) {
  const share = weight ?? BANDS[band];
  const label = weight === undefined ? `band ${band} of A to E` : `weight ${weight.toFixed(2)}`;
  return (
    <svg className="weight" role="img" aria-label={label} height="4" width="100%">
      <title>{label}</title>
      <rect className="weight-track" width="100%" height="4" rx="2" />
      <rect
        className="weight-fill"
        width={`${Math.round(Math.min(1, Math.max(0.03, share)) * 100).toString()}%`}
        height="4"
        rx="2"
      />
    </svg>
  );
}

function LookFor({ judgement }: { readonly judgement: Judgement }) {
  const instructions = lookForSentences(judgement.lookFor);
  if (instructions.length + judgement.because.length === 0) return null;
  return (
    <div className="look-for">
      {instructions.length === 0 ? null : (
        <p>
          <strong>{instructions.join(' ')}</strong>
        </p>
      )}
      <p>{judgement.because.join(' ')}</p>
    </div>
  );
}

function Findings({ judgement }: { readonly judgement: Judgement }) {
  if (judgement.findings.length === 0) return null;
  return (
    <>
      <h3>Findings</h3>
      <ul className="findings">
        {judgement.findings.map((finding) => (
          <li key={`${finding.code}${finding.pointer}`}>
            {finding.message} {finding.fix}{' '}
            <bdi className="code" title={finding.pointer}>
              {finding.code}
            </bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

function Conditions({ judgement }: { readonly judgement: Judgement }) {
  const { met, unmet } = judgement.conditions;
  if (met.length + unmet.length === 0) return null;
  return (
    <>
      <h3>Before release</h3>
      <ul className="conditions">
        {unmet.map((text) => (
          <li key={text} data-met="false">
            <svg viewBox="0 0 16 16" aria-label="open" role="img">
              <circle cx="8" cy="8" r="5.500" fill="none" strokeWidth="1.500" />
            </svg>
            {text}
          </li>
        ))}
        {met.map((text) => (
          <li key={text} data-met="true">
            <svg viewBox="0 0 16 16" aria-label="met" role="img">
              <path d="m3 8.500 3.200 3.200L13 4.900" fill="none" strokeWidth="1.800" />
            </svg>
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}
