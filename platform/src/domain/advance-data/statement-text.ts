/** The written form of a statement's facts: the wire form without anything personal, read again by the same reader. */
import { invariant } from '../kernel/invariant.ts';
import { parseOwn } from '../kernel/parse-own.ts';
import type { PartyFacts } from '../parties/party.ts';
import { readConsignment } from './read-submission.ts';
import { createReader } from './reader.ts';
import type { ConsignmentFacts } from './statement.ts';
import type { WireConsignment } from './wire.ts';

/** A consignment as stated, without its parties, and what decisions may use of them. */
export type WrittenFacts = Omit<WireConsignment, 'parties'> & {
  partyFacts?: readonly PartyFacts[];
};

/** Writes the facts of a consignment as stated; names, addresses and the issuer of a security declaration stay out. */
export function writeFacts(wire: WireConsignment, partyFacts: readonly PartyFacts[]): string {
  const written: WrittenFacts & { parties?: undefined } = {
    ...wire,
    parties: undefined,
    partyFacts,
  };
  if (wire.security?.issuedBy !== undefined) {
    const { issuedBy, ...security } = wire.security;
    invariant(issuedBy !== '', 'the issuer stays in the encrypted message only');
    written.security = security;
  }
  return JSON.stringify(written);
}

/** Reads facts that `writeFacts` wrote; a value that cannot be read is a fault, because the door let it in. */
export const readFacts = (text: string): ConsignmentFacts =>
  readWrittenFacts(parseOwn<WrittenFacts>(text));

export function readWrittenFacts(written: WrittenFacts): ConsignmentFacts {
  const reader = createReader();
  const consignment = readConsignment(reader, written, '');
  invariant(reader.findings.length === 0, 'written facts are readable');
  return Object.assign(consignment, { parties: written.partyFacts ?? [] });
}
