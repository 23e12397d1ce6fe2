/** Opens the real platform for the console: its own database, the law of Meridia, officers, and parcels that somebody must look at. */
import type { WireItem } from '../../../platform/src/domain/advance-data/wire.ts';
import {
  AMINA,
  FARID,
  HANA,
  JONAS,
  LEILA,
  SAMI,
  TOMAS,
  YUSUF,
} from '../../../platform/test/support/people.ts';
import { openSuitePlatform } from '../../../platform/test/support/platform.ts';
import {
  FLIGHT,
  SENDERS,
  arrivalOf,
  declarationOf,
  orderOf,
  paymentOf,
  s10,
} from '../../../platform/test/support/submissions.ts';

export type PlatformDesk = {
  readonly url: string;
  /** Honest, and its charges are owed in money. */
  readonly owing: string;
  /** The flight lands and every parcel is scanned. */
  readonly land: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const FIRST_SERIAL = 20;
const MINUTE = 60_000;

const goods = (description: string, commodityCode: string, amount: string): Partial<WireItem> => ({
  description,
  commodityCode,
  value: { amount, currency: 'XMC' },
});

/** Each for another rule of the pack; the shirts are honest: one goes, the other waits for its charges. */
const TARGETED = [
  goods('flashlight with 18650 cells', '851310', '84.00'),
  goods('neodymium magnets, cube of balls', '950300', '31.50'),
  goods('telephone, new model', '851713', '25.00'),
  goods('karnaq sneakers, white', '640419', '30.00'),
  goods('face cream with hydroquinone', '330499', '73.20'),
  goods('cotton shirt with long sleeves', '620520', '20.00'),
  goods('cotton shirt with long sleeves', '620520', '80.00'),
];

/** Goods that the law asks another agency about: no permit is stated. */
export const SNAKES = [
  goods('belt of python skin, 95 cm', '420330', '118.00'),
  goods('wallet of python skin', '420231', '64.00'),
];

/** The parcels of every test of the console, and those that only some want. */
export async function openPlatformDesk(
  besides: readonly Partial<WireItem>[] = [],
): Promise<PlatformDesk> {
  const opened = await openSuitePlatform();
  const { app, clock, register, submit, officerHeaders, drop } = opened;
  await register(...SENDERS);
  for (const officer of [AMINA, JONAS, LEILA, TOMAS, FARID, YUSUF, HANA, SAMI])
    await officerHeaders(officer);
  const sent = [...TARGETED, ...besides];
  const numbers = sent.map((_, index) => s10(FIRST_SERIAL + index));
  for (const [index, item] of sent.entries()) {
    const number = numbers[index] ?? '';
    await submit(orderOf(number, { item }), paymentOf(number, item.value?.amount));
    await submit(declarationOf(number, { item }));
  }
  const landing = Temporal.Instant.from(FLIGHT.arrivalAt).epochMilliseconds;
  clock.at = landing - 35 * MINUTE;
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    owing: numbers[TARGETED.length - 1] ?? '',
    land: async () => {
      clock.at = landing + MINUTE;
      for (const number of numbers) await submit(arrivalOf(number, FLIGHT.arrivalAt));
    },
    close: drop,
  };
}
