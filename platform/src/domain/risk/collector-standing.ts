/** Says whether the collector number on a parcel belongs to somebody who has to do with the parcel. */
import type { PartyStanding } from '../parties/standing.ts';
import type { RiskSubject } from './subject.ts';

/**
 * `absent`: no number stated; `unknown`: nobody holds it; `inactive`: its holder may not use it now; `held`: its holder
 * declares the parcel or is named on it; `held-by-other`: somebody else's number.
 */
export type CollectorStanding = 'absent' | 'unknown' | 'inactive' | 'held' | 'held-by-other';

export function collectorStanding({
  facts,
  knowledge,
}: Pick<RiskSubject, 'facts' | 'knowledge'>): CollectorStanding {
  if (facts.fiscal?.collector === undefined) return 'absent';
  const holder = knowledge.collectorHolder;
  if (holder === null) return 'unknown';
  if (!holder.active) return 'inactive';
  if (knowledge.declarant?.code === holder.code) return 'held';
  return isNamed(holder, facts.parties) ? 'held' : 'held-by-other';
}

const isNamed = (holder: PartyStanding, parties: RiskSubject['facts']['parties']): boolean =>
  parties.some((party) =>
    party.identifiers.some(
      ({ scheme, value }) =>
        value === holder.code || holder.collectorNumbers.includes(`${scheme}:${value}`),
    ),
  );
