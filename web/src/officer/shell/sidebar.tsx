/** The way to every page, with what waits there; a narrow strip beside a parcel, a bar at the foot of a phone. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { BrandMark } from '../../ui/brand-mark.tsx';
import { countsQuery } from '../../api/queries.ts';

export function Sidebar({ title, demo }: { readonly title: string; readonly demo: boolean }) {
  const counts = useQuery(countsQuery);
  return (
    <nav className="sidebar" aria-label="Pages">
      <p className="brand">
        <BrandMark />
        <span className="brand-word">Luxor</span>
      </p>
      <Entry to="/queue" icon={<path d="M2 4h12M2 8h12M2 12h8" />} label="Queue">
        {counts.data === undefined ? null : (
          <span className="sidebar-count">{counts.data.all}</span>
        )}
      </Entry>
      <Entry
        to="/search"
        icon={<path d="M7 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9zm3.300 7.800 4 4" />}
        label="Parcels"
      />
      <Entry to="/figures" icon={<path d="M3 14V8m5 6V2m5 12v-4" />} label="Figures" />
      <p className="sidebar-foot">
        {title}
        {demo ? <span>demonstration day</span> : null}
      </p>
    </nav>
  );
}

type EntryProps = {
  readonly to: '/queue' | '/search' | '/figures';
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
