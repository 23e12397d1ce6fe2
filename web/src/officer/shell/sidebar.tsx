/** The way to every page, with what waits there; a narrow strip beside a parcel, a bar at the foot of a phone. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { BrandMark } from '../../ui/brand-mark.tsx';
import { countsQuery } from '../../api/queries.ts';
import type { Session } from '../../api/contract.ts';
import { useWords } from '../../words/use-words.ts';

/** Who may read the ledger has its page; finance alone has no queue. */
const LEDGER_ROLES = new Set(['finance', 'supervisor', 'auditor']);
export const readsLedger = ({ person }: Session): boolean =>
  person.roles.some((role) => LEDGER_ROLES.has(role));
const hasQueue = ({ person }: Session): boolean => person.roles.some((role) => role !== 'finance');

export function Sidebar({ session }: { readonly session: Session }) {
  const { shell } = useWords();
  const counts = useQuery({ ...countsQuery, enabled: hasQueue(session) });
  return (
    <nav className="sidebar" aria-label={shell.pages}>
      <p className="brand">
        <BrandMark />
        <span className="brand-word">Luxor</span>
      </p>
      {hasQueue(session) ? (
        <Entry to="/queue" icon={<path d="M2 4h12M2 8h12M2 12h8" />} label={shell.queue}>
          {counts.data === undefined ? null : (
            <span className="sidebar-count">{counts.data.all}</span>
          )}
        </Entry>
      ) : null}
      <Entry
        to="/search"
        icon={<path d="M7 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9zm3.300 7.800 4 4" />}
        label={shell.parcels}
      />
      <Entry to="/figures" icon={<path d="M3 14V8m5 6V2m5 12v-4" />} label={shell.figures} />
      {readsLedger(session) ? (
        <Entry
          to="/money"
          icon={
            <path d="M8 1.500v13M11.500 4.500C11 3 9.500 2.500 8 2.500c-2 0-3.500 1-3.500 2.700 0 3.800 7 1.800 7 5.600 0 1.700-1.500 2.700-3.500 2.700-1.500 0-3-.500-3.500-2" />
          }
          label={shell.money}
        />
      ) : null}
      <p className="sidebar-foot">
        {session.jurisdiction.title}
        {session.demo ? <span>{shell.demo}</span> : null}
      </p>
    </nav>
  );
}

type EntryProps = {
  readonly to: '/queue' | '/search' | '/figures' | '/money';
  readonly icon: ReactNode;
  readonly label: string;
  readonly children?: ReactNode;
};

function Entry({ to, icon, label, children }: EntryProps) {
  return (
    <Link className="sidebar-entry" title={label} to={to} activeOptions={{ includeSearch: false }}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {icon}
      </svg>
      <span className="sidebar-label">{label}</span>
      {children}
    </Link>
  );
}
