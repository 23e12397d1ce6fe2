/** The people who work on the demo day; their names are invented, their offices stand in the pack. */
import type { Officer } from '../../domain/decision/officer.ts';

export type DemoPerson = Officer & {
  /** What the sign-in page says beside the name. */
  readonly title: string;
};

const AIRPORT = 'XMLHX1';
const HEADQUARTERS = 'XMHQ01';

/** Who works the queue while nobody looks (demo-shift.ts). */
export const COLLEAGUE: Officer = { person: 'nadia', name: 'Nadia Roth', roles: ['front-officer'], office: AIRPORT }; // prettier-ignore
export const SECOND: Officer = { person: 'viktor', name: 'Viktor Sandoval', roles: ['front-officer', 'second-officer'], office: AIRPORT }; // prettier-ignore

export const demoPeople = (): readonly DemoPerson[] => [
  { person: 'amina', name: 'Amina Haddad', roles: ['front-officer'], office: AIRPORT, title: 'Officer, Lahira Airport' },
  { person: 'jonas', name: 'Jonas Osei', roles: ['front-officer', 'second-officer'], office: AIRPORT, title: 'Second officer, Lahira Airport' },
  { person: 'leila', name: 'Leila Marzouk', roles: ['supervisor', 'second-officer'], office: AIRPORT, title: 'Supervisor, Lahira Airport' },
  { person: 'tomas', name: 'Tomás Řehoř', roles: ['targeter'], office: HEADQUARTERS, title: 'Targeting, Headquarters' },
  { person: 'ruth', name: 'Ruth Adeyemi', roles: ['rule-approver'], office: HEADQUARTERS, title: 'Approves rules, Headquarters' },
  { person: 'samir', name: 'Samir Tahan', roles: ['finance'], office: HEADQUARTERS, title: 'Revenue, Headquarters' },
  { person: 'edda', name: 'Edda Holm', roles: ['administrator'], office: HEADQUARTERS, title: 'Administrator, Headquarters' },
  { person: 'yusuf', name: 'Yusuf Belkacem', roles: ['auditor'], office: HEADQUARTERS, title: 'Internal audit, Headquarters' },
  { person: 'hana', name: 'Hana Lindqvist', roles: ['agency-officer'], office: 'Environment Agency', title: 'Permits for species, Environment Agency' },
  { ...COLLEAGUE, title: 'Works off the queue by herself, Lahira Airport' },
  { ...SECOND, title: 'Agrees as the second by himself, Lahira Airport' },
]; // prettier-ignore
