/** Types the smaller parts of a consignment: references, transport, fiscal and security slots, and what happened. */
import { tidyReference } from '../kernel/s10.ts';
import type { Arrival, Consignment, Fiscal, HouseReference, Order, Payment, Piece, SecurityDeclaration, Transport } from './statement.ts'; // prettier-ignore
import type { Reader } from './reader.ts';
import type { WireConsignment, WireSecurity } from './wire.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Parts = Mutable<
  Omit<Consignment, 'items' | 'massGross' | 'totalValue' | 'freight' | 'insurance'>
>;

/** Everything but items and the consignment's own masses and amounts. */
export function readParts(reader: Reader, wire: WireConsignment, pointer: string): Parts {
  const parts: Parts = {
    orderNumbers: wire.orderNumbers ?? [],
    direction: wire.direction ?? 'import',
    pieces: wire.pieces === undefined ? [] : readPieces(reader, wire.pieces, pointer),
  };
  copyWords(parts, wire);
  if (wire.transport !== undefined)
    parts.transport = readTransport(reader, wire.transport, `${pointer}/transport`);
  if (wire.fiscal !== undefined)
    parts.fiscal = readFiscal(reader, wire.fiscal, `${pointer}/fiscal`);
  if (wire.security !== undefined)
    parts.security = readSecurity(reader, wire.security, `${pointer}/security`);
  if (wire.order !== undefined) parts.order = readOrder(reader, wire.order, `${pointer}/order`);
  if (wire.payment !== undefined)
    parts.payment = readPayment(reader, wire.payment, `${pointer}/payment`);
  if (wire.arrival !== undefined)
    parts.arrival = readArrival(reader, wire.arrival, `${pointer}/arrival`);
  return parts;
}

function copyWords(parts: Parts, wire: WireConsignment): void {
  if (wire.houseReference !== undefined) parts.houseReference = readReference(wire.houseReference);
  if (wire.masterReference !== undefined) parts.masterReference = wire.masterReference;
  if (wire.receptacle !== undefined) parts.receptacle = wire.receptacle;
  if (wire.mode !== undefined) parts.mode = wire.mode;
  if (wire.channel !== undefined) parts.channel = wire.channel;
  if (wire.nature !== undefined) parts.nature = wire.nature;
  copyRoute(parts, wire);
}

/** Postal item numbers are written in capitals; in small letters they name the same parcel. */
const readReference = (wire: HouseReference): HouseReference =>
  wire.scheme === 's10' ? { scheme: 's10', number: tidyReference(wire.number) } : wire;

function copyRoute(parts: Parts, wire: WireConsignment): void {
  if (wire.countryOfDispatch !== undefined) parts.countryOfDispatch = wire.countryOfDispatch;
  if (wire.countryOfDestination !== undefined)
    parts.countryOfDestination = wire.countryOfDestination;
  if (wire.packages !== undefined) parts.packages = wire.packages;
  if (wire.returnOf !== undefined) parts.returnOf = readReference(wire.returnOf);
  if (wire.procedure !== undefined)
    parts.procedure = { ...wire.procedure, additional: wire.procedure.additional ?? [] };
}

function readPieces(
  reader: Reader,
  pieces: NonNullable<WireConsignment['pieces']>,
  pointer: string,
): readonly Piece[] {
  return pieces.map((piece, index) => {
    const massGross = reader.quantity(
      piece.massGross,
      `${pointer}/pieces/${String(index)}/massGross`,
    );
    return massGross === undefined
      ? { reference: piece.reference }
      : { reference: piece.reference, massGross };
  });
}

function readTransport(
  reader: Reader,
  wire: NonNullable<WireConsignment['transport']>,
  pointer: string,
): Transport {
  const transport: Mutable<Transport> = {};
  if (wire.means !== undefined) transport.means = wire.means;
  const departureAt = reader.moment(wire.departureAt, `${pointer}/departureAt`);
  if (departureAt !== undefined) transport.departureAt = departureAt;
  const loadingAt = reader.moment(wire.loadingAt, `${pointer}/loadingAt`);
  if (loadingAt !== undefined) transport.loadingAt = loadingAt;
  const arrivalAt = reader.moment(wire.arrivalAt, `${pointer}/arrivalAt`);
  if (arrivalAt !== undefined) transport.arrivalAt = arrivalAt;
  return transport;
}

function readFiscal(
  reader: Reader,
  wire: NonNullable<WireConsignment['fiscal']>,
  pointer: string,
): Fiscal {
  const fiscal: Mutable<Fiscal> = {};
  if (wire.collector !== undefined) fiscal.collector = wire.collector;
  const collected = reader.amount(wire.collected, `${pointer}/collected`);
  if (collected !== undefined) fiscal.collected = collected;
  if (wire.account !== undefined) fiscal.account = wire.account;
  if (wire.quote !== undefined) fiscal.quote = wire.quote;
  return fiscal;
}

function readSecurity(reader: Reader, wire: WireSecurity, pointer: string): SecurityDeclaration {
  const { issuedAt: issuedText, transferPoints, screeningMethods, ...words } = wire;
  const issuedAt = reader.moment(issuedText, `${pointer}/issuedAt`);
  return {
    ...words,
    transferPoints: transferPoints ?? [],
    screeningMethods: screeningMethods ?? [],
    ...(issuedAt === undefined ? {} : { issuedAt }),
  };
}

function readOrder(
  reader: Reader,
  wire: NonNullable<WireConsignment['order']>,
  pointer: string,
): Order {
  const order: Mutable<Order> = {};
  const placedAt = reader.moment(wire.placedAt, `${pointer}/placedAt`);
  if (placedAt !== undefined) order.placedAt = placedAt;
  if (wire.platform !== undefined) order.platform = wire.platform;
  const paid = reader.amount(wire.paid, `${pointer}/paid`);
  if (paid !== undefined) order.paid = paid;
  return order;
}

function readPayment(
  reader: Reader,
  wire: NonNullable<WireConsignment['payment']>,
  pointer: string,
): Payment {
  const payment: Mutable<Payment> = {};
  if (wire.provider !== undefined) payment.provider = wire.provider;
  if (wire.transactionId !== undefined) payment.transactionId = wire.transactionId;
  const paidAt = reader.moment(wire.paidAt, `${pointer}/paidAt`);
  if (paidAt !== undefined) payment.paidAt = paidAt;
  const amount = reader.amount(wire.amount, `${pointer}/amount`);
  if (amount !== undefined) payment.amount = amount;
  return payment;
}

function readArrival(
  reader: Reader,
  wire: NonNullable<WireConsignment['arrival']>,
  pointer: string,
): Arrival {
  const at = reader.moment(wire.at, `${pointer}/at`) ?? 0;
  return {
    event: wire.event,
    at,
    pieces: wire.pieces ?? [],
    ...(wire.office === undefined ? {} : { office: wire.office }),
  };
}
