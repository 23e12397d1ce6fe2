/** Which pages a person's roles open, and which of them comes first: what the server would refuse is not offered. */
import type { Session } from '../../api/contract.ts';

/** In the order in which one of them is somebody's first page. */
const PAGES = ['/queue', '/money', '/agency', '/operations', '/search', '/figures'] as const;
export type Page = (typeof PAGES)[number];

const FIELD = ['front-officer', 'second-officer', 'supervisor'];
const QUEUE = [...FIELD, 'targeter', 'rule-approver', 'auditor'];
/** Who works with the parcels of Customs: neither another agency nor those who keep the machines. */
const DESK = [...QUEUE, 'finance'];

const OPEN_TO: Readonly<Record<Page, readonly string[]>> = {
  '/queue': QUEUE,
  '/money': ['finance', 'supervisor', 'auditor'],
  '/agency': ['agency-officer'],
  '/operations': ['administrator'],
  '/search': DESK,
  '/figures': DESK,
};

export const opens = ({ person }: Session, page: Page): boolean =>
  person.roles.some((role) => OPEN_TO[page].includes(role));

/** Where a person's work waits; whose roles open nothing is told so by the server in the queue's place. */
export const firstPageFor = (session: Session): Page =>
  PAGES.find((page) => opens(session, page)) ?? '/queue';

/** The page that an address belongs to; a parcel belongs to the search. Null for what is open to everybody. */
export function pageOf(pathname: string): Page | null {
  if (pathname.startsWith('/parcels/')) return '/search';
  return PAGES.find((page) => page === pathname) ?? null;
}
