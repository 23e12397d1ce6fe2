/** Decides whether a statement came before the deadline that the law sets for its mode of transport. */
import type { Deadline } from '../jurisdiction/pack.ts';
import type { Moment } from '../kernel/instant.ts';
import { finding } from './catalogue.ts';
import { note, type Sheet } from './sheet.ts';

const MINUTE = 60_000;

/** Which event of the law's deadlines binds a declaration: its profile decides, and a correction has its own. */
type FilingEvent = 'pre-loading' | 'pre-arrival' | 'amendment';

function filingEventOf({ profile, function: purpose }: Sheet): FilingEvent {
  if (purpose === 'replace') return 'amendment';
  return profile === 'pre-loading' ? 'pre-loading' : 'pre-arrival';
}

/**
 * Minutes after the deadline that was missed by most; 0 when all were kept or none can be reckoned. Declarations are held
 * to the rows of deadlines for their mode and event; a record of the past to none. Notes `filed-late`.
 * @source wco-ecommerce-fos
 */
export function checkTimeliness(sheet: Sheet): number {
  if (sheet.kind !== 'declaration' || sheet.profile === 'historic-declaration') return 0;
  const { mode } = sheet.stated;
  const event = filingEventOf(sheet);
  let late = 0;
  let missed: Deadline | null = null;
  for (const deadline of sheet.rules.law.deadlines) {
    if (deadline.event !== event || (deadline.mode !== mode && deadline.mode !== 'any')) continue;
    const minutes = minutesLate(sheet, deadline);
    if (minutes <= late) continue;
    late = minutes;
    missed = deadline;
  }
  if (missed !== null) {
    const parameters = { minutes: String(late), deadline: missed.id };
    note(sheet, finding('filed-late', `${sheet.pointer}/transport`, parameters));
  }
  return late;
}

function minutesLate(sheet: Sheet, deadline: Deadline): number {
  const happensAt = momentBefore(sheet, deadline);
  if (happensAt === undefined) return 0;
  const due = happensAt - deadline.offsetMinutes * MINUTE;
  return Math.ceil((sheet.receivedAt - due) / MINUTE);
}

/** The moment the deadline is reckoned back from; undefined when it is not stated. */
function momentBefore({ stated }: Sheet, deadline: Deadline): Moment | undefined {
  const { transport } = stated;
  switch (deadline.before) {
    case 'loading':
      return transport?.loadingAt ?? transport?.departureAt;
    case 'departure':
      return transport?.departureAt;
    case 'arrival':
      return transport?.arrivalAt;
    case 'notice':
      return undefined;
  }
}
