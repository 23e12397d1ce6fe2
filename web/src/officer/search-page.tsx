/** Parcels found by number, flight, seller or code; the question is in the address. */
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { SearchAnswer } from '../api/contract.ts';
import { searchQuery } from '../api/queries.ts';
import { capital, stageWords } from '../format/words.ts';
import { Amount } from '../ui/amount.tsx';
import { LaneMark } from '../ui/lane-mark.tsx';
import { Empty, Failed, Waiting } from '../ui/notice.tsx';
import { CopyButton, ParcelNumber } from '../ui/parcel-number.tsx';
import { useTitle } from '../ui/title.ts';
import { words } from '../words/current.ts';
import { useWords } from '../words/use-words.ts';

const route = getRouteApi('/shell/search');

export function SearchPage() {
  const { q = '' } = route.useSearch();
  const { search: said } = useWords();
  useTitle(q === '' ? said.title : `“${q}”`);
  const found = useQuery(searchQuery(q));
  return (
    <div className="search-page">
      <header className="page-header">
        <h1>{q === '' ? said.title : said.titleFor(q)}</h1>
        <p className="muted" role="status">
          {found.data === undefined ? '' : foundSentence(found.data)}
        </p>
      </header>
      {q === '' ? <Empty title={said.empty}>{said.emptySays}</Empty> : null}
      {found.isLoading ? <Waiting /> : null}
      {found.isError ? <Failed error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data === undefined || found.data.parcels.length === 0 ? null : (
        <FoundTable found={found.data.parcels} />
      )}
      {found.data?.parcels.length === 0 ? (
        <Empty title={said.nothing}>{said.nothingSays}</Empty>
      ) : null}
    </div>
  );
}

function foundSentence({ parcels, more }: SearchAnswer): string {
  const { search: said, queue } = words();
  return more === true ? said.first(parcels.length) : queue.parcels(parcels.length);
}

function FoundTable({ found }: { readonly found: SearchAnswer['parcels'] }) {
  const { queue, search: said } = useWords();
  return (
    <table className="queue-table found-table">
      <thead>
        <tr>
          {said.headings.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
          <th scope="col" className="cell-value">
            {queue.value}
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
              <bdi>{what}</bdi>
            </td>
            <td className="cell-from">{from}</td>
            <td className="cell-value">{value === null ? '–' : <Amount money={value} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
