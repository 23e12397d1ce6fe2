/** What the clients of the chaos send: all that can be said about parcels, in random order, each message with its own number. */
import type { WireSubmission } from '../../src/domain/advance-data/wire.ts';
import { arrivalOf, declarationOf, orderOf, paymentOf, s10 } from '../support/submissions.ts';

export type Letter = {
  readonly messageId: string;
  readonly sender: string;
  readonly body: Buffer;
};

/** Random numbers in [0, 1) from a seed (mulberry32), so that a history that failed can be sent again. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** In random order, the same for the same numbers. */
export function shuffled<Each>(list: readonly Each[], random: () => number): Each[] {
  return list
    .map((each) => [random(), each] as const)
    .toSorted(([left], [right]) => left - right)
    .map(([, each]) => each);
}

/** Parcels told of in one hand of letters. */
const PARCELS_PER_HAND = 40;

/** Deals letters without end: hands of parcels whose letters are shuffled, so that streams cross and orders come after parcels. */
export function createDealer(seed: number): () => Letter {
  const random = randomFrom(seed);
  const hand: Letter[] = [];
  let serial = seed % 1_000;
  return () => {
    if (hand.length === 0) {
      const parcels = Array.from({ length: PARCELS_PER_HAND }, () => s10((serial += 1)));
      hand.push(...shuffled(parcels.flatMap((number) => lettersAbout(number, random)), random)); // prettier-ignore
    }
    const letter = hand.pop();
    if (letter === undefined) throw new Error('A hand holds letters.');
    return letter;
  };
}

function lettersAbout(number: string, random: () => number): readonly Letter[] {
  const now = Temporal.Now.instant();
  const transport = { means: 'XM214', arrivalAt: now.add({ hours: 5 }).toString() };
  const said: WireSubmission[] = [
    declarationOf(number, { consignment: { transport } }),
    orderOf(number),
  ];
  if (random() < 0.7) said.push(paymentOf(number));
  if (random() < 0.5) said.push(arrivalOf(number, now.subtract({ minutes: 1 }).toString()));
  return said.map((wire) => ({
    messageId: wire.messageId,
    sender: wire.sender,
    body: Buffer.from(JSON.stringify(wire)),
  }));
}
