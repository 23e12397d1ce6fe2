/** Parcels found by number, flight, seller or code; the question is in the address. */
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { SearchAnswer } from '../api/contract.ts';
import { searchQuery } from '../api/queries.ts';
import { counted } from '../format/amount.ts';
import { capital, stageWords } from '../format/words.ts';
import { Amount } from '../ui/amount.tsx';
import { LaneMark } from '../ui/lane-mark.tsx';
import { Empty, Failed, Waiting } from '../ui/notice.tsx';
import { CopyButton, ParcelNumber } from '../ui/parcel-number.tsx';
import { useTitle } from '../ui/title.ts';

const route = getRouteApi('/shell/search');

export function SearchPage() {
  const { q = '' } = route.useSearch();
  useTitle(q === '' ? 'Parcels' : `“${q}”`);
  const found = useQuery(searchQuery(q));
  return (
    <div className="search-page">
      <header className="page-header">
        <h1>{q === '' ? 'Parcels' : `Parcels for “${q}”`}</h1>
        <p className="muted" role="status">
          {found.data === undefined ? '' : foundSentence(found.data)}
        </p>
      </header>
      {q === '' ? (
        <Empty title="Search for a parcel">
          Type a number, a flight, a seller or a commodity code into the field above: Ctrl K goes
          there from everywhere. A whole number finds its one parcel.
        </Empty>
      ) : null}
      {found.isLoading ? <Waiting /> : null}
      {found.isError ? <Failed error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data === undefined || found.data.parcels.length === 0 ? null : (
        <FoundTable found={found.data.parcels} />
      )}
      {found.data?.parcels.length === 0 ? (
        <Empty title="No parcel fits">
          Check the number for O and 0, or search by flight or seller. Parcels of other offices are
          not shown.
        </Empty>
      ) : null}
    </div>
  );
}

const foundSentence = ({ parcels, more }: SearchAnswer): string =>
  more === true
    ? `The first ${counted(parcels.length, 'parcel')}; add a word to narrow them.`
    : counted(parcels.length, 'parcel');

function FoundTable({ found }: { readonly found: SearchAnswer['parcels'] }) {
  return (
    <table className="queue-table found-table">
      <thead>
        <tr>
          {['Lane', 'Stage', 'Parcel', 'What', 'From'].map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
          <th scope="col" className="cell-value">
            Value
          </th>
        </tr>
      </thead>
      <tbody>
        {found.map(({ parcel, lane, stage, what, from, value }) => (
          <tr key={`${parcel.scheme}:${parcel.number}`}>
            <td className="cell-lane">
              <LaneMark lane={lane} />
            </td>
            <td className="cell-stage">{capital(stageWords(stage))}</td>
            <td className="cell-parcel">
              <Link to="/parcels/$scheme/$number" params={parcel}>
                <ParcelNumber parcel={parcel} />
              </Link>
              <CopyButton parcel={parcel} />
            </td>
            <td className="cell-what" title={what}>
              {what}
            </td>
            <td className="cell-from">{from}</td>
            <td className="cell-value">{value === null ? '–' : <Amount money={value} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
