/** What every answer of the desk needs: the world, who asks, and how times and names are written for them. */
import type { Officer } from '../../domain/decision/officer.ts';
import type { LawOfDay } from '../../domain/journey-law.ts';
import { readDay } from '../../domain/kernel/day.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import type { ParcelState } from '../../domain/parcel-state.ts';
import type { Transaction } from '../db/transaction.ts';
import { asOfficer } from '../db/transaction.ts';
import { officeTime } from '../http/office-time.ts';
import type { Platform } from '../world.ts';
import { sightOf, type Sight } from './sight.ts';
import { readNames } from './store.ts';

export type Desk = { readonly platform: Platform; readonly officer: Officer };

export const deskSight = ({ officer }: Desk): Sight => sightOf(officer.roles);

/** A moment by the clock of the jurisdiction's offices. */
export const clockText = ({ platform }: Desk, at: Moment): string =>
  officeTime(at, platform.pack.zone);

/** Runs reads under the officer's name: without one there are no rows. */
export const read = <Outcome>(
  { platform, officer }: Desk,
  work: (transaction: Transaction) => Promise<Outcome>,
): Promise<Outcome> =>
  asOfficer(platform.database, { personId: officer.person, roles: officer.roles }, work);

/** The law a parcel was last assessed under; today's before there is an assessment. */
export function lawOf({ platform }: Desk, state: ParcelState): LawOfDay {
  const on = state.charges === null ? null : readDay(state.charges.on);
  return platform.law.on(on ?? platform.law.dayAt(platform.now()));
}

export type Names = (person: string) => string;

/** Names of colleagues, by person id; an id that is none stands for itself. */
export async function readColleagues(transaction: Transaction): Promise<Names> {
  const rows = await readNames(transaction);
  const names = new Map(rows.map(({ personId, name }) => [personId, name]));
  return (person) => names.get(person) ?? person;
}

export type Colleague = { readonly id: string; readonly name: string; readonly you: boolean };

export const colleague = ({ officer }: Desk, names: Names, person: string): Colleague => ({
  id: person,
  name: names(person),
  you: person === officer.person,
});
