/** Types a party as stated; the shape was checked at the door, so nothing can be missing here. */
import type { Address, Party } from '../parties/party.ts';
import type { WireParty } from './wire.ts';

export function readParty(wire: WireParty): Party {
  const party: { -readonly [Key in keyof Party]: Party[Key] } = {
    role: wire.role,
    identifiers: wire.identifiers ?? [],
  };
  if (wire.name !== undefined) party.name = wire.name;
  if (wire.personType !== undefined) party.personType = wire.personType;
  if (wire.address !== undefined) party.address = readAddress(wire.address);
  if (wire.phone !== undefined) party.phone = wire.phone;
  if (wire.email !== undefined) party.email = wire.email;
  return party;
}

function readAddress(wire: NonNullable<WireParty['address']>): Address {
  const address: { -readonly [Key in keyof Address]: Address[Key] } = {
    lines: wire.lines ?? [],
    country: wire.country,
  };
  if (wire.city !== undefined) address.city = wire.city;
  if (wire.subdivision !== undefined) address.subdivision = wire.subdivision;
  if (wire.postcode !== undefined) address.postcode = wire.postcode;
  return address;
}
