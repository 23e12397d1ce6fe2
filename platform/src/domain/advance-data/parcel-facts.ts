/** The facts in use about one parcel: for each datum the value chosen among what the sources stated, and whose it is. */
import type { StatementId } from '../kernel/identifier.ts';
import type { Money } from '../kernel/money.ts';
import type { Quantity } from '../kernel/quantity.ts';
import type { PartyFacts } from '../parties/party.ts';
import type { Channel, Direction, Fiscal, HouseReference, Item, Mode, Nature, Piece, Profile, SecurityDeclaration, StatementKind, Transport } from './statement.ts'; // prettier-ignore

/** Which of the independent streams have spoken in force. */
export type Streams = Readonly<Record<StatementKind, boolean>>;

export type ParcelFacts = {
  readonly reference: HouseReference;
  readonly profile: Profile;
  readonly orderNumbers: readonly string[];
  readonly direction: Direction;
  readonly mode?: Mode;
  readonly channel?: Channel;
  readonly nature?: Nature;
  readonly countryOfDispatch?: string;
  readonly countryOfDestination?: string;
  readonly transport?: Transport;
  readonly massGross?: Quantity;
  readonly packages?: number;
  readonly pieces: readonly Piece[];
  readonly items: readonly Item[];
  readonly totalValue?: Money;
  readonly freight?: Money;
  readonly insurance?: Money;
  readonly fiscal?: Fiscal;
  readonly security?: SecurityDeclaration;
  readonly parties: readonly PartyFacts[];
  readonly returnOf?: HouseReference;
  readonly procedure?: {
    readonly current?: string;
    readonly previous?: string;
    readonly additional: readonly string[];
  };
  readonly streams: Streams;
  /** Element name (a key of this type) to the statement whose value is in use. */
  readonly sources: Readonly<Record<string, StatementId>>;
};
