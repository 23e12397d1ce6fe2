/** Turns a shape-checked wire submission into typed statements: parsed once at the door, with a finding for each value that is not one. */
import type { Finding } from '../kernel/finding.ts';
import type { Party } from '../parties/party.ts';
import type { Consignment, Item, StatedConsignment, Submission } from './statement.ts';
import { readParts } from './read-parts.ts';
import { readParty } from './read-party.ts';
import { createReader, type Reader } from './reader.ts';
import type { WireConsignment, WireItem, WireSubmission } from './wire.ts';

/** Reads a whole submission. The findings have severity error: a submission with any is refused at the door. */
export function readSubmission(wire: WireSubmission): {
  submission: Submission;
  findings: readonly Finding[];
} {
  const reader = createReader();
  const preparedAt = reader.moment(wire.preparedAt, '/preparedAt');
  const submission: Submission = {
    messageId: wire.messageId,
    sender: wire.sender,
    kind: wire.kind,
    function: wire.function ?? 'original',
    profile: wire.profile ?? 'standard',
    ...(preparedAt === undefined ? {} : { preparedAt }),
    consignments: wire.consignments.map((consignment, index) =>
      readStated(reader, consignment, `/consignments/${String(index)}`),
    ),
  };
  return { submission, findings: reader.findings };
}

function readStated(reader: Reader, wire: WireConsignment, pointer: string): StatedConsignment {
  const consignment = readConsignment(reader, wire, pointer);
  const parties: readonly Party[] = wire.parties === undefined ? [] : wire.parties.map(readParty);
  return Object.assign(consignment, { parties });
}

/** Reads everything of a consignment but its parties. */
export function readConsignment(
  reader: Reader,
  wire: WireConsignment,
  pointer: string,
): Consignment {
  const parts: { -readonly [Key in keyof Consignment]: Consignment[Key] } = {
    ...readParts(reader, wire, pointer),
    items:
      wire.items === undefined
        ? []
        : wire.items.map((item, index) =>
            readItem(reader, item, `${pointer}/items/${String(index)}`),
          ),
  };
  const massGross = reader.quantity(wire.massGross, `${pointer}/massGross`);
  if (massGross !== undefined) parts.massGross = massGross;
  const totalValue = reader.amount(wire.totalValue, `${pointer}/totalValue`);
  if (totalValue !== undefined) parts.totalValue = totalValue;
  const freight = reader.amount(wire.freight, `${pointer}/freight`);
  if (freight !== undefined) parts.freight = freight;
  const insurance = reader.amount(wire.insurance, `${pointer}/insurance`);
  if (insurance !== undefined) parts.insurance = insurance;
  return parts;
}

function readItem(reader: Reader, wire: WireItem, pointer: string): Item {
  const item: MutableItem = { licences: wire.licences ?? [] };
  copyItemWords(item, wire);
  const quantity = reader.quantity(wire.quantity, `${pointer}/quantity`);
  if (quantity !== undefined) item.quantity = quantity;
  const massNet = reader.quantity(wire.massNet, `${pointer}/massNet`);
  if (massNet !== undefined) item.massNet = massNet;
  const massGross = reader.quantity(wire.massGross, `${pointer}/massGross`);
  if (massGross !== undefined) item.massGross = massGross;
  const value = reader.amount(wire.value, `${pointer}/value`);
  if (value !== undefined) item.value = value;
  return item;
}

type MutableItem = { -readonly [Key in keyof Item]: Item[Key] };

function copyItemWords(item: MutableItem, wire: WireItem): void {
  if (wire.description !== undefined) item.description = wire.description;
  if (wire.commodityCode !== undefined) item.commodityCode = wire.commodityCode;
  if (wire.origin !== undefined) item.origin = wire.origin;
  if (wire.gtin !== undefined) item.gtin = wire.gtin;
  if (wire.sku !== undefined) item.sku = wire.sku;
  if (wire.listingUrl !== undefined) item.listingUrl = wire.listingUrl;
  if (wire.unNumber !== undefined) item.unNumber = wire.unNumber;
}
