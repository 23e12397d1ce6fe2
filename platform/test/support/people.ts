/** The officers of the tests: one for each role that sees or does something else. */
import type { Officer } from '../../src/domain/decision/officer.ts';

const office = 'XMLHXP';

export const AMINA: Officer = { person: 'amina', name: 'Amina Haddad', roles: ['front-officer'], office }; // prettier-ignore
export const JONAS: Officer = { person: 'jonas', name: 'Jonas Osei', roles: ['front-officer', 'second-officer'], office }; // prettier-ignore
export const LEILA: Officer = { person: 'leila', name: 'Leila Marzouk', roles: ['supervisor'], office }; // prettier-ignore
export const TOMAS: Officer = { person: 'tomas', name: 'Tomas Reyl', roles: ['targeter'], office };
export const FARID: Officer = { person: 'farid', name: 'Farid Nour', roles: ['finance'], office };
export const SAMI: Officer = {
  person: 'sami',
  name: 'Sami Dahl',
  roles: ['administrator'],
  office,
};
/** Speaks for another agency. */
export const HANA: Officer = { person: 'hana', name: 'Hana Lindqvist', roles: ['agency-officer'], office: 'Environment Agency' }; // prettier-ignore
export const YUSUF: Officer = { person: 'yusuf', name: 'Yusuf Belkacem', roles: ['auditor'], office }; // prettier-ignore
