/** A submission as it stands on the wire: the published JSON contract, shape-checked at the door, values still text. */

import type { PartyRole, PersonType } from '../parties/party.ts';
import type { ARRIVAL_EVENTS, Channel, Direction, HouseReference, Mode, Nature, Profile, StatementFunction, StatementKind } from './statement.ts'; // prettier-ignore

/** Decimal string and ISO 4217 code. */
export type WireAmount = { amount: string; currency: string };
/** Decimal string and UN/ECE Recommendation 20 code. */
export type WireQuantity = { value: string; unit: string };

export type WireItem = {
  description?: string;
  commodityCode?: string;
  origin?: string;
  quantity?: WireQuantity;
  massNet?: WireQuantity;
  massGross?: WireQuantity;
  value?: WireAmount;
  gtin?: string;
  sku?: string;
  listingUrl?: string;
  unNumber?: string;
  licences?: string[];
};

export type WireParty = {
  role: PartyRole;
  name?: string;
  personType?: PersonType;
  identifiers?: { scheme: string; value: string }[];
  address?: {
    lines?: string[];
    city?: string;
    subdivision?: string;
    postcode?: string;
    country: string;
  };
  phone?: string;
  email?: string;
};

export type WireSecurity = {
  issuerCategory: string;
  issuerIdentifier: string;
  consignmentIdentifier?: string;
  contents?: string;
  origin?: string;
  destination?: string;
  transferPoints?: string[];
  status: string;
  receivedFrom?: string;
  screeningMethods?: string[];
  exemptionGrounds?: string;
  otherScreeningMethods?: string;
  issuedBy?: string;
  issuedAt?: string;
  acceptedBy?: string;
  additional?: string;
};

export type WireConsignment = {
  houseReference?: HouseReference;
  orderNumbers?: string[];
  masterReference?: string;
  receptacle?: string;
  direction?: Direction;
  mode?: Mode;
  channel?: Channel;
  nature?: Nature;
  countryOfDispatch?: string;
  countryOfDestination?: string;
  transport?: { means?: string; departureAt?: string; loadingAt?: string; arrivalAt?: string };
  massGross?: WireQuantity;
  packages?: number;
  pieces?: { reference: string; massGross?: WireQuantity }[];
  items?: WireItem[];
  totalValue?: WireAmount;
  freight?: WireAmount;
  insurance?: WireAmount;
  fiscal?: {
    collector?: { scheme: string; number: string };
    collected?: WireAmount;
    account?: string;
    quote?: string;
  };
  security?: WireSecurity;
  parties?: WireParty[];
  order?: { placedAt?: string; platform?: string; paid?: WireAmount };
  payment?: { provider?: string; transactionId?: string; paidAt?: string; amount?: WireAmount };
  arrival?: {
    event: (typeof ARRIVAL_EVENTS)[number];
    at: string;
    office?: string;
    pieces?: string[];
  };
  returnOf?: HouseReference;
  procedure?: { current?: string; previous?: string; additional?: string[] };
};

export type WireSubmission = {
  messageId: string;
  sender: string;
  kind: StatementKind;
  function?: StatementFunction;
  profile?: Profile;
  preparedAt?: string;
  consignments: WireConsignment[];
};
