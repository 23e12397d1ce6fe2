/** Makes ids that grow with time: day number, leased slot, counter; so that hot keys stay in order and days are ranges of ids. */
import { invariant } from '../domain/kernel/invariant.ts';
import type { Day } from '../domain/kernel/day.ts';
import { Fault } from './fault.ts';

const COUNTER_BITS = 28n;
const DAY_BITS = 40n;
const COUNTERS_PER_SLOT = 2 ** Number(COUNTER_BITS);
const RENEW_AT = COUNTERS_PER_SLOT * 0.75;

/** Slots there are; one slot gives 268 million ids a day. */
export const SLOT_COUNT = 2 ** Number(DAY_BITS - COUNTER_BITS);

/** Ids of one day are the half-open range [firstIdOf(day), firstIdOf(day + 1)). */
export const firstIdOf = (day: Day): bigint => BigInt(day) << DAY_BITS;

/** The day whose range holds an id. */
export const dayOfId = (id: bigint): Day => Number(id >> DAY_BITS);

/** The right to make ids in `slot` on every day up to and including `untilDay`. */
export type SlotLease = { readonly slot: number; readonly untilDay: Day };

export type IdMaker = {
  /** Waits only when the lease has run out, as after a quiet night: call it once for each batch or command. */
  ready(): Promise<void>;
  /** The next id: never one that was given before, and within a lease never smaller than the one before it. */
  next(): bigint;
};

export type IdMakerOptions = {
  readonly day: () => Day;
  readonly lease: (day: Day) => Promise<SlotLease>;
};

type Block = { lease: SlotLease; day: Day; base: bigint; counter: number };

/**
 * Leases a slot and makes ids in it. When three quarters of its ids are used, or its last day has come, the next slot is leased in
 * the background. A clock that goes back keeps the later day.
 */
export async function createIdMaker(options: IdMakerOptions): Promise<IdMaker> {
  const today = options.day();
  const block = openBlock(await options.lease(today), today);
  let spare: SlotLease | null = null;
  let renewal: Promise<void> | null = null;

  function renew(): Promise<void> {
    renewal ??= options
      .lease(Math.max(options.day(), block.day))
      .then((lease) => void (spare = lease))
      .finally(() => void (renewal = null));
    return renewal;
  }

  /** Moves to the day of the clock and to the spare slot where needed; false when a lease must be awaited first. */
  function advance(): boolean {
    const day = Math.max(options.day(), block.day);
    const isUsedUp =
      day > block.lease.untilDay || (day === block.day && block.counter === COUNTERS_PER_SLOT);
    if (isUsedUp) {
      if (spare === null || spare.untilDay < day) return false;
      Object.assign(block, openBlock(spare, day));
      spare = null;
    } else if (day > block.day) {
      Object.assign(block, openBlock(block.lease, day));
    }
    return true;
  }

  return {
    async ready() {
      while (!advance()) await renew();
    },
    next() {
      if (!advance()) throw exhausted();
      const isRunningOut = block.counter >= RENEW_AT || block.day >= block.lease.untilDay;
      // A renewal that fails is tried again by a later id; only when nothing is left does it become a fault.
      if (isRunningOut && spare === null && renewal === null) renew().catch(() => undefined);
      return block.base + BigInt(block.counter++);
    },
  };
}

function openBlock(lease: SlotLease, day: Day): Block {
  invariant(lease.slot >= 0 && lease.slot < SLOT_COUNT, 'a slot lies within the slots of a day');
  invariant(lease.untilDay >= day, 'a lease covers the day it is taken for');
  return { lease, day, base: firstIdOf(day) + (BigInt(lease.slot) << COUNTER_BITS), counter: 0 };
}

const exhausted = (): Fault =>
  new Fault({
    code: 'ids-exhausted',
    sentence:
      'The database gave no further ids in time: check that it can be reached, then try again.',
  });
