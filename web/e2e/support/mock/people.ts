/** The invented people and the office of the mock desk. */
import type { Person } from '../../../src/api/contract.ts';

const airport = { code: 'XMLHX', name: 'Lahira Airport Express Centre' };

export const PEOPLE: readonly Person[] = [
  { id: 'amina', name: 'Amina Haddad', roles: ['front-officer'], office: airport },
  { id: 'jonas', name: 'Jonas Osei', roles: ['front-officer', 'second-officer'], office: airport },
  { id: 'leila', name: 'Leila Marzouk', roles: ['supervisor'], office: airport },
  { id: 'tomas', name: 'Tomás Řehoř', roles: ['targeter'], office: { code: 'XMHQ', name: 'Targeting Centre' } },
]; // prettier-ignore

export const ZONE = 'Africa/Cairo';

/** The demo day stands still at five past two, so that pictures and tests see the same. */
export const at = (clock: string, day = 20): string =>
  `2026-11-${day.toString().padStart(2, '0')}T${clock}:00+02:00`;

export const NOW = at('14:05');
