/** Parcel numbers for people: in groups of four, the country of a postal number apart, and as keys of the address bar. */

export type ParcelIdentity = { readonly scheme: string; readonly number: string };

const POSTAL = /^([A-Z]{2}\d{9})([A-Z]{2})$/;

/** The groups a person reads and types; joined without anything they are the number again. */
export function groupsOf({ number }: ParcelIdentity): readonly string[] {
  const postal = POSTAL.exec(number);
  return postal === null
    ? fours(number)
    : [...fours(postal[1] ?? ''), postal[2] ?? ''].filter((group) => group !== '');
}

function fours(text: string): string[] {
  return text.match(/.{1,4}/gu) ?? [];
}

/** One word for one parcel, for the address bar and for looking rows up. */
export const keyOf = (parcel: ParcelIdentity): string => `${parcel.scheme}:${parcel.number}`;

/** The parcel a key names, or null when it is not a key. */
export function parcelOf(key: string): ParcelIdentity | null {
  const colon = key.indexOf(':');
  if (colon < 1 || colon === key.length - 1) return null;
  return { scheme: key.slice(0, colon), number: key.slice(colon + 1) };
}
