/** How far the record is sealed, and which keys sign it; anybody outside may check both without us. */
import type { Operations } from '../../api/contract.ts';
import { useSession } from '../../api/queries.ts';
import { countText } from '../../format/amount.ts';
import { longTime } from '../../format/moment.ts';
import { keyPurposeWords } from '../../format/words.ts';
import { When } from '../../ui/when.tsx';
import { useWords } from '../../words/use-words.ts';

export function SealedRecord({ record: { entries, sealedAt, keys } }: Pick<Operations, 'record'>) {
  const { operations: said } = useWords();
  const { person } = useSession();
  return (
    <section aria-labelledby="record">
      <h2 id="record">{said.record}</h2>
      <p className="muted">
        {sealedAt === null ? (
          said.notSealed
        ) : (
          <>
            {said.sealed(countText(entries))} <time dateTime={sealedAt}>{longTime(sealedAt)}</time>.{' '}
            {said.recordSays}
          </>
        )}
      </p>
      <table className="operations-table" aria-labelledby="record">
        <thead>
          <tr>
            {said.keyTable.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map(({ keyId, purpose, madeAt, retiredAt }) => (
            <tr key={keyId}>
              <th scope="row">
                <bdi className="code">{keyId}</bdi>
              </th>
              <td>{keyPurposeWords(purpose)}</td>
              <td>
                <When at={madeAt} zone={person.zone} />
              </td>
              <td>
                {retiredAt === null ? said.inUse : <When at={retiredAt} zone={person.zone} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
