/** A party is what somebody wrote; who we think it is (the entity) is a dated, reversible link made later. */

export const PARTY_ROLES = [
  'consignor', 'consignee', 'seller', 'buyer', 'exporter', 'importer', 'declarant', 'representative',
  'carrier', 'notify', 'deliver-to', 'platform', 'payer', 'payment-provider', 'logistics-operator', 'post', 'warehouse',
] as const; // prettier-ignore
export type PartyRole = (typeof PARTY_ROLES)[number];

export type PersonType = 'natural' | 'legal' | 'association';

/** `scheme` names the register (eori, ioss, vat, national-collector, party-code ...). */
export type PartyIdentifier = { readonly scheme: string; readonly value: string };

export type Address = {
  readonly lines: readonly string[];
  readonly city?: string;
  readonly subdivision?: string;
  readonly postcode?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
};

/** A party as stated: personal content, kept encrypted, never in a journal body or a log. */
export type Party = {
  readonly role: PartyRole;
  readonly name?: string;
  readonly personType?: PersonType;
  readonly identifiers: readonly PartyIdentifier[];
  readonly address?: Address;
  readonly phone?: string;
  readonly email?: string;
};

/**
 * What decisions may use of a party: nothing personal. `key` is a keyed fingerprint of name and address (16 hex
 * digits), equal for equal spellings after normalisation; `identifiers` are those of legal persons and registers.
 */
export type PartyFacts = {
  readonly role: PartyRole;
  readonly country?: string;
  /** ISO 3166-2 code, of those alone at whose door the goods end: some taxes differ by province. */
  readonly region?: string;
  readonly personType?: PersonType;
  readonly key?: string;
  readonly identifiers: readonly PartyIdentifier[];
};
