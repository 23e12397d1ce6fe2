/** A day of parcels in the order in which its messages come: late, doubled and crossed ones among them, the same for the same seed. */
import type { WireSubmission } from '../../domain/advance-data/wire.ts';
import { dayOf, type Day, type DemoDay, type TimedMessage } from './day.ts';
import { SCREENED_BEFORE, amendmentOf, arrivalOf, declarationOf, handlerOf, logisticsOf, orderOf, paymentOf } from './messages.ts'; // prettier-ignore
import { planParcel, type ParcelPlan } from './plan.ts';
import { storyMessages } from './story-messages.ts';
import type { Leg } from './world.ts';

/** What will be sent, and when; the message itself is made only when its time has come. */
type Entry = { readonly at: number; readonly make: () => readonly WireSubmission[] };

export function* demoDay(wanted: DemoDay): Generator<TimedMessage> {
  const day = dayOf(wanted);
  const told = storyMessages(day).map(({ at, submission }): Entry => ({ at, make: () => [submission] })); // prettier-ignore
  const entries = [...told, ...scheduleOf(day, wanted.parcels)];
  entries.sort((one, other) => one.at - other.at);
  for (const { at, make } of entries) for (const submission of make()) yield { at, submission };
}

/** Minutes before arrival at which the law wants the declaration, and some more for safety. */
const DECLARED_BEFORE: Readonly<Record<Leg['mode'], number>> = { air: 250, road: 70, rail: 130, sea: 1_450 }; // prettier-ignore
const LAST_MINUTE = 1_439;

type Schedule = {
  readonly index: number;
  readonly declared: number;
  readonly carrier: string;
  readonly leg: Leg;
  readonly office: string;
};

function scheduleOf(day: Day, parcels: number): Entry[] {
  const entries: Entry[] = [];
  const schedules: Schedule[] = [];
  for (let index = 0; index < parcels; index++) {
    const plan = planParcel(day, index);
    const declared = declarationMinute(plan);
    schedules.push({ index, declared, carrier: plan.carrier.code, leg: plan.leg, office: plan.leg.offices[plan.channel] }); // prettier-ignore
    entries.push(...saidOf(day, plan, declared));
  }
  entries.push(...handedOver(day, schedules), ...scanned(day, schedules));
  return entries.filter(({ at }) => at <= LAST_MINUTE);
}

function declarationMinute({ leg, quirk, random }: ParcelPlan): number {
  if (quirk === 'late' && leg.mode !== 'sea') return leg.arrives - random.whole(12, 110);
  const last = Math.max(1, leg.arrives - DECLARED_BEFORE[leg.mode]);
  return random.whole(Math.max(0, last - 420), last);
}

/** The messages about this parcel alone. */
function saidOf(day: Day, plan: ParcelPlan, declared: number): Entry[] {
  const { index, quirk, random } = plan;
  const again = (): ParcelPlan => planParcel(day, index);
  const ordered = quirk === 'crossed' ? declared + random.whole(3, 45) : Math.max(0, declared - random.whole(6, 240)); // prettier-ignore
  const paid = ordered + random.whole(0, 8);
  const entries: Entry[] = [{ at: declared, make: () => [declarationOf(day, again(), declared)] }];
  if (plan.platform !== undefined)
    entries.push(
      { at: ordered, make: () => [orderOf(day, again(), ordered)].filter((one) => one !== undefined) }, // prettier-ignore
      { at: paid, make: () => [paymentOf(day, again(), paid)] },
    );
  if (quirk === 'doubled')
    entries.push({ at: declared + random.whole(1, 25), make: () => [declarationOf(day, again(), declared)] }); // prettier-ignore
  if (quirk === 'amended') {
    const amended = declared + random.whole(5, 35);
    entries.push({ at: amended, make: () => [amendmentOf(day, again(), amended)] });
  }
  return entries;
}

/** Parcels in one list of a carrier. */
const LISTED = 40;
/** Parcels in one list of scans. */
const SCANNED = 60;

/** Carriers tell of what they took over in lists, soon after the last of the list was declared. */
function handedOver(day: Day, schedules: readonly Schedule[]): Entry[] {
  const groups = Map.groupBy(schedules, ({ carrier, leg }) => `${carrier} ${leg.means}`);
  return [...groups.values()].flatMap((group) =>
    chunked(group.toSorted((one, other) => one.declared - other.declared), LISTED).map((list) => {
      const at = handedOverAt(list);
      return { at, make: () => logisticsOf(day, list.map(({ index }) => planParcel(day, index)), at) }; // prettier-ignore
    }),
  ); // prettier-ignore
}

/** Not before the flight is screened, of which the list tells too. */
function handedOverAt(list: readonly Schedule[]): number {
  const last = list.at(-1);
  if (last === undefined) return 0;
  const { leg, declared } = last;
  return Math.max(declared + 4, leg.arrives - leg.minutesUnderWay - SCREENED_BEFORE + 5);
}

/** The hall scans what came out, list after list, in three quarters of an hour. */
function scanned(day: Day, schedules: readonly Schedule[]): Entry[] {
  const groups = Map.groupBy(schedules, ({ leg, office }) => `${leg.means} ${office}`);
  return [...groups.values()].flatMap((group) => {
    const lists = chunked(group, SCANNED);
    return lists.flatMap((list, place): Entry[] => {
      const [first] = list;
      if (first === undefined) return [];
      const at = first.leg.arrives + 5 + Math.floor((place * 45) / lists.length);
      const scan = { at, handler: handlerOf(first.leg), office: first.office };
      return [{ at, make: () => [arrivalOf(day, list.map(({ index }) => planParcel(day, index)), scan)] }]; // prettier-ignore
    });
  });
}

const chunked = <T>(values: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, place) =>
    values.slice(place * size, (place + 1) * size),
  );
