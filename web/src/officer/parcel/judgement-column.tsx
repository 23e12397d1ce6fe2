/** What the platform thinks and why, what is owed, what must happen before release, and the acts an officer may choose. */
import type { Judgement, ParcelAnswer, ParcelHeading, Piece } from '../../api/contract.ts';
import { clockOf } from '../../format/moment.ts';
import { lookForSentences } from '../../format/look-for.ts';
import { keyOf } from '../../format/identifier.ts';
import type { Acting } from '../acts/acting.tsx';
import { proposerOf } from '../acts/proposer.ts';
import { ActsBlock } from './acts-block.tsx';
import { ChargesBlock } from './charges-block.tsx';
import { useWords } from '../../words/use-words.ts';
import { EvidenceBlock } from './evidence-block.tsx';
import { PaymentBlock } from './payment-block.tsx';

type JudgementColumnProps = { readonly answer: ParcelAnswer; readonly acting: Acting };

export function JudgementColumn({ answer, acting }: JudgementColumnProps) {
  const { parcel: words } = useWords();
  const { judgement, parcel } = answer;
  const said = acting.said?.parcel === keyOf(parcel) ? acting.said : null;
  return (
    <section className="judgement" aria-labelledby="judgement">
      <h2 id="judgement">{words.judgement}</h2>
      <ProposalBlock judgement={judgement} />
      <Pieces pieces={judgement.pieces} />
      <LookFor judgement={judgement} />
      <Findings judgement={judgement} />
      <Filer parcel={parcel} />
      {judgement.charges === null ? null : <ChargesBlock charges={judgement.charges} />}
      <PaymentBlock answer={answer} />
      <Conditions judgement={judgement} />
      <EvidenceBlock answer={answer} />
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
  const { parcel: said } = useWords();
  const { proposal } = judgement;
  if (proposal === null) return null;
  return (
    <p className="proposal" role="note" data-own={proposal.you}>
      <strong>{said.proposal(proposerOf(proposal), clockOf(proposal.at))}</strong>{' '}
      {proposal.reason === undefined ? '' : `“${proposal.reason}”. `}
      {said.secondMust}
    </p>
  );
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  const { parcel: said } = useWords();
  if (pieces.length === 0) return <p className="no-pieces">{said.noReasons}</p>;
  return (
    <ol className="pieces">
      {pieces.map((piece) => (
        <li key={piece.reason}>
          <p className="piece-reason">
            <bdi>{piece.reason}</bdi>
          </p>
          <PieceSource piece={piece} />
          <WeightBar piece={piece} />
        </li>
      ))}
    </ol>
  );
}

function PieceSource({ piece }: { readonly piece: Piece }) {
  const { parcel: said } = useWords();
  const rule = piece.rule === undefined ? null : said.rule(piece.rule, piece.version);
  const parts = [piece.detail, rule].filter((part) => part !== undefined && part !== null);
  return parts.length === 0 ? null : <p className="piece-source">{parts.join(' · ')}</p>;
}

/** A is the lightest of the five bands, E the heaviest. */
const BANDS: Readonly<Record<Piece['band'], number>> = { A: 0.2, B: 0.4, C: 0.6, D: 0.8, E: 1 };

/** How heavy a reason is: the weight where this officer may see it, otherwise its band of five. */
function WeightBar({ piece: { weight, band } }: { readonly piece: Piece }) {
  const { parcel: said } = useWords();
  const share = weight ?? BANDS[band];
  const label = weight === undefined ? said.band(band) : said.weight(weight.toFixed(2));
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
          <bdi>
            <strong>{instructions.join(' ')}</strong>
          </bdi>
        </p>
      )}
      <p>
        <bdi>{judgement.because.join(' ')}</bdi>
      </p>
    </div>
  );
}

function Findings({ judgement }: { readonly judgement: Judgement }) {
  const { parcel: said } = useWords();
  if (judgement.findings.length === 0) return null;
  return (
    <>
      <h3>{said.findings}</h3>
      <ul className="findings">
        {judgement.findings.map((finding) => (
          <li key={`${finding.code}${finding.pointer}`}>
            <bdi>
              {finding.message} {finding.fix}
            </bdi>{' '}
            <bdi className="code" title={finding.pointer}>
              {finding.code}
            </bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

/** How well whoever declared the parcel has told us of others: for the officer's own weighing, not a reason against this one. */
function Filer({ parcel: { filer } }: { readonly parcel: ParcelHeading }) {
  const { parcel: said } = useWords();
  if (filer === null || filer === undefined || filer.quality === null) return null;
  return <p className="filer muted">{said.filer(filer.name, filer.quality.total)}</p>;
}

function Conditions({ judgement }: { readonly judgement: Judgement }) {
  const { parcel: said } = useWords();
  const { met, unmet } = judgement.conditions;
  if (met.length + unmet.length === 0) return null;
  return (
    <>
      <h3>{said.before}</h3>
      <ul className="conditions">
        {unmet.map((text) => (
          <li key={text} data-met="false">
            <svg viewBox="0 0 16 16" aria-label={said.open} role="img">
              <circle cx="8" cy="8" r="5.500" fill="none" strokeWidth="1.500" />
            </svg>
            <bdi>{text}</bdi>
          </li>
        ))}
        {met.map((text) => (
          <li key={text} data-met="true">
            <svg viewBox="0 0 16 16" aria-label={said.met} role="img">
              <path d="m3 8.500 3.200 3.200L13 4.900" fill="none" strokeWidth="1.800" />
            </svg>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
