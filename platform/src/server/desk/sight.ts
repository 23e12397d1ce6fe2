/** Who sees what of targeting: decided once, by role, for every page and list. */
import type { Role } from '../../domain/decision/officer.ts';

/**
 * `none`: only that the parcel waits; `words`: bands, reasons in words and what to look for, chance told as targeting is;
 * `rules`: also which rule spoke; `all`: also weights, scores, shadow rules and whether it was chance.
 */
export type Sight = 'none' | 'words' | 'rules' | 'all';

const SIGHT: Readonly<Record<Role, Sight>> = {
  'front-officer': 'words',
  'second-officer': 'words',
  supervisor: 'rules',
  'rule-approver': 'rules',
  targeter: 'all',
  auditor: 'all',
  'agency-officer': 'none',
  finance: 'none',
  administrator: 'none',
};

const ORDER: readonly Sight[] = ['none', 'words', 'rules', 'all'];

/** The widest sight that one of the roles gives. */
export const sightOf = (roles: readonly Role[]): Sight =>
  roles.reduce<Sight>(
    (widest, role) => (ORDER.indexOf(SIGHT[role]) > ORDER.indexOf(widest) ? SIGHT[role] : widest),
    'none',
  );

/** Who works with parcels: everybody but those who keep the machines. */
export const DESK_ROLES: readonly Role[] = [
  'front-officer',
  'second-officer',
  'supervisor',
  'targeter',
  'rule-approver',
  'finance',
  'auditor',
];

/** Who has a queue: field officers, and those who watch it. */
export const QUEUE_ROLES: readonly Role[] = DESK_ROLES.filter((role) => role !== 'finance');
