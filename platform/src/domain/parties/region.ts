/** The region of an address as law names it: a province or state by its ISO 3166-2 code, and nothing that anybody wrote freely. */
import type { Address, PartyFacts, PartyRole } from './party.ts';

const CODE = /^[A-Z0-9]{1,3}$/;

/** 'CA-ON' of `ON` or `CA-ON` in Canada; undefined when the subdivision is not a code. @source iso-3166-2 */
export function regionOf({ country, subdivision }: Address): string | undefined {
  if (subdivision === undefined) return undefined;
  const stated = subdivision.trim().toUpperCase();
  const code = stated.startsWith(`${country}-`) ? stated.slice(country.length + 1) : stated;
  return CODE.test(code) ? `${country}-${code}` : undefined;
}

/** Parties at whose door the goods end, the more exact first. */
export const AT_DESTINATION = ['deliver-to', 'consignee'] as const satisfies readonly PartyRole[];

/** Where the goods end, as far as the parties say. */
export function regionOfDestination(
  parties: readonly Pick<PartyFacts, 'role' | 'region'>[],
): string | undefined {
  for (const role of AT_DESTINATION) {
    const region = parties.find((party) => party.role === role)?.region;
    if (region !== undefined) return region;
  }
  return undefined;
}
