/** Measures on invented pairs how often what is taken for one entity is one, and shows what must never be. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { matchParties, placeParty, type KnownParty, type Neighbour } from './match.ts';
import type { Party } from './party.ts';
import { traitsOf } from './traits.ts';

const GIVEN = [
  'Darya',
  'Omar',
  'Lucía',
  'Jürgen',
  'Mei',
  'Tariq',
  'Anneke',
  'Søren',
  'Priya',
  'Élodie',
];
const FAMILY = [
  'Kestrel',
  "O'Brien",
  'Müller',
  'Marzouk',
  'Łukasz',
  'Van den Berg',
  'Osei',
  'Řehoř',
];
const TRADES = [
  'Ampere',
  'Blue Heron',
  'Cardamom',
  'Delta Nine',
  'Evergreen',
  'Foxglove',
  'Granite',
  'Harbour',
];
const GOODS = ['Trading', 'Electronics', 'Textiles', 'Toys'];
const FORMS = ['Ltd', 'Limited', 'Ltd.', 'LTD', 'Co., Ltd.', ''];
const STREETS = ['Weaver Street', 'Harbour Lane', 'Mill Road', 'Old Quay'];
const SHORT: readonly (readonly [string, string])[] = [
  ['Street', 'St.'],
  ['Lane', 'Ln'],
  ['Road', 'Rd'],
];

/** A generator of our own, so that each run measures the same pairs. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
type Chance = (below: number) => number;
const one = <T>(among: readonly T[], below: Chance): T => among[below(among.length)] as T;

type Invented = {
  readonly isFirm: boolean;
  readonly words: readonly string[];
  readonly street: string;
  readonly house: number;
  readonly postcode: string;
  readonly phone: string;
  readonly eori: string;
};

function invent(below: Chance): Invented {
  const isFirm = below(2) === 0;
  const words = isFirm
    ? [one(TRADES, below), one(GOODS, below)]
    : [one(GIVEN, below), one(FAMILY, below)];
  const digits = (count: number): string => Array.from({ length: count }, () => below(10)).join('');
  return {
    isFirm,
    words,
    street: one(STREETS, below),
    house: 1 + below(30),
    postcode: `203${digits(2)}`,
    phone: `5${digits(8)}`,
    eori: `XM${digits(9)}`,
  };
}

/** One of the ways in which a source may write somebody down; one in ten leaves out the address, and most a number. */
function write(
  { isFirm, words, street, house, postcode, phone, eori }: Invented,
  below: Chance,
): Party {
  const spelt = below(2) === 0 ? words.join(' ') : words.toReversed().join(', ');
  const name = isFirm ? `${words.join(' ')} ${one(FORMS, below)}` : spelt;
  const [long, short] = one(SHORT, below);
  const line = below(2) === 0 ? `${house} ${street}` : `${street.replace(long, short)}, ${house}`;
  return {
    role: 'seller',
    name: below(2) === 0 ? name.toUpperCase() : name.normalize('NFD'),
    personType: isFirm ? 'legal' : 'natural',
    identifiers:
      isFirm && below(3) === 0
        ? [{ scheme: 'eori', value: below(2) === 0 ? eori : eori.replace('XM', 'XM ') }]
        : [],
    ...(below(10) > 0
      ? {
          address: {
            lines: [line],
            city: 'Lahira',
            postcode: below(2) === 0 ? postcode : postcode.replace('203', '203 '),
            country: 'XM',
          },
        }
      : {}),
    ...(below(3) === 0 ? { phone: below(2) === 0 ? `+99 ${phone}` : `0099${phone}` } : {}),
  };
}

/** Somebody else who has much in common: a neighbour, a sister firm in the same house, a bearer of the same name, one of the household. */
function near(person: Invented, below: Chance): Invented {
  const other = invent(below);
  switch (below(4)) {
    case 0:
      return {
        ...person,
        words: other.words,
        eori: other.eori,
        phone: other.phone,
        isFirm: other.isFirm,
      };
    case 1:
      return { ...person, words: [person.words[0] ?? '', 'Holdings'], eori: other.eori };
    case 2:
      return { ...other, isFirm: person.isFirm, words: person.words };
    default:
      return { ...person, words: [one(GIVEN, below), 'Quint'], isFirm: false };
  }
}

const known = (key: string, party: Party): KnownParty => ({ key, traits: traitsOf(party) });
const PAIRS = 20_000;

suite('The matching of parties', () => {
  test('takes two for one in more than 99.9 of 100 cases rightly, and finds more than 80 of 100', (context) => {
    const below = chance(20_261_124);
    let [rightly, wrongly, missed] = [0, 0, 0];
    for (let pair = 0; pair < PAIRS; pair++) {
      const person = invent(below);
      const isOne = pair % 2 === 0;
      const other = isOne ? person : near(person, below);
      if (!isOne && other.words.join() === person.words.join() && other.postcode === person.postcode) continue;
      const match = matchParties(known('a', write(person, below)), known('b', write(other, below)));
      if (match === null) missed += isOne ? 1 : 0;
      else if (isOne) rightly += 1;
      else wrongly += 1;
    }
    const [precision, recall] = [rightly / (rightly + wrongly), rightly / (rightly + missed)];
    context.diagnostic(`precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)} of ${PAIRS} pairs`);
    assert.ok(precision > 0.999, `precision ${precision}`);
    assert.ok(recall > 0.8, `recall ${recall}`);
  });

  test('does not depend on who is looked at first, and finds everybody to be the same as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const below = chance(seed);
        const person = invent(below);
        const [left, right] = [known('a', write(person, below)), known('b', write(below(2) === 0 ? person : near(person, below), below))];
        assert.deepEqual(matchParties(left, right), matchParties(right, left));
      }),
    );
  });

  const firm = (more: Partial<Party>): KnownParty =>
    known('k', { role: 'seller', personType: 'legal', name: 'Ampere Shop Ltd', identifiers: [], ...more });
  const eori = (value: string): Pick<Party, 'identifiers'> => ({ identifiers: [{ scheme: 'eori', value }] });
  const at = (line: string): Pick<Party, 'address'> => ({ address: { lines: [line], postcode: '10114', country: 'XQ' } });

  test('never rests on a number alone, nor on a place or a telephone', () => {
    const other = { name: 'Quite Another Name' };
    assert.equal(matchParties(firm(eori('XM1')), firm({ ...other, ...eori('XM1') })), null);
    assert.equal(matchParties(firm({ ...at('3 Quay'), phone: '+99 51234567' }), firm({ ...other, ...at('3 Quay'), phone: '0051234567' })), null);
    assert.equal(matchParties(firm({}), firm({})), null, 'a name alone is not enough either');
    assert.deepEqual(matchParties(firm({ ...eori('XM1'), ...at('3 Quay') }), firm({ name: 'AMPERE SHOP', ...eori('xm-1'), ...at('Quay 3') })), { confidence: 990, because: ['name', 'number:eori', 'place'] });
  });

  test('keeps apart holders of two numbers, and a person from a firm, whatever else agrees', () => {
    assert.equal(matchParties(firm({ ...at('3 Quay'), ...eori('XM1') }), firm({ ...at('3 Quay'), ...eori('XM2') })), null);
    assert.equal(matchParties(firm(at('3 Quay')), firm({ ...at('3 Quay'), personType: 'natural' })), null);
  });

  test('puts nobody into an entity with a member that it cannot be, and opens none for those who stand alone', () => {
    const member = (key: string, entity: string | null, more: Partial<Party>): Neighbour => ({ ...firm(more), key, entity });
    const party = { ...firm({ ...at('3 Quay'), ...eori('XM2') }), key: 'p' };
    const mixed = [member('a', '7', at('3 Quay')), member('b', '7', { ...at('9 Quay'), ...eori('XM1') })];
    assert.equal(placeParty(party, mixed), null);
    assert.equal(placeParty(party, [...mixed, member('c', '9', at('3 Quay'))])?.entity, '9');
    const opened = placeParty(party, [member('d', null, at('3 Quay')), member('e', null, at('4 Quay'))]);
    assert.deepEqual([opened?.entity, opened?.links.map(({ key }) => key)], [null, ['p', 'd']]);
    assert.equal(placeParty(party, []), null);
  });
}); // prettier-ignore
