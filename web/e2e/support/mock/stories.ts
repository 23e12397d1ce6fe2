/** The parcels of the mock desk: the stories planted in the demo day and the dull ones beside them. */
import type { Lane, Means } from '../../../src/api/contract.ts';
import { at } from './people.ts';

export type Told = {
  readonly scheme: 's10' | 'courier';
  readonly number: string;
  readonly lane: Lane;
  readonly stage: string;
  readonly due: string;
  readonly what: string;
  readonly from: string;
  readonly reasons: readonly string[];
  readonly lookFor?: readonly string[];
  readonly value: string;
  readonly means: string;
  readonly holder?: string;
  readonly hold?: string;
  readonly receiver: string;
  readonly proposedBy?: string;
};

export const MEANS: readonly Means[] = [
  { means: 'XM 214', arrivalAt: at('14:40'), parcels: 3812, cleared: 3790, toLookAt: 15, waiting: 7 },
  { means: 'TR 611', arrivalAt: at('15:25'), parcels: 1204, cleared: 1196, toLookAt: 6, waiting: 2 },
  { means: 'Truck T-17', arrivalAt: at('15:50'), parcels: 431, cleared: 430, toLookAt: 1, waiting: 0 },
  { means: 'OR 120', arrivalAt: at('16:10'), parcels: 2687, cleared: 2671, toLookAt: 11, waiting: 5 },
]; // prettier-ignore

const one = (told: Partial<Told> & Pick<Told, 'number' | 'lane' | 'what' | 'reasons' | 'value'>): Told => ({
  scheme: /^[A-Z]{2}\d{9}[A-Z]{2}$/.test(told.number) ? 's10' : 'courier',
  stage: 'presented',
  due: '14:36',
  from: 'Mizan',
  means: 'XM 214',
  receiver: 'Darya K., Lahira',
  ...told,
}); // prettier-ignore

/** In the order in which they are due, as the desk lists them. */
export const STORIES: readonly Told[] = [
  one({
    number: 'RB123456785XZ', lane: 'examine', what: 'Phone batteries, 12', value: '84.00', holder: 'amina',
    reasons: ['Lithium cells not declared as dangerous goods', '6 of this seller’s 41 parcels were wrong', 'Scan and declaration disagree on the goods'],
    lookFor: ['loose cells', 'missing terminal covers', 'no UN 3480 mark'],
  }),
  one({
    number: 'CE880417223XZ', lane: 'scan', what: 'Toy kitchen set', value: '31.50', holder: 'amina', receiver: 'Ines B., Lahira',
    reasons: ['Same model recalled in three countries', 'No test mark in the listing photo'], lookFor: ['small magnets', 'a missing CE or XM mark'],
  }),
  one({
    number: 'LX55001127884', lane: 'hold', stage: 'held', hold: 'identity', what: 'Sneakers, 9 pairs in 9 parcels', from: 'Tarsis', value: '44.90', holder: 'amina',
    receiver: 'M. Farouk, Port Sael', reasons: ['One order sent as nine parcels to one address', 'Together they pass the relief threshold'],
  }),
  one({
    number: 'RB349011279XZ', lane: 'documents', what: 'Vitamin capsules', value: '62.00', holder: 'amina', receiver: 'Y. Amari, Lahira',
    reasons: ['Health agency wants the import permit', 'Declared for own use, 14 bottles'],
  }),
  one({
    number: 'LX55001130021', lane: 'refer', what: 'Camera lens', from: 'Orland', value: '49.00', due: '14:38', receiver: 'O. Brandt, Lahira',
    reasons: ['Price is a tenth of 25 like it', 'The payment says 489.00'], lookFor: ['the invoice in the box'],
  }),
  one({
    number: 'EE407781902XT', lane: 'examine', what: 'Leather belt, wallet', from: 'Tarsis', value: '118.00', due: '14:38', holder: 'jonas', receiver: 'C. Lindqvist, Lahira',
    reasons: ['Species named needs a CITES permit'], lookFor: ['scale pattern of python'],
  }),
  one({
    number: 'LX55001131771', lane: 'scan', what: 'Machine parts', from: 'Orland', value: '140.00', due: '14:40', receiver: 'Sael Marine, Port Sael',
    reasons: ['Scan weight is half the declared weight'],
  }),
  one({
    number: 'RB350144020XZ', lane: 'documents', stage: 'asked', what: 'Face cream, 6', value: '73.20', due: '14:40', receiver: 'H. Nasser, Lahira',
    reasons: ['Collector number belongs to someone else', 'The holder does not know this platform'],
  }),
  one({
    number: 'RB350144033XZ', lane: 'hold', stage: 'release-proposed', hold: 'revenue', what: 'Tablet, 1', value: '212.00', due: '14:44', receiver: 'P. Okafor, Lahira',
    reasons: ['Duty is owed and not secured'], proposedBy: 'jonas',
  }),
  one({
    number: 'RB350200145XZ', lane: 'documents', what: 'Gift: 3 watches', value: '39.00', due: '14:44', receiver: 'A. Petrov, Lahira',
    reasons: ['A gift that was paid for on Souqline', 'Three of the same watch'],
  }),
  one({
    number: 'LX55001140557', lane: 'do-not-load', stage: 'do-not-load-proposed', what: 'Airsoft pistol, spring', from: 'Orland', value: '58.00', due: '15:20', means: 'TR 611', receiver: 'K. Weiss, Lahira',
    reasons: ['Realistic firearm, forbidden by air', 'Same sender, same goods refused on 11 November'],
  }),
  one({
    number: 'EE407790115XT', lane: 'examine', what: 'Cosmetics, “samples”', from: 'Tarsis', value: '12.00', due: '15:22', means: 'TR 611', receiver: 'S. Diallo, Lahira',
    reasons: ['4.2 kg of samples without value'],
  }),
  one({
    number: 'LX55001150009', lane: 'refer', what: '(nothing was declared)', from: 'Orland', value: '0.00', due: '15:22', means: 'OR 120', receiver: 'unknown',
    reasons: ['A parcel without any data'],
  }),
  one({
    number: 'RB351000219XZ', lane: 'scan', what: 'Power tools, 2', value: '96.40', due: '15:24', means: 'TR 611', receiver: 'B. Yilmaz, Port Sael',
    reasons: ['First parcel of this seller, 11 days old'],
  }),
]; // prettier-ignore

/** What lands while somebody looks: let in with the key n. */
export const ARRIVALS: readonly Told[] = Array.from({ length: 12 }, (_, index) =>
  one({
    number: `LX5500119${(1000 + index * 37).toString()}`,
    lane: index % 3 === 0 ? 'scan' : 'documents',
    what: index % 3 === 0 ? 'Headphones' : 'Cotton shirts, 3',
    value: `${(20 + index * 3).toString()}.00`,
    due: '14:37',
    reasons: ['Value and payment disagree'],
  }),
);
