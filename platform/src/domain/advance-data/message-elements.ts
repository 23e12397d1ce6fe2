/** The register of elements that a message says of itself. */
import type { Element, ElementsOf } from './element.ts';
import type { WireSubmission } from './wire.ts';

const ofEachMessage = {
  purposes: ['clearance'],
  ground: 'customs-law',
  controller: 'customs',
  heldBy: 'broker',
  givenBy: ['seller', 'platform', 'payment-provider', 'warehouse', 'post', 'express-carrier', 'forwarder', 'carrier', 'handler', 'broker', 'buyer'],
  knownFrom: 'filing',
  retention: 'record',
  recipients: [],
} as const satisfies Partial<Element>; // prettier-ignore

/** @source wco-data-model */
export const messageElements = {
  messageId: {
    ...ofEachMessage,
    says: "The sender's number of this message; the same number never names another content.",
    wco: '42A/D026',
  },
  sender: {
    ...ofEachMessage,
    says: 'Party code as registered with Customs.',
    wco: '42A/17B/R059',
  },
  kind: { ...ofEachMessage, says: 'Which stream speaks.', wco: '42A/D013' },
  function: { ...ofEachMessage, says: 'Default original.', wco: '42A/017' },
  profile: {
    ...ofEachMessage,
    says: 'Which elements are expected. Default standard.',
    wco: '42A/504',
  },
  preparedAt: { ...ofEachMessage, says: 'When the message was prepared.', wco: '42A/D011' },
} as const satisfies ElementsOf<Omit<WireSubmission, 'consignments'>>;
