/** Turns a JSON Pointer into a submission to the chain of WCO Data Model ids that names the same element. */
import { ELEMENTS, WCO_OF_PART } from '../advance-data/elements.ts';
import { WCO_OF_ROLE, type WcoParty } from '../advance-data/party-elements.ts';

/**
 * The WCO chain of a pointer such as `/consignments/0/items/1/description`; null when the model has no such element.
 * A party's place in its list says nothing of its class, so `role` must be given to name it. @source wco-data-model
 */
export function wcoPointerOf(pointer: string, role = ''): string | null {
  const [, first = '', , element = '', position = '', ...members] = pointer.split('/');
  if (first !== 'consignments') return ELEMENTS.get(first)?.wco ?? null;
  switch (element) {
    case 'parties':
      return ofParty(members, role);
    case 'items':
      return ofItem(position, members[0]);
    case 'pieces':
      return ofPart(element, members[0]);
    default:
      return ofPart(element, position);
  }
}

function ofItem(position: string, member = ''): string {
  const of = WCO_OF_PART['items'] ?? '';
  const item = /^[0-9]+$/.test(position) ? `${of}[${Number(position) + 1}]` : of;
  return (ELEMENTS.get(`items.${member}`)?.wco ?? of).replace(of, item);
}

/** An element of a consignment or of one of its parts; the part where the element has no id of its own. */
const ofPart = (part: string, member = ''): string | null =>
  ELEMENTS.get(`${part}.${member}`)?.wco ?? ELEMENTS.get(part)?.wco ?? WCO_OF_PART[part] ?? null;

const isRole = (role: string): role is keyof typeof WCO_OF_ROLE => Object.hasOwn(WCO_OF_ROLE, role);

function ofParty(members: readonly string[], role: string): string | null {
  const known = isRole(role) ? WCO_OF_ROLE[role] : undefined;
  return known === undefined ? null : memberOfParty(known, members);
}

function memberOfParty({ party, id, name }: WcoParty, members: readonly string[]): string {
  const [member = '', detail] = members;
  if (member === 'name') return `${party}/${name}`;
  if (member === 'identifiers') return `${party}/${id}`;
  const element = member === 'address' ? `address.${detail ?? 'lines'}` : member;
  const below = ELEMENTS.get(`parties.${element}`)?.wco ?? null;
  return below === null ? party : `${party}/${below}`;
}
