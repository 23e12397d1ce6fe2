/** The register of elements of a consignment security declaration: the fifteen fields that travel with air cargo and mail. */
import type { Element, ElementsOf } from './element.ts';
import type { WireSecurity } from './wire.ts';

const ofSecurity = {
  wco: null,
  purposes: ['security'],
  ground: 'transport-security-law',
  controller: 'customs-and-transport-security',
  heldBy: 'forwarder',
  givenBy: ['post', 'express-carrier', 'forwarder', 'carrier', 'handler'],
  knownFrom: 'loading',
  retention: 'record',
  recipients: ['transport-security'],
} as const satisfies Partial<Element>;

/** @source iata-resolution-651 */
export const securityElements = {
  issuerCategory: { ...ofSecurity, says: 'RA, KC or AO.' },
  issuerIdentifier: { ...ofSecurity, says: 'Approval number of the issuer.' },
  consignmentIdentifier: { ...ofSecurity, says: 'AWB, house or mail consignment.' },
  contents: { ...ofSecurity, says: 'What it holds.' },
  origin: { ...ofSecurity, says: 'Place of origin.' },
  destination: { ...ofSecurity, says: 'Place of destination.' },
  transferPoints: { ...ofSecurity, says: 'Places where it is transferred.' },
  status: { ...ofSecurity, says: 'SPX or SHR.' },
  receivedFrom: { ...ofSecurity, says: 'Entity it came from.' },
  screeningMethods: { ...ofSecurity, says: 'Codes of the methods it was screened by.' },
  exemptionGrounds: { ...ofSecurity, says: 'Code of the ground on which it was not screened.' },
  otherScreeningMethods: { ...ofSecurity, says: 'Other methods, in words.' },
  issuedBy: { ...ofSecurity, says: 'Person or number.', retention: 'message' },
  issuedAt: { ...ofSecurity, says: 'When it was issued.' },
  acceptedBy: { ...ofSecurity, says: 'Accepting regulated entity.' },
  additional: { ...ofSecurity, says: 'Anything more.' },
} as const satisfies ElementsOf<WireSecurity>;
