/** What two spellings of one person or firm have in common: name, place, numbers and ways to reach it, each folded to one form. */
import { wordsOf } from './normalise.ts';
import type { Address, Party } from './party.ts';

/** `kind` is name, place, phone, email, person, or `number:` with the register; equal text means that the parties agree in it. */
export type Trait = { readonly kind: string; readonly text: string };

/** Words that say what a firm is and not which. */
const FORMS: ReadonlySet<string> = new Set([
  ...['ltd', 'limited', 'llc', 'llp', 'inc', 'incorporated', 'corp', 'corporation', 'co', 'company', 'plc', 'pte', 'pty'],
  ...['gmbh', 'ag', 'kg', 'ug', 'bv', 'nv', 'sa', 'sas', 'sarl', 'srl', 'spa', 'sl', 'oy', 'ab', 'aps', 'sro', 'kft', 'doo'],
  ...['and', 'the', 'mr', 'mrs', 'ms', 'dr'],
]); // prettier-ignore

const SPELT_OUT: ReadonlyMap<string, string> = new Map([
  ...([['st', 'street'], ['str', 'street'], ['rd', 'road'], ['ave', 'avenue'], ['av', 'avenue'], ['ln', 'lane'], ['blvd', 'boulevard'], ['sq', 'square'], ['apt', 'flat'], ['unit', 'flat'], ['no', '']] as const),
]); // prettier-ignore

const PHONE_DIGITS_MIN = 8;
/** What is left of a number when the ways to dial a country are put aside. */
const PHONE_DIGITS_KEPT = 9;
const NAME_LETTERS_MIN = 6;

/** Every trait that a party shows; one that is too little to tell anybody apart is left out. */
export function traitsOf(party: Party): readonly Trait[] {
  const traits: Trait[] = [];
  const add = (kind: string, text: string | null): void => {
    if (text !== null && !traits.some((each) => each.kind === kind && each.text === text))
      traits.push({ kind, text });
  };
  add('name', nameOf(party));
  add('place', party.address === undefined ? null : placeOf(party.address));
  add('phone', phoneOf(party.phone));
  add('email', emailOf(party.email));
  add('person', party.personType === undefined ? null : kindOfPerson(party.personType));
  for (const { scheme, value } of party.identifiers)
    if (scheme === 'phone') add('phone', phoneOf(value));
    else if (scheme === 'email') add('email', emailOf(value));
    else add(`number:${scheme}`, wordsOf(value).join(''));
  return traits;
}

const kindOfPerson = (type: NonNullable<Party['personType']>): string =>
  type === 'natural' ? 'natural' : 'legal';

/** Its words but the legal form, in the order of the alphabet; a person needs two, because a first name is not a name. */
function nameOf({ name, personType }: Party): string | null {
  if (name === undefined) return null;
  const words = wordsOf(name).filter((word) => !FORMS.has(word));
  const isEnough = words.join('').length >= NAME_LETTERS_MIN && (personType === 'legal' || words.length > 1); // prettier-ignore
  return isEnough ? [...new Set(words)].sort().join(' ') : null;
}

/** Postcode and the numbers of the lines, or town and the lines themselves where there is no postcode. */
function placeOf({ country, postcode, city, lines }: Address): string | null {
  const words = lines.flatMap(wordsOf).map((word) => SPELT_OUT.get(word) ?? word);
  const numbers = words.filter((word) => /[0-9]/.test(word)).sort();
  if (numbers.length === 0) return null;
  if (postcode !== undefined)
    return [country, wordsOf(postcode).join(''), ...numbers].join('|');
  if (city === undefined) return null;
  return [country, wordsOf(city).join(' '), ...words.filter((word) => word !== '').sort()].join('|');
} // prettier-ignore

function phoneOf(phone: string | undefined): string | null {
  const digits = phone?.replaceAll(/[^0-9]/g, '') ?? '';
  return digits.length < PHONE_DIGITS_MIN ? null : digits.slice(-PHONE_DIGITS_KEPT);
}

function emailOf(email: string | undefined): string | null {
  const match = /^([^@+\s]+)(?:\+[^@\s]*)?@([^@\s]+)$/.exec(email?.trim().toLowerCase() ?? '');
  return match === null ? null : `${match[1] ?? ''}@${match[2] ?? ''}`;
}
