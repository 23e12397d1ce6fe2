/** A statement is what one source said about one parcel: order, payment, logistics, declaration or arrival. */
import type { StatementId, SubmissionId } from '../kernel/identifier.ts';
import type { Moment } from '../kernel/instant.ts';
import type { Money } from '../kernel/money.ts';
import type { Quantity } from '../kernel/quantity.ts';
import type { Party, PartyFacts } from '../parties/party.ts';

export const STATEMENT_KINDS = ['order', 'payment', 'logistics', 'declaration', 'arrival'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** WCO 017: original, replacement of the sender's earlier statement of this kind, or its cancellation. */
export const STATEMENT_FUNCTIONS = ['original', 'replace', 'cancel'] as const;
export type StatementFunction = (typeof STATEMENT_FUNCTIONS)[number];

/** WCO D023. `s10`: UPU S10 item identifier; `house-waybill`: air house waybill; `courier`: operator's number; `ucr`: ISO 15459. */
export const REFERENCE_SCHEMES = ['s10', 'house-waybill', 'courier', 'ucr'] as const;
export type ReferenceScheme = (typeof REFERENCE_SCHEMES)[number];
export type HouseReference = { readonly scheme: ReferenceScheme; readonly number: string };

export const DIRECTIONS = ['import', 'export', 'transit', 'return'] as const;
export type Direction = (typeof DIRECTIONS)[number];
export const MODES = ['air', 'sea', 'road', 'rail'] as const;
export type Mode = (typeof MODES)[number];
export const CHANNELS = ['post', 'express', 'freight'] as const;
export type Channel = (typeof CHANNELS)[number];
export const NATURES = [
  'sale',
  'gift',
  'sample',
  'documents',
  'return',
  'personal-effects',
  'mixed',
  'other',
] as const;
export type Nature = (typeof NATURES)[number];
/** A profile says which elements a statement must bring; `historic-declaration` is a record of the past without 7+1. */
export const PROFILES = ['standard', 'pre-loading', 'historic-declaration'] as const;
export type Profile = (typeof PROFILES)[number];

/** WCO 68A (goods item). Amounts in any currency; masses in KGM or GRM. */
export type Item = {
  readonly description?: string;
  /** HS or national code, 6 to 14 digits. WCO 145. */
  readonly commodityCode?: string;
  /** ISO 3166-1 alpha-2. WCO 063. */
  readonly origin?: string;
  readonly quantity?: Quantity;
  readonly massNet?: Quantity;
  readonly massGross?: Quantity;
  /** Price of the goods of this line, without freight and insurance. WCO 108. */
  readonly value?: Money;
  readonly gtin?: string;
  readonly sku?: string;
  readonly listingUrl?: string;
  readonly unNumber?: string;
  readonly licences: readonly string[];
};

export type Piece = { readonly reference: string; readonly massGross?: Quantity };

/** Who collects the charges and under which number, and what was collected at sale. WCO R119/R005. */
export type Fiscal = {
  readonly collector?: { readonly scheme: string; readonly number: string };
  readonly collected?: Money;
  readonly account?: string;
  /** Id of a binding quote that was given for this parcel. */
  readonly quote?: string;
};

/** The consignment security declaration: the 15 fields of IATA Resolution 651 / ICAO Annex 17. */
export type SecurityDeclaration = {
  readonly issuerCategory: string;
  readonly issuerIdentifier: string;
  readonly consignmentIdentifier?: string;
  readonly contents?: string;
  readonly origin?: string;
  readonly destination?: string;
  readonly transferPoints: readonly string[];
  readonly status: string;
  readonly receivedFrom?: string;
  readonly screeningMethods: readonly string[];
  readonly exemptionGrounds?: string;
  readonly otherScreeningMethods?: string;
  readonly issuedBy?: string;
  readonly issuedAt?: Moment;
  readonly acceptedBy?: string;
  readonly additional?: string;
};

export type Transport = {
  /** Flight, voyage or vehicle. */
  readonly means?: string;
  readonly departureAt?: Moment;
  readonly loadingAt?: Moment;
  readonly arrivalAt?: Moment;
};

export const ARRIVAL_EVENTS = ['departed', 'arrived', 'presented', 'delivered'] as const;
export type Arrival = {
  readonly event: (typeof ARRIVAL_EVENTS)[number];
  readonly at: Moment;
  readonly office?: string;
  /** Pieces scanned; empty when the scan counted the parcel as a whole. */
  readonly pieces: readonly string[];
};

export type Order = {
  readonly placedAt?: Moment;
  readonly platform?: string;
  readonly paid?: Money;
};
export type Payment = {
  readonly provider?: string;
  readonly transactionId?: string;
  readonly paidAt?: Moment;
  readonly amount?: Money;
};

/** One house-level consignment as one source states it (WCO 28A), typed once at the door. */
export type Consignment = {
  readonly houseReference?: HouseReference;
  readonly orderNumbers: readonly string[];
  readonly masterReference?: string;
  readonly receptacle?: string;
  readonly direction: Direction;
  readonly mode?: Mode;
  readonly channel?: Channel;
  readonly nature?: Nature;
  readonly countryOfDispatch?: string;
  readonly countryOfDestination?: string;
  readonly transport?: Transport;
  readonly massGross?: Quantity;
  /** Number of packages declared. WCO 146. */
  readonly packages?: number;
  readonly pieces: readonly Piece[];
  readonly items: readonly Item[];
  readonly totalValue?: Money;
  readonly freight?: Money;
  readonly insurance?: Money;
  readonly fiscal?: Fiscal;
  readonly security?: SecurityDeclaration;
  readonly order?: Order;
  readonly payment?: Payment;
  readonly arrival?: Arrival;
  readonly returnOf?: HouseReference;
  readonly procedure?: {
    readonly current?: string;
    readonly previous?: string;
    readonly additional: readonly string[];
  };
};

/** A consignment with the personal content of its parties: what the door hands to validation, and nobody keeps in clear. */
export type StatedConsignment = Consignment & { readonly parties: readonly Party[] };

/** A consignment as decisions see it: parties reduced to facts without personal content. */
export type ConsignmentFacts = Consignment & { readonly parties: readonly PartyFacts[] };

/** One message of one sender: what the door makes of any format. */
export type Submission = {
  readonly messageId: string;
  readonly sender: string;
  readonly kind: StatementKind;
  readonly function: StatementFunction;
  readonly profile: Profile;
  readonly preparedAt?: Moment;
  readonly consignments: readonly StatedConsignment[];
};

/** A statement in the record. `findings` and `quality` are what validation said of it when it came. */
export type Statement = {
  readonly id: StatementId;
  readonly submission: SubmissionId;
  /** Party code of the sender, who owns what was said. */
  readonly owner: string;
  readonly kind: StatementKind;
  readonly function: StatementFunction;
  readonly profile: Profile;
  /** When the sender says it was prepared; the receipt time when it does not. */
  readonly statedAt: Moment;
  readonly receivedAt: Moment;
  readonly facts: ConsignmentFacts;
  readonly findings: readonly import('../kernel/finding.ts').Finding[];
  /** 0 to 100. */
  readonly quality: number;
};
