/** The stories planted in the demo day, by fixed references: the README's walk, tests and pictures find them by these. */
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import { courierReference, postalReference } from './reference.ts';

export type DemoStory = {
  readonly name: string;
  readonly references: readonly [HouseReference, ...HouseReference[]];
  /** What happens, for whoever looks it up. */
  readonly what: string;
};

const nine = (serial: number): readonly [HouseReference, ...HouseReference[]] => {
  const [first, ...rest] = Array.from({ length: 9 }, (_, place) => courierReference('LX55', String(serial + place).padStart(8, '0'))); // prettier-ignore
  return [first ?? courierReference('LX55', String(serial)), ...rest];
};

export const DEMO_STORIES = {
  undeclaredLithium: {
    name: 'Undeclared lithium cells',
    references: [postalReference('RB', '12345678', 'XZ')],
    what: 'The order says "18650 cells, 12", the carrier "torch accessories", the declaration "battery pack for a torch, 18650"; nobody names a UN number.',
  },
  repairedDescription: {
    name: 'A vague description, repaired in time',
    references: [postalReference('RB', '34901127', 'XZ')],
    what: 'Declared as "kitchen goods" and asked about; fifty minutes later the declaration is replaced, and the parcel goes on arrival.',
  },
  doNotLoad: {
    name: 'A parcel that should not be loaded',
    references: [courierReference('LX55', '00114055')],
    what: 'Two kilograms of potassium nitrate, declared in time before loading: the engine proposes, officers decide.',
  },
  borrowedCollector: {
    name: 'A collector number of somebody else',
    references: [postalReference('RB', '35014402', 'XZ')],
    what: 'Face cream under the number of Souqline, which has nothing to do with the sale.',
  },
  splitOrder: {
    name: 'One order in nine parcels',
    references: nine(112_788),
    what: 'Nine pairs of running shoes of one order, in nine parcels of 44.90 to one address.',
  },
  giftThatWasBought: {
    name: 'A gift that is a sale',
    references: [postalReference('RB', '35020014', 'XZ')],
    what: 'Three equal watches, declared as a gift; an order and a payment say that they were bought.',
  },
  recalledToy: {
    name: 'A recalled toy',
    references: [postalReference('CE', '88041722', 'XZ')],
    what: 'A toy with loose magnets, whose article number market surveillance has recalled.',
  },
  returnedPurchase: {
    name: 'A return that is refunded',
    references: [postalReference('RB', '30071195', 'XZ'), postalReference('RR', '30071195', 'XM')],
    what: 'A jacket is cleared, delivered and sent back the same day; what was paid for it can be claimed again.',
  },
  unannounced: {
    name: 'A parcel without any data',
    references: [courierReference('LX55', '00115000')],
    what: 'It is scanned in the hall, and nobody has said a word about it.',
  },
  shadowRule: {
    name: 'A rule in shadow that would have helped',
    references: [courierReference('LX55', '00113177')],
    what: 'Six silicone phone covers that weigh 210 grams each go on arrival; the shadow rule "as heavy as telephones" would have stopped them.',
  },
  honestNewcomer: {
    name: 'An honest newcomer earns trust',
    references: [courierReference('NV10', '00000017')],
    what: 'Nova Parcels is unknown in the morning and declares every parcel of the day completely and in time.',
  },
  cheapLens: {
    name: 'A tenth of what was paid',
    references: [courierReference('LX55', '00113002')],
    what: 'A camera lens is declared at 48.90; order and payment say 489.00.',
  },
  pythonBelt: {
    name: 'A species that needs a permit',
    references: [courierReference('KA81', '00407781')],
    what: 'A belt of python skin without the number of a CITES permit: the Environment Agency is asked, and officers decide.',
  },
  vitamins: {
    name: 'Medicines for own use',
    references: [postalReference('RB', '34901139', 'XZ')],
    what: 'Fourteen bottles of vitamin capsules in doses that the Medicines Agency licenses.',
  },
  owedAtTheDoor: {
    name: 'Charges paid at the door',
    references: [courierReference('PD20', '00035112')],
    what: 'A desk lamp, declared without an account: it waits for nothing but the money, and goes when it is paid.',
  },
} as const satisfies Readonly<Record<string, DemoStory>>;

export type DemoStoryName = keyof typeof DEMO_STORIES;
