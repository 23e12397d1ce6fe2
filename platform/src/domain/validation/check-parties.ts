/** Decides whether the parties of a statement are somebody, and reduces them to what decisions may know. */
import { areDigits } from '../kernel/check-digit.ts';
import type { Address, Party, PartyFacts, PartyIdentifier } from '../parties/party.ts';
import { wordsOf } from '../parties/normalise.ts';
import { AT_DESTINATION, regionOf } from '../parties/region.ts';
import { finding } from './catalogue.ts';
import { checkCountry } from './check-identifiers.ts';
import { note, type Sheet } from './sheet.ts';
import { wholeTerm, wholeTermOf, type TermSet } from './term-set.ts';

/** Turns a normalised text into the keyed fingerprint that stands for it; only the caller has the key. */
export type Fingerprint = (normalisedText: string) => string;

/** Notes what is wrong with each party and returns them without personal content. */
export function checkParties(sheet: Sheet, fingerprint: Fingerprint): readonly PartyFacts[] {
  const facts: PartyFacts[] = [];
  const { parties } = sheet.stated;
  for (let index = 0; index < parties.length; index++) {
    const party = parties[index];
    if (party === undefined) continue;
    const words = party.name === undefined ? [] : wordsOf(party.name);
    checkParty(sheet, { party, index, words });
    facts.push(factsOf(party, words, fingerprint));
    if (isRoleTaken(parties, index)) {
      const pointer = `${sheet.pointer}/parties/${index}/role`;
      note(sheet, finding('party-repeated', pointer, { role: party.role }));
    }
  }
  checkSamePerson(sheet, facts);
  return facts;
}

type Named = { readonly party: Party; readonly index: number; readonly words: readonly string[] };

function isRoleTaken(parties: readonly Party[], index: number): boolean {
  for (let before = 0; before < index; before++) {
    if (parties[before]?.role === parties[index]?.role) return true;
  }
  return false;
}

function checkParty(sheet: Sheet, named: Named): void {
  const { party, index } = named;
  if (party.name !== undefined) checkName(sheet, named);
  if (party.address !== undefined) checkAddress(sheet, party, index);
  const { role } = party;
  if (party.phone !== undefined && !isInternationalPhone(party.phone)) {
    note(sheet, finding('phone-form', `${sheet.pointer}/parties/${index}/phone`, { role }));
  }
  if (party.email !== undefined && !isEmailAddress(party.email)) {
    note(sheet, finding('email-form', `${sheet.pointer}/parties/${index}/email`, { role }));
  }
}

/** Notes a name that names nobody. @source us-cbp-invalid-party-name */
function checkName(sheet: Sheet, { party, index, words }: Named): void {
  const { role } = party;
  const { namePlaceholders, genericConsignors } = sheet.rules;
  const placeholder = namePlaceholders === null ? null : wholeTerm(namePlaceholders, words);
  const pointer = `${sheet.pointer}/parties/${index}/name`;
  if (placeholder !== null) {
    note(sheet, finding('party-name-placeholder', pointer, { role, word: placeholder }));
  } else if (!hasTwoLetters(words)) {
    note(sheet, finding('party-name-without-letters', pointer, { role }));
  } else if (role === 'consignor' && genericConsignors !== null) {
    const generic = wholeTerm(genericConsignors, words);
    if (generic !== null)
      note(sheet, finding('consignor-generic', pointer, { role, word: generic }));
  }
}

function hasTwoLetters(words: readonly string[]): boolean {
  let letters = 0;
  for (const word of words) {
    for (let place = 0; place < word.length; place++) {
      const code = word.charCodeAt(place);
      if ((code >= 97 || code > 127) && ++letters === 2) return true;
    }
  }
  return false;
}

/** Roles whose address somebody must be able to find. */
const FOUND_BY_POST: ReadonlySet<string> = new Set(['consignor', 'consignee', 'deliver-to']);

function checkAddress(sheet: Sheet, party: Party, index: number): void {
  const { address, role } = party;
  if (address === undefined) return;
  const { rules } = sheet;
  checkCountry(sheet, address.country, `parties/${index}/address/country`);
  if (rules.addressPlaceholders !== null) {
    const word = placeholderIn(rules.addressPlaceholders, address);
    if (word !== null) {
      const pointer = `${sheet.pointer}/parties/${index}/address`;
      note(sheet, finding('address-placeholder', pointer, { role, word }));
    }
  }
  if (address.postcode !== undefined || rules.countriesWithoutPostcode === null) return;
  if (!FOUND_BY_POST.has(role) || rules.countriesWithoutPostcode.has(address.country)) return;
  const pointer = `${sheet.pointer}/parties/${index}/address/postcode`;
  note(sheet, finding('postcode-missing', pointer, { role }));
}

/** The first line, or the town, that is nothing but a placeholder. */
function placeholderIn(placeholders: TermSet, address: Address): string | null {
  for (const line of address.lines) {
    const word = wholeTermOf(placeholders, line);
    if (word !== null) return word;
  }
  return address.city === undefined ? null : wholeTermOf(placeholders, address.city);
}

/** A plus sign, then 7 to 15 digits with nothing but spaces, points, hyphens and brackets between. @source itu-e-123 */
export function isInternationalPhone(text: string): boolean {
  if (!text.startsWith('+')) return false;
  let digits = 0;
  for (let place = 1; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code >= 48 && code <= 57) digits++;
    else if (!BETWEEN_DIGITS.has(code)) return false;
  }
  return digits >= 7 && digits <= 15;
}

/** Space, brackets, hyphen, point and slash. */
const BETWEEN_DIGITS: ReadonlySet<number> = new Set([32, 40, 41, 45, 46, 47]);

/** One at sign with something before it and a domain with a point after it; only a message sent could prove more. */
export function isEmailAddress(text: string): boolean {
  const at = text.indexOf('@');
  if (at < 1 || text.includes('@', at + 1) || text.includes(' ')) return false;
  const point = text.lastIndexOf('.');
  return point > at + 1 && point < text.length - 1;
}

/** Registers that hold businesses and accounts; a natural person's number in any other scheme stays out of decisions. */
const REGISTERS: ReadonlySet<string> = new Set([
  ...['eori', 'aeo', 'lei', 'duns', 'vat', 'gst', 'ioss', 'voec', 'arn', 'ovr'],
  ...['national-collector', 'party-code', 'platform-account', 'seller-account', 'account'],
]);

/** Schemes that name a person whoever bears them. */
const PERSONAL: ReadonlySet<string> = new Set([
  ...['passport', 'national-id', 'identity-card', 'driving-licence', 'personal-customs-code'],
  ...['phone', 'email', 'date-of-birth'],
]);

const isRegistered = (party: Party, identifier: PartyIdentifier): boolean =>
  party.personType === 'legal' || party.personType === 'association'
    ? !PERSONAL.has(identifier.scheme)
    : REGISTERS.has(identifier.scheme);

/**
 * A party without personal content. Its key is the fingerprint of name, postcode and country after folding; a party
 * that is only numbered has the fingerprint of its first number.
 */
function factsOf(party: Party, words: readonly string[], fingerprint: Fingerprint): PartyFacts {
  const facts: { -readonly [Key in keyof PartyFacts]: PartyFacts[Key] } = {
    role: party.role,
    identifiers:
      party.identifiers.length === 0
        ? party.identifiers
        : party.identifiers.filter((identifier) => isRegistered(party, identifier)),
  };
  if (party.address !== undefined) facts.country = party.address.country;
  const region = endsAt(party) && party.address !== undefined ? regionOf(party.address) : undefined;
  if (region !== undefined) facts.region = region;
  if (party.personType !== undefined) facts.personType = party.personType;
  const identity = identityOf(party, words);
  if (identity !== null) facts.key = fingerprint(identity);
  return facts;
}

const endsAt = ({ role }: Party): boolean => AT_DESTINATION.some((end) => end === role);

function identityOf(party: Party, words: readonly string[]): string | null {
  if (words.length > 0) {
    let identity = '';
    for (const word of words) identity += `${word} `;
    const { address } = party;
    if (address === undefined) return `${identity}||`;
    return `${identity}|${address.postcode === undefined ? '' : foldPostcode(address.postcode)}|${address.country}`;
  }
  const [first] = party.identifiers;
  return first === undefined ? null : `${first.scheme}:${first.value}`;
}

/** Postal codes are written with and without spaces and hyphens. */
const foldPostcode = (postcode: string): string =>
  areDigits(postcode) ? postcode : wordsOf(postcode).join('');

/** Notes `consignee-is-consignor`, unless the goods come back. */
function checkSamePerson(sheet: Sheet, facts: readonly PartyFacts[]): void {
  if (sheet.stated.direction === 'return') return;
  const consignor = facts.find((party) => party.role === 'consignor')?.key;
  if (consignor === undefined) return;
  const index = facts.findIndex((party) => party.role === 'consignee' && party.key === consignor);
  if (index === -1) return;
  const pointer = `${sheet.pointer}/parties/${index}`;
  note(sheet, finding('consignee-is-consignor', pointer, { role: 'consignee' }));
}
