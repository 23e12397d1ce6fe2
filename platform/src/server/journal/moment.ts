/** Writes moments as ISO 8601 in UTC with milliseconds: the one spelling of the journal and of receipts. */
import { writeDay } from '../../domain/kernel/day.ts';
import { dayAt, type Moment } from '../../domain/kernel/instant.ts';

const DAY_MILLISECONDS = 86_400_000;
const two = (count: number): string => String(count).padStart(2, '0');

export function writeMoment(at: Moment): string {
  const day = dayAt(at, 0);
  const milliseconds = at - day * DAY_MILLISECONDS;
  const seconds = Math.floor(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`;
  return `${writeDay(day)}T${time}.${String(milliseconds % 1000).padStart(3, '0')}Z`;
}
