/** The way to every page, with what waits there; a narrow strip beside a parcel, a bar at the foot of a phone. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BrandMark } from '../../ui/brand-mark.tsx';
import { agencyQuery, countsQuery } from '../../api/queries.ts';
import type { Session } from '../../api/contract.ts';
import { useWords } from '../../words/use-words.ts';
import { standingOf } from '../agency/choices.ts';
import { opens, type Page } from './roles.ts';

const ICONS: Readonly<Record<Page, string>> = {
  '/queue': 'M2 4h12M2 8h12M2 12h8',
  '/agency': 'M2 3h12v8H8l-3 3v-3H2zM5 7.200l2 2 4-4',
  '/search': 'M7 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9zm3.300 7.800 4 4',
  '/figures': 'M3 14V8m5 6V2m5 12v-4',
  '/money':
    'M8 1.500v13M11.500 4.500C11 3 9.500 2.500 8 2.500c-2 0-3.500 1-3.500 2.700 0 3.800 7 1.800 7 5.600 0 1.700-1.500 2.700-3.500 2.700-1.500 0-3-.500-3.500-2',
  '/operations': 'M2 2.500h12v4.500H2zM2 9h12v4.500H2zM4.500 4.750h.010M4.500 11.250h.010',
};

/** As they stand in the sidebar: the work first, then where to look things up. */
const ORDER: readonly Page[] = [
  '/queue',
  '/agency',
  '/operations',
  '/search',
  '/figures',
  '/money',
];

export function Sidebar({ session }: { readonly session: Session }) {
  const { shell } = useWords();
  const waiting = useWaiting(session);
  return (
    <nav className="sidebar" aria-label={shell.pages}>
      <p className="brand">
        <BrandMark />
        <span className="brand-word">Luxor</span>
      </p>
      {ORDER.filter((page) => opens(session, page)).map((page) => (
        <Link
          key={page}
          className="sidebar-entry"
          title={shell.page[page]}
          to={page}
          activeOptions={{ includeSearch: false }}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={ICONS[page]} />
          </svg>
          <span className="sidebar-label">{shell.page[page]}</span>
          {waiting[page] === undefined ? null : (
            <span className="sidebar-count">{waiting[page]}</span>
          )}
        </Link>
      ))}
      <p className="sidebar-foot">
        {session.jurisdiction.title}
        {session.demo ? <span>{shell.demo}</span> : null}
      </p>
    </nav>
  );
}

/** How much waits on a page for this person; a page where nothing can wait has no figure. */
function useWaiting(session: Session): Readonly<Partial<Record<Page, number>>> {
  const counts = useQuery({ ...countsQuery, enabled: opens(session, '/queue') });
  const asked = useQuery({ ...agencyQuery, enabled: opens(session, '/agency') });
  return {
    ...(counts.data === undefined ? {} : { '/queue': counts.data.all }),
    ...(asked.data === undefined
      ? {}
      : { '/agency': asked.data.filter((parcel) => standingOf(parcel) === 'waiting').length }),
  };
}
