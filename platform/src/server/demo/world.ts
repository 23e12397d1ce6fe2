/** The invented world of the demo day: countries, ways into Meridia, and who trades and carries there. */
import type { Channel, Mode } from '../../domain/advance-data/statement.ts';

/** ISO 3166-1 keeps these letters for users: no example names a real country. */
export const MERIDIA = 'XM';
export type Origin = { readonly code: string; readonly name: string; readonly city: string; readonly postcode: string }; // prettier-ignore

export const MIZAN: Origin = { code: 'XZ', name: 'Mizan', city: 'Mizan City', postcode: '518' };
export const ORLAND: Origin = { code: 'XO', name: 'Orland', city: 'Orlund', postcode: '2704' };
export const TARSIS: Origin = { code: 'XT', name: 'Tarsis', city: 'Tarsina', postcode: '90' };
export const AZURA: Origin = { code: 'XA', name: 'Azura', city: 'Porto Azur', postcode: '41' };
export const BOREA: Origin = { code: 'XB', name: 'Borea', city: 'Hvitvik', postcode: '016' };

/** One way in: a flight, a truck or the ship of the day. */
export type Leg = {
  readonly means: string;
  readonly mode: Mode;
  readonly from: Origin;
  /** Minute of the day at which it arrives; the ship comes on the next day. */
  readonly arrives: number;
  readonly minutesUnderWay: number;
  /** Of all parcels of the day, per thousand. */
  readonly share: number;
  /** Of its parcels, per hundred, by post; the rest is express, on the ship freight. */
  readonly byPost: number;
  /** Where post and the others are presented. */
  readonly offices: Readonly<Record<Channel, string>>;
};

const AIRPORT = { post: 'XMLHXP', express: 'XMLHX1', freight: 'XMLHX2' } as const;
const ROAD = { post: 'XMLHXP', express: 'XMTAR1', freight: 'XMTAR1' } as const;
const PORT = { post: 'XMSAL1', express: 'XMSAL1', freight: 'XMSAL1' } as const;

const clock = (hours: number, minutes: number): number => hours * 60 + minutes;

export const LEGS: readonly [Leg, ...Leg[]] = [
  { means: 'XO 61', mode: 'air', from: ORLAND, arrives: clock(5, 20), minutesUnderWay: 205, share: 55, byPost: 40, offices: AIRPORT },
  { means: 'XM 118', mode: 'air', from: MIZAN, arrives: clock(6, 35), minutesUnderWay: 410, share: 80, byPost: 70, offices: AIRPORT },
  { means: 'Truck T-04', mode: 'road', from: TARSIS, arrives: clock(7, 10), minutesUnderWay: 250, share: 30, byPost: 0, offices: ROAD },
  { means: 'XZ 571', mode: 'air', from: MIZAN, arrives: clock(8, 50), minutesUnderWay: 425, share: 95, byPost: 75, offices: AIRPORT },
  { means: 'XA 330', mode: 'air', from: AZURA, arrives: clock(10, 5), minutesUnderWay: 265, share: 40, byPost: 0, offices: AIRPORT },
  { means: 'XO 64', mode: 'air', from: ORLAND, arrives: clock(11, 25), minutesUnderWay: 210, share: 85, byPost: 45, offices: AIRPORT },
  { means: 'Truck T-11', mode: 'road', from: TARSIS, arrives: clock(13, 5), minutesUnderWay: 240, share: 35, byPost: 0, offices: ROAD },
  { means: 'XM 214', mode: 'air', from: MIZAN, arrives: clock(14, 40), minutesUnderWay: 415, share: 190, byPost: 72, offices: AIRPORT },
  { means: 'XB 22', mode: 'air', from: BOREA, arrives: clock(15, 50), minutesUnderWay: 300, share: 35, byPost: 0, offices: AIRPORT },
  { means: 'XO 66', mode: 'air', from: ORLAND, arrives: clock(17, 15), minutesUnderWay: 210, share: 90, byPost: 45, offices: AIRPORT },
  { means: 'XM 508', mode: 'air', from: MIZAN, arrives: clock(19, 30), minutesUnderWay: 410, share: 130, byPost: 70, offices: AIRPORT },
  { means: 'Truck T-17', mode: 'road', from: TARSIS, arrives: clock(20, 45), minutesUnderWay: 255, share: 35, byPost: 0, offices: ROAD },
  { means: 'XZ 575', mode: 'air', from: MIZAN, arrives: clock(22, 15), minutesUnderWay: 420, share: 70, byPost: 75, offices: AIRPORT },
  { means: 'MV Salmara Star', mode: 'sea', from: MIZAN, arrives: clock(30, 0), minutesUnderWay: 9_000, share: 30, byPost: 0, offices: PORT },
]; // prettier-ignore

/** The flight on which most of the day's stories come. */
export const STORY_FLIGHT = 'XM 214';

export const legNamed = (means: string): Leg => LEGS.find((leg) => leg.means === means) ?? LEGS[0];

export type Platform = { readonly code: string; readonly name: string; readonly site: string; readonly collector: string }; // prettier-ignore

/** Each holds a number under which it collects the tax at checkout. */
export const SOUQLINE: Platform = { code: 'SOUQLINE', name: 'Souqline', site: 'souqline.example', collector: 'XP10000017' }; // prettier-ignore
export const BAZARETTE: Platform = { code: 'BAZARETTE', name: 'Bazarette', site: 'bazarette.example', collector: 'XP10000025' }; // prettier-ignore
export const KIOSKADO: Platform = { code: 'KIOSKADO', name: 'Kioskado', site: 'kioskado.example', collector: 'XP10000033' }; // prettier-ignore
export const MERCATO: Platform = { code: 'MERCATO9', name: 'Mercato Nine', site: 'mercato-nine.example', collector: 'XP10000041' }; // prettier-ignore
export const TINKERLY: Platform = { code: 'TINKERLY', name: 'Tinkerly', site: 'tinkerly.example', collector: 'XP10000059' }; // prettier-ignore
export const PLATFORMS: readonly [Platform, ...Platform[]] = [SOUQLINE, BAZARETTE, KIOSKADO, MERCATO, TINKERLY]; // prettier-ignore
export const PLATFORM_SCHEME = 'meridia-vat-platform';

export type Carrier = { readonly code: string; readonly name: string; readonly account: string };
export const MIZAN_POST: Carrier = { code: 'MIZANPOST', name: 'Mizan Post', account: 'XT100017' };
export const ORLAND_POST: Carrier = { code: 'ORLANDPOST', name: 'Orland Post', account: 'XT100025' }; // prettier-ignore
export const MERIDIA_POST: Carrier = { code: 'MERIDIAPOST', name: 'Meridia Post', account: 'XT100033' }; // prettier-ignore
export const LOTUS: Carrier = { code: 'LOTUSX', name: 'Lotus Express', account: 'XE100011' };
export const KITE: Carrier = { code: 'KITEAIR', name: 'Kite Air Parcel', account: 'XE100029' };
/** Carries freight by sea and road, and declares it. */
export const SALMARA_LINE: Carrier = { code: 'SALMARALINE', name: 'Salmara Line', account: 'XE100037' }; // prettier-ignore
/** The honest newcomer: nobody knows it in the morning. */
export const NOVA: Carrier = { code: 'NOVAPARCELS', name: 'Nova Parcels', account: 'XE100045' };

/** A small forwarder without an account: what it brings is paid in money before it goes. */
export const PALM: Pick<Carrier, 'code' | 'name'> = { code: 'PALMDESK', name: 'Palm Parcel Desk' };

export const PAYERS: readonly [Pick<Carrier, 'code' | 'name'>, ...Pick<Carrier, 'code' | 'name'>[]] = [{ code: 'QIRSHPAY', name: 'Qirsh Pay' }, { code: 'TALLYPAY', name: 'Tally Pay' }]; // prettier-ignore

export const HANDLERS = {
  airport: { code: 'LHXGROUND', name: 'Lahira Ground Handling' },
  road: { code: 'TARSISGATE', name: 'Tarsis Road Crossing Terminal' },
} as const;
