/** The way to the evidence of a parcel: what the file is for, what it holds and does not hold, and the button that takes it. */
import type { ParcelAnswer } from '../../api/contract.ts';
import { evidencePath } from '../../api/client.ts';
import { useWords } from '../../words/use-words.ts';

export function EvidenceBlock({ answer: { parcel } }: { readonly answer: ParcelAnswer }) {
  const { evidence } = useWords();
  return (
    <details className="evidence">
      <summary>{evidence.title}</summary>
      <p>{evidence.says}</p>
      {parcel.sight === 'all' ? null : <p>{evidence.partly}</p>}
      <p className="muted">{evidence.recorded}</p>
      <a className="act act-small" href={evidencePath(parcel)} download>
        {evidence.button}
      </a>
    </details>
  );
}
